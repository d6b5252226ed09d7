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

describe('empty lines', () => {
  const aud = 'api://planner';
  const lines = ['{', `"aud": "${aud}",`, '"exp": 1773144600,', '"nbf": 1773140700', '}'];

  it.each(['\n\n', '\n \n', '\n\n\n'])(
    'between the lines of one object (%j) end it nowhere: JSON reads over them',
    (gap) => {
      expect(claims(lines.join(gap))).toEqual([{ ...LIVES, aud }]);
    },
  );

  it('behind a whole payload part it from the next', () => {
    const [one, other] = ['api://one', 'api://two'];
    expect(claims(`aud: ${one}\nexp: 1773144600\n\naud: ${other}\nnbf: 1773140700`)).toEqual([
      { exp: 1_773_144_600, nbf: undefined, aud: one },
      { exp: undefined, nbf: 1_773_140_700, aud: other },
    ]);
    expect(claims('exp: 1773144600\n\nnbf: 1773140700')).toHaveLength(2);
  });
});
