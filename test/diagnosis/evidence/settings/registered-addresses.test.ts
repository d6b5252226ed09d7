import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../../src/diagnosis/evidence/setting.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../../processor-time.ts';

const registered = (paste: string): readonly string[] =>
  readSettings(unwrap(paste))
    .filter(({ name }) => name === 'registered-redirect-uris')
    .flatMap(({ values }) => values);

describe('addresses listed as in the portal', () => {
  test.each<[string, string[]]>([
    ['Authentication > Web > Redirect URIs\nhttps://rota.contoso.example/cb', ['https://rota.contoso.example/cb']],
    [
      'Redirect URIs:\n- https://a.example/cb\n- https://b.example/cb\n\nhttps://c.example',
      ['https://a.example/cb', 'https://b.example/cb'],
    ],
    ['Registered redirect URI: http://localhost:3000', ['http://localhost:3000']],
    [
      '$ az ad app show --id x --query "web.redirectUris"\n[\n  "http://localhost:5000/getAToken",\n  "https://a.example/cb"\n]',
      ['http://localhost:5000/getAToken', 'https://a.example/cb'],
    ],
    ['Azure portal redirect URI -> msauth.com.contoso.rota://auth', ['msauth.com.contoso.rota://auth']],
  ])('%j', (paste, values) => {
    expect(registered(paste)).toEqual(values);
  });

  test.each([
    "AADSTS50011: The redirect URI 'https://a.example/cb' specified in the request does not match the redirect URIs configured for the application",
    'redirect_uri=https://a.example/cb',
    'Redirect URI: https://a.example/cb',
    'the redirect uris are fine',
  ])('is no list: %j', (paste) => {
    expect(registered(paste)).toEqual([]);
  });

  test.each([
    ['Authentication > Web > Redirect URIs\nhttps://rota.contoso.example/cb', 'web.Redirect URIs'],
    ['Single-page application\n  Redirect URIs  http://localhost:3000/', 'spa.Redirect URIs'],
    ['Platform: Single-page application\nRedirect URIs: http://localhost:3000/', 'spa.Redirect URIs'],
    ['Registered SPA redirect URI: http://localhost:3000', 'spa.redirect URI'],
    ['Mobile and desktop applications\nRedirect URIs\nhttp://localhost', 'publicClient.Redirect URIs'],
    ['It is a web\n\nRedirect URIs: https://a.example/cb', 'Redirect URIs'],
    ['We use the redirect URIs https://a.example/cb for the web', 'redirect URIs'],
  ])('%j is read as %s', (paste, key) => {
    const found = readSettings(unwrap(paste)).filter(({ name }) => name === 'registered-redirect-uris');
    expect(found.map((item) => item.key)).toEqual([key]);
  });

  test('never fails, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Redirect URIs', '\n', 'https://', 'a.example', ' ', 'registered ', ':', '(', '['), {
          maxLength: 60,
        }),
        (parts) => {
          expect(Array.isArray(registered(parts.join('')))).toBe(true);
        },
      ),
    );
  });

  test('takes time in proportion to the text', () => {
    const hostile = 'registered redirect uris '.repeat(40_000);
    expectWithin(2000, () => registered(hostile));
  });
});

describe('the address that an expression gives', () => {
  const sent = (paste: string): readonly string[] =>
    readSettings(unwrap(paste))
      .filter(({ name }) => name === 'redirect-uri')
      .flatMap(({ values }) => values);

  test('is the one in the comment behind it', () => {
    expect(
      sent('auth.log_in(redirect_uri=url_for("back", _external=True))   # -> http://localhost:5000/back'),
    ).toContain('http://localhost:5000/back');
  });

  test('is no address of a comment on something else', () => {
    expect(sent('redirect_uri=url_for("back")\n# see https://a.example/cb')).not.toContain('https://a.example/cb');
  });
});
