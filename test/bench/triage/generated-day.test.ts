import { expect, test } from 'vitest';
import { generateDay } from '../../../bench/triage/generated-day.ts';
import { TALK, TALK_KINDS } from '../../../bench/triage/talk/all-talk.ts';

const SIZE = { messages: 600, reports: 150 } as const;
const DAY = generateDay(SIZE);

test('a day is the same for the same seed, and another for another', () => {
  expect(generateDay(SIZE, 401)).toEqual(DAY);
  expect(generateDay(SIZE, 4)).not.toEqual(DAY);
});

test('a day has what was asked for, each message with an id of its own', () => {
  const { reports, talk, deliveries } = DAY;
  expect([reports.length, talk.length]).toEqual([150, 450]);
  expect(new Set([...reports, ...talk].map(({ id }) => id)).size).toBe(600);
  expect(deliveries.length).toBeGreaterThan(600);
  expect(deliveries.map(({ at }) => at)).toEqual(deliveries.map(({ at }) => at).toSorted((a, b) => a - b));
});

test('the reports of an incident are of one cause and app, of different people, within its window', () => {
  const groups = Map.groupBy(
    DAY.reports.filter(({ incident }) => incident !== null),
    ({ incident }) => incident,
  );
  expect(groups.size).toBeGreaterThan(3);
  for (const of of groups.values()) {
    expect(new Set(of.map(({ cause, app, room }) => `${cause} ${app} ${room}`)).size).toBe(1);
    expect(new Set(of.map(({ person }) => person)).size).toBe(of.length);
    expect(of.at(-1)!.at - of[0]!.at).toBeLessThan(60 * 60_000);
  }
});

test('talk is written, and not repeated: hundreds of templates, none twice', () => {
  const all = TALK_KINDS.flatMap((kind) => TALK[kind].templates);
  expect(all.length).toBeGreaterThan(800);
  expect(new Set(all).size).toBe(all.length);
  for (const { activity } of DAY.deliveries)
    expect(String(activity.text ?? '')).not.toMatch(/\{(?:first|time|ticket|n\d)\}/);
});
