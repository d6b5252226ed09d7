import { expect, test } from 'vitest';
import { isInterrupt } from '../../../src/diagnosis/codes/interrupts.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

test('questions in the midst of a sign-in are known', () => {
  expect([50140, 50199, 500121, 53003].map(isInterrupt)).toEqual([true, true, false, false]);
});

test('the failure in a log counts, in whatever order its lines stand', () => {
  const head = 'createdDateTime,userPrincipalName,status.errorCode,status.failureReason';
  const failed =
    '2026-11-22T05:12:40Z,t@contoso.com,500121,Authentication failed during strong authentication request.';
  const asked = "2026-11-22T05:12:09Z,t@contoso.com,50140,'Keep me signed in' interrupt.";
  for (const lines of [
    [failed, asked],
    [asked, failed],
  ])
    expect(diagnose([head, ...lines].join('\n'), { now: 0 }).cause).toBe('mfa-required');
});
