import { describe, expect, test } from 'vitest';
import { CAUSE_IDS } from '../../src/diagnosis/cause-id.ts';
import type { Burst } from '../../src/storage/triage-store.ts';
import { groupingOf, isProbableOutage, OUTAGE_PEOPLE, SAID_OUTAGE_PEOPLE } from '../../src/triage/grouping.ts';

describe('an incident', () => {
  test('is what several people have for one reason', () => {
    expect(CAUSE_IDS.filter((cause) => !groupingOf(cause, 'app-1'))).toEqual([
      'mailbox-access-denied',
      'user-not-found',
      'credentials-wrong',
      'password-expired',
      'account-locked',
      'account-disabled',
      'not-enough-evidence',
    ]);
  });

  test('is nothing that this version does not know', () => {
    expect(['', 'constructor', 'of-a-later-version'].some((cause) => groupingOf(cause, 'app-1'))).toBe(false);
  });

  test('of an app is of a known one; a policy and a service are one thing for all apps', () => {
    for (const cause of ['redirect-uri-mismatch', 'client-secret-expired', 'token-missing'])
      expect([cause, groupingOf(cause, null)]).toEqual([cause, false]);
    for (const cause of ['conditional-access-blocked', 'service-outage', 'admin-consent-required'])
      expect([cause, groupingOf(cause, null)]).toEqual([cause, true]);
  });
});

describe('a probable outage', () => {
  const burst = (people: number, apps: number, cases = people): Burst => ({ people, apps, cases, since: 0 });

  test.each([
    ['conditional-access-blocked', burst(OUTAGE_PEOPLE, 2)],
    ['mfa-required', burst(9, 4)],
    ['mailbox-unavailable', burst(5, 3)],
    // Reports of a failing service often name no app.
    ['service-outage', burst(SAID_OUTAGE_PEOPLE, 0)],
  ])('%s %j', (cause, seen) => {
    expect(isProbableOutage(seen, cause)).toBe(true);
  });

  test.each([
    ['one person short', 'conditional-access-blocked', burst(OUTAGE_PEOPLE - 1, 4)],
    ['one app', 'conditional-access-blocked', burst(20, 1)],
    ['one person who reports again and again', 'service-outage', burst(1, 3, 12)],
    ['the fault of apps', 'client-secret-expired', burst(20, 5)],
    ['accounts of their own', 'password-expired', burst(20, 5)],
    ['nothing known', 'not-enough-evidence', burst(20, 5)],
    ['a cause of a later version', 'of-a-later-version', burst(20, 5)],
  ])('not %s', (_, cause, seen) => {
    expect(isProbableOutage(seen, cause)).toBe(false);
  });

  test('is more than what the desk always has', () => {
    const seen = burst(8, 3);
    // Before the burst 21 cases in seven windows: three are usual.
    expect(isProbableOutage(seen, 'mfa-required', burst(25, 9, 29))).toBe(false);
    expect(isProbableOutage(burst(12, 3), 'mfa-required', burst(25, 9, 33))).toBe(true);
    // A desk that was quiet until now.
    expect(isProbableOutage(seen, 'mfa-required', seen)).toBe(true);
  });
});
