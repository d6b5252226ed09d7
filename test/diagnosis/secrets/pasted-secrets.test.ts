import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { NOW } from './made-token.ts';
import { LINKS_AND_KEYS } from './pasted/links-and-keys.ts';
import { NOTHING_SECRET } from './pasted/nothing-secret.ts';
import { failuresOf } from './pasted/outputs.ts';
import type { LabelledPaste } from './pasted/pasted-secrets.ts';
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

/** Signatures and payloads are base64 of something else; a value that stands whole may be any other. */
const WITHOUT_INNER_FORM = new Set([
  'client-secret',
  'refresh-token',
  'authorization-code',
  'device-code',
  'sas-signature',
]);

/** The next letter or digit for each but the first twelve characters, which tell what it is. */
function another(value: string): string {
  return (
    value.slice(0, 12) +
    value.slice(12).replaceAll(/[a-y]|[A-Y]|[0-8]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 1))
  );
}

function withOtherSecrets({ paste, secrets }: LabelledPaste): string {
  let text = paste;
  for (const { kind, never } of secrets)
    if (WITHOUT_INNER_FORM.has(kind) && !/%|^[\w+/]+=*$/.test(never[0]!))
      text = text.replaceAll(never[0]!, another(never[0]!));
  return text;
}

describe('masking cuts no evidence', () => {
  const pastes = [...TOKENS, ...SIGN_INS, ...SETTINGS, ...LINKS_AND_KEYS].filter(
    (one) => withOtherSecrets(one) !== one.paste,
  );
  test('there is something to compare', () => {
    expect(pastes.length).toBeGreaterThan(50);
  });
  test.each(pastes)('$name: the same is told with another secret', (labelled) => {
    const told = diagnose(labelled.paste, { now: NOW });
    expect(diagnose(withOtherSecrets(labelled), { now: NOW })).toEqual(told);
  });
});
