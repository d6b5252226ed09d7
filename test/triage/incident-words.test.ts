import { describe, expect, test } from 'vitest';
import {
  ageWords,
  incidentHeadline,
  outageHeadline,
  reachWords,
  sameAsIncident,
  statusWords,
  timeWords,
} from '../../src/triage/incident-words.ts';
import { ADELE, MEGAN, NOW, OPEN, storedIncident } from './sample-cases.ts';

const TITLE = 'Conditional Access policy';

describe('the headline of an incident', () => {
  test('tells how many, since when, how far', () => {
    expect(incidentHeadline(storedIncident(), TITLE, NOW)).toBe(
      '7 people since 09:10 UTC, likely tenant-wide: Conditional Access policy',
    );
  });

  test.each([
    ['Europe/Berlin', '10:10 CET'],
    ['Asia/Kolkata', '14:40 GMT+5:30'],
    ['Nowhere/Atall', '09:10 UTC'],
    ['', '09:10 UTC'],
  ])('in %j: %s', (zone, time) => {
    expect(incidentHeadline(storedIncident(), TITLE, NOW, zone)).toContain(`since ${time},`);
  });

  test('names the day where it was not today', () => {
    const day = 24 * 60 * 60_000;
    expect(timeWords(NOW, NOW + day)).toBe('2 Mar 11:20 UTC');
    expect(timeWords(NOW, NOW + 365 * day)).toBe('2 Mar 11:20 UTC');
    expect(timeWords(Date.parse('2026-03-02T00:00:00Z'), NOW)).toBe('00:00 UTC');
    // In New York it was still the day before.
    expect(timeWords(Date.parse('2026-03-02T03:00:00Z'), NOW, 'America/New_York')).toBe('1 Mar 22:00 GMT-5');
  });

  test.each([
    [{ people: 3 }, 'likely tenant-wide'],
    [{ people: 2 }, null],
    [{ owner: 'microsoft' }, 'likely tenant-wide'],
    [{ owner: 'app-developer', people: 2 }, 'likely app-wide'],
    [{ owner: 'app-developer', people: 1 }, null],
    [{ owner: 'app-developer', app: null }, null],
    [{ owner: 'end-user' }, null],
    [{ owner: 'identity-provider' }, null],
  ])('%j: %s', (change, words) => {
    expect(reachWords(storedIncident(change))).toBe(words);
  });

  test('leaves out what it cannot tell', () => {
    expect(incidentHeadline(storedIncident({ people: 1, owner: 'end-user' }), 'MFA is due', NOW)).toBe(
      '1 person since 09:10 UTC: MFA is due',
    );
  });
});

test('later reporters get one line', () => {
  expect(sameAsIncident(storedIncident({ state: 'taken', assignee: ADELE }), NOW)).toBe(
    'Same as incident 3: 7 people since 09:10 UTC, taken by Adele.',
  );
});

test('an outage is called probable', () => {
  const since = Date.parse('2026-03-02T11:08:00Z');
  expect(outageHeadline({ people: 9, apps: 4, since }, 'A service failed', NOW)).toBe(
    'Probable outage: 9 people, 4 apps since 11:08 UTC, all with the same cause: A service failed',
  );
  expect(outageHeadline({ people: 3, apps: 0, since: null }, 'A service failed', NOW)).toBe(
    'Probable outage: 3 people, all with the same cause: A service failed',
  );
});

test.each([
  [0, 'less than a minute'],
  [-5_000, 'less than a minute'],
  [Number.NaN, 'less than a minute'],
  [59_999, 'less than a minute'],
  [5 * 60_000, '5 min'],
  [60 * 60_000, '1 h'],
  [130 * 60_000, '2 h 10 min'],
  [24 * 60 * 60_000, '1 d'],
  [76 * 60 * 60_000 + 50 * 60_000, '3 d 4 h'],
])('%s ms: %s', (ms, words) => {
  expect(ageWords(ms)).toBe(words);
});

test.each([
  [OPEN, 'open'],
  [{ state: 'taken', assignee: ADELE, waitingFor: null }, 'taken by Adele'],
  [{ state: 'taken', assignee: { id: '', name: '' }, waitingFor: null }, 'taken'],
  [{ state: 'waiting', assignee: ADELE, waitingFor: 'tenant-admin' }, 'waiting for the tenant admin'],
  [{ state: 'waiting', assignee: null, waitingFor: 'microsoft' }, 'waiting for Microsoft'],
  [{ state: 'resolved', assignee: ADELE, waitingFor: null, changedBy: MEGAN }, 'resolved by Megan'],
  [{ state: 'resolved', assignee: ADELE, waitingFor: null, changedBy: null }, 'resolved'],
  [{ state: 'reopened', assignee: ADELE, waitingFor: null, changedBy: MEGAN }, 'reopened'],
] as const)('%j: %s', (status, words) => {
  expect(statusWords(status)).toBe(words);
});
