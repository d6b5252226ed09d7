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

test.each([
  ['a wrong password', 'Il tuo account o la password non sono corretti. Se non ricordi la password, reimpostala ora.'],
  ['a window of Office', 'Error Code: CAA20003\nServer message: AADSTS50173: The provided grant has expired.'],
])('nor to %s that a person sees', (_, paste) => {
  expect(patches(paste)).toBe(0);
});

test('a person is told what a person can do, and a program what a program can', () => {
  const steps = (paste: string) =>
    diagnose(paste, { now: 0 })
      .fix?.steps.map(({ text }) => text)
      .join('\n');
  expect(steps(`Error Code: 500121\nRequest Id: ${ID}`)).toContain('Use another way to sign in');
  expect(steps(`Error Code: 500121\nRequest Id: ${ID}`)).not.toContain('on-behalf-of');
  expect(steps('{"error":"invalid_grant","error_description":"AADSTS50076: MFA","error_codes":[50076]}')).toContain(
    'on-behalf-of',
  );
  expect(steps(`Error Code: 53003\nRequest Id: ${ID}\nDevice platform: iOS\nDevice state: Unregistered`)).toContain(
    'The page calls the device «Unregistered»',
  );
});

test('who can enrol a device is asked to, and nobody else for a place', () => {
  const owner = (code: number) => diagnose(`Error Code: ${code}\nRequest Id: ${ID}`, { now: 0 }).fix?.owner;
  expect([53000, 53003].map(owner)).toEqual(['end-user', 'tenant-admin']);
});

test('a reference to the sign-in log names the code that came, not one that is remembered', () => {
  const { fix } = diagnose(
    'AADSTS50076: Due to a configuration change made by your administrator you must use multi-factor authentication.\noh I had AADSTS53003 last week',
    { now: 0 },
  );
  expect(fix?.forward).toContain('AADSTS50076');
});

test('a program that meets the same code is shown code', () => {
  expect(
    patches(
      '{"error":"interaction_required","error_description":"AADSTS53003: Access has been blocked.","error_codes":[53003]}',
    ),
  ).toBeGreaterThan(0);
});
