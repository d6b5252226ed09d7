import { expect, test } from 'vitest';
import { CAUSE_IDS } from '../../src/diagnosis/cause-id.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { type Heard, speaks } from '../../src/triage/when-to-speak.ts';
import { NOW } from './sample-cases.ts';

const SURE: Heard = {
  mentioned: false,
  muted: false,
  quietThread: false,
  verdict: 'certain',
  cause: 'conditional-access-blocked',
  readSomething: true,
  shown: true,
};

test.each([{}, { verdict: 'likely' }] as const)('%j is worth an interruption', (change) => {
  expect(speaks({ ...SURE, ...change })).toBe('answer');
});

test.each([
  { verdict: 'possible' },
  { verdict: 'undecided', cause: 'not-enough-evidence' },
  { cause: 'not-enough-evidence' },
  { muted: true },
  { quietThread: true },
  { readSomething: false },
  { shown: false },
  { cause: 'of-a-later-version' as 'throttled' },
] as const)('%j is not', (change) => {
  expect(speaks({ ...SURE, ...change })).toBe('silent');
});

test('who names the bot gets an answer, whatever there is to say', () => {
  for (const cause of CAUSE_IDS) {
    expect(
      speaks({
        ...SURE,
        cause,
        verdict: 'undecided',
        mentioned: true,
        muted: true,
        quietThread: true,
        readSomething: false,
        shown: false,
      }),
    ).toBe('answer');
  }
});

test('errors of another vendor are silent by way of the engine', () => {
  const paste =
    'google.auth.exceptions.RefreshError: (invalid_grant: Token has been expired or revoked. accounts.google.com)';
  const { cause, verdict } = diagnose(paste, { now: NOW });
  expect(speaks({ ...SURE, cause, verdict })).toBe('silent');
});
