import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChallenges } from '../../../../src/diagnosis/evidence/www-authenticate/grammar.ts';

function parsed(value: string) {
  return parseChallenges(value)?.map(({ scheme, parameters }) => [scheme, parameters]);
}

describe('parseChallenges (RFC 9110, section 11)', () => {
  it.each([
    ['Basic', [['basic', {}]]],
    ['Basic realm="x"', [['basic', { realm: 'x' }]]],
    ['bEaReR Realm=""', [['bearer', { realm: '' }]]],
    [
      'Negotiate, NTLM',
      [
        ['negotiate', {}],
        ['ntlm', {}],
      ],
    ],
    // Alone, it is a token68 to the grammar.
    ['Bearer realm=', [['bearer', {}]]],
    ['NTLM TlRMTVNTUAACAAAA==', [['ntlm', {}]]],
    ['Bearer a=b, c="d,e"', [['bearer', { a: 'b', c: 'd,e' }]]],
    ['Bearer a = b', [['bearer', { a: 'b' }]]],
    ['Bearer a="say \\"hi\\" \\\\ there"', [['bearer', { a: 'say "hi" \\ there' }]]],
    [
      'Bearer a="1",Basic Realm="",Basic Realm=""',
      [
        ['bearer', { a: '1' }],
        ['basic', { realm: '' }],
        ['basic', { realm: '' }],
      ],
    ],
    [
      'Bearer error="x",Negotiate,NTLM,Basic realm="y"',
      [
        ['bearer', { error: 'x' }],
        ['negotiate', {}],
        ['ntlm', {}],
        ['basic', { realm: 'y' }],
      ],
    ],
    [', Bearer a="1",, b="2",', [['bearer', { a: '1', b: '2' }]]],
    ['Bearer errorDescription="gone"', [['bearer', { error_description: 'gone' }]]],
    // The example of RFC 9110, section 11.6.1.
    [
      'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
      [
        ['basic', { realm: 'simple' }],
        ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
      ],
    ],
  ])('reads %s', (value, expected) => {
    expect(parsed(value)).toEqual(expected);
  });

  it.each([
    '',
    ' , ',
    'Bearer realm="open',
    'Bearer claims=eyJhIjoxfQ==, error="x"',
    'Bearer authorization_uri=https://login.windows.net/common',
    "Bearer error='invalid_token' oh",
    'Bearer a="1" b="2"',
    'Bearer a="1", a="2"',
    'Bearer realm="x"Date: now',
    'Bearer realm=\\"x\\"',
  ])('does not guess at %s', (value) => {
    expect(parsed(value)).toBeUndefined();
  });

  it('places each challenge', () => {
    const value = 'PoP nonce="a", Bearer error="b"';
    const places = parseChallenges(value)?.map(({ start, end }) => value.slice(start, end));
    expect(places).toEqual(['PoP nonce="a"', 'Bearer error="b"']);
  });

  it('reads back whatever is written by the grammar', () => {
    const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
    const content = fc.string({ maxLength: 20, unit: fc.constantFrom('a', ' ', '"', '\\', ',', '=', 'é', '*', "'") });
    const parameters = fc.dictionary(
      token.map((name) => `p${name.toLowerCase()}`),
      content,
      { maxKeys: 4, noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(token, parameters), { minLength: 1, maxLength: 4 }), (challenges) => {
        const written = challenges
          .map(([scheme, all]) => {
            const list = Object.entries(all).map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`);
            return `${scheme} ${list.join(', ')}`.trim();
          })
          .join(', ');
        expect(parsed(written)).toEqual(challenges.map(([scheme, all]) => [scheme.toLowerCase(), all]));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (value) => void parseChallenges(value)),
      { numRuns: 500 },
    );
  });
});
