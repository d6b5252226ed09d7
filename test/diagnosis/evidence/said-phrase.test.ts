import { describe, expect, it } from 'vitest';
import { doubtsIn, isSaid } from '../../../src/diagnosis/evidence/said-phrase.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';

function said(text: string, phrase: string): boolean {
  return isSaid(text.toLowerCase(), text.toLowerCase().indexOf(phrase), doubtsIn(original(text)));
}

describe('words of a service', () => {
  it.each([
    'It does not say invalid audience, only Unauthorized.',
    "It doesn't mention an invalid audience",
    'There is no sign of an invalid audience.',
    'Could it be that we send an invalid audience?',
    'Maybe an invalid audience?',
    'Vielleicht invalid audience',
    'The answer may include a header mentioning invalid_token, insufficient_claims, invalid audience, or expired.',
    'La respuesta puede contener invalid audience',
  ])('were not said: %s', (text) => expect(said(text, 'invalid audience')).toBe(false));

  it.each([
    'Invalid audience',
    'Could it be a bug? Graph says: invalid audience',
    'Maybe it is our fault, but Graph answers "invalid audience"',
    'The token is not accepted, invalid audience',
    'I do not understand the invalid audience',
    'We can read the calendar, but to create an event: invalid audience',
    'The header may say more. Graph answers invalid audience',
  ])('were said: %s', (text) => expect(said(text, 'invalid audience')).toBe(true));
});
