import { expect, test } from 'vitest';
import { type Counted, expectedGroups } from '../../../bench/triage/expected-groups.ts';

const MINUTE = 60_000;
let reports = 0;
function report(person: string, minute: number, change: Partial<Counted> = {}): Counted {
  reports += 1;
  const id = `r${reports}`;
  return {
    id,
    line: 'x',
    cause: 'client-secret-expired',
    countedCause: 'client-secret-expired',
    also: [],
    decidable: true,
    app: 'app-1',
    countedApp: 'app-1',
    room: 'room',
    thread: id,
    person,
    at: minute * MINUTE,
    gone: null,
    mentioned: false,
    fate: 'stays',
    incident: null,
    ...change,
  };
}
const sizes = (all: readonly Counted[]) => expectedGroups(all).incidents.map(({ size }) => size);

test('several people with one cause and app within an hour of the last one', () => {
  expect(sizes([report('a', 0), report('b', 50), report('c', 100)])).toEqual([3]);
});

test.each([
  ['one person twice', [report('a', 0), report('a', 5)]],
  ['too late', [report('a', 0), report('b', 61)]],
  ['another app', [report('a', 0), report('b', 1, { countedApp: 'app-2' })]],
  ['no app', [report('a', 0, { countedApp: null }), report('b', 1, { countedApp: null })]],
  ['another channel', [report('a', 0), report('b', 1, { room: 'other' })]],
  ['one taken back', [report('a', 0), report('b', 1, { gone: 3 * MINUTE })]],
])('no incident: %s', (_, all) => {
  expect(sizes(all)).toEqual([]);
});

test('a burst of one cause over several apps is an outage, told once an hour', () => {
  const cause = { countedCause: 'conditional-access-blocked' };
  const all = Array.from({ length: 12 }, (_, n) => report(`p${n}`, n, { ...cause, countedApp: `app-${n % 4}` }));
  expect(expectedGroups(all).outages).toHaveLength(1);
});
