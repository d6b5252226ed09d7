import { describe, expect, it } from 'vitest';
import { pastedClaims } from '../../../../src/diagnosis/evidence/tokens/pasted-claims.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const claims = (text: string): unknown[] =>
  pastedClaims(original(text)).map(({ claims: { exp, nbf, aud } }) => ({ exp, nbf, aud }));
const LIVES = { exp: 1_773_144_600, nbf: 1_773_140_700 };

describe('an end of life alone is a payload', () => {
  it.each([
    'exp: 1773144600\nnbf: 1773140700',
    '{"nbf": 1773140700, "exp": 1773144600}',
    "{'exp': 1773144600, 'nbf': 1773140700}",
    'exp=1773144600 nbf=1773140700',
    'exp: 2026-03-10T12:10:00Z, nbf: 2026-03-10T11:05:00Z',
    'nbf 1773140700 exp 1773144600',
  ])('%s', (text) => {
    expect(claims(text)).toEqual([LIVES]);
  });

  it.each([
    'exp: 3600',
    '{"exp": "2 years"}',
    'exp = math.exp(1.773)',
    'https://contoso.com/file?sig=abc&exp=1773144600',
    'the experiment: exp 17731',
  ])('no payload in %s', (text) => {
    expect(claims(text)).toEqual([]);
  });
});
