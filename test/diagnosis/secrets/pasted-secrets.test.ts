import { describe, expect, test } from 'vitest';
import { LINKS_AND_KEYS } from './pasted/links-and-keys.ts';
import { NOTHING_SECRET } from './pasted/nothing-secret.ts';
import { failuresOf } from './pasted/outputs.ts';
import { SETTINGS } from './pasted/settings.ts';
import { SIGN_INS } from './pasted/sign-ins.ts';
import { TOKENS } from './pasted/tokens.ts';

describe.each([
  ['tokens', TOKENS],
  ['codes, cookies and passwords of sign-ins', SIGN_INS],
  ['settings', SETTINGS],
  ['links and keys', LINKS_AND_KEYS],
  ['nothing secret', NOTHING_SECRET],
])('%s', (_, pastes) => {
  test.each(pastes)('$name', (labelled) => {
    expect(failuresOf(labelled)).toEqual([]);
  });
});
