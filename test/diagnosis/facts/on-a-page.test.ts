import { expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const patches = (paste: string) => diagnose(paste, { now: Date.UTC(2026, 10, 22, 12) }).fix?.patches.length ?? 0;
const ID = '91d69862-e8c2-438d-84b3-10b0fbbd7b00';

test.each([
  ['a page of the sign-in', `Error Code: 53003\nRequest Id: ${ID}\nApp name: Contoso CRM\nApp id: ${ID}`],
  ['an entry of the sign-in log', `Sign-in error code: 53003\nFailure reason: Blocked.\nCorrelation ID: ${ID}`],
])('code for an app is no answer to %s', (_, paste) => {
  expect(patches(paste)).toBe(0);
});

test('a program that meets the same code is shown code', () => {
  expect(
    patches(
      '{"error":"interaction_required","error_description":"AADSTS53003: Access has been blocked.","error_codes":[53003]}',
    ),
  ).toBeGreaterThan(0);
});
