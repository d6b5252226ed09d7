import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChallenges } from '../../../src/diagnosis/evidence/challenge.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectWithin } from '../../processor-time.ts';

function read(paste: string) {
  return readChallenges(unwrap(paste));
}
function brief(paste: string) {
  return read(paste).map(({ scheme, parameters, lenient }) => ({ scheme, parameters, lenient }));
}

const CLAIMS = 'eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTcyNjA3NzU5NSJ9fX0=';

describe('readChallenges', () => {
  it('reads a header as it was sent by the grammar', () => {
    const paste =
      'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm="a\\"b", error="invalid_token"\r\nDate: x';
    expect(brief(paste)).toEqual([
      { scheme: 'bearer', parameters: { realm: 'a"b', error: 'invalid_token' }, lenient: false },
    ]);
    const [found] = read(paste);
    expect(paste.slice(found?.span.start, found?.span.end)).toBe('Bearer realm="a\\"b", error="invalid_token"');
  });

  it('reads several challenges of one line, commas in quotes, curl -v', () => {
    const found = brief(
      '* Connected\n< HTTP/1.1 401\n< www-authenticate: PoP nonce="x", Bearer trusted_issuers="a@*,b@*",Negotiate,NTLM,Basic Realm=""\n< date: y',
    );
    expect(found.map((one) => one.scheme)).toEqual(['pop', 'bearer', 'negotiate', 'ntlm', 'basic']);
    expect(found[1]?.parameters).toEqual({ trusted_issuers: 'a@*,b@*' });
    expect(found.every((one) => !one.lenient)).toBe(true);
  });

  const expected = { scheme: 'bearer', parameters: { realm: '', error: 'invalid_token' }, lenient: true };
  it.each([
    ['equals sign', 'www-authenticate =Bearer realm="", error="invalid_token"'],
    ['Postman', 'WWW-Authenticate →Bearer realm="", error="invalid_token"'],
    ['arrow', 'WWW-Authenticate -> Bearer realm="", error="invalid_token"'],
    ['Python dictionary', `{'WWW-Authenticate': 'Bearer realm="", error="invalid_token"', 'Date': 'Mon'}`],
    ['JavaScript object', `headers: { 'www-authenticate': 'Bearer realm="", error="invalid_token"', date: 'Mon' }`],
    ['unquoted JavaScript object', `{ www-authenticate: Bearer realm="", error="invalid_token", date: Mon }`],
    ['JSON', '{"www-authenticate": "Bearer realm=\\"\\", error=\\"invalid_token\\"", "date": "Mon"}'],
    [
      'JSON in JSON',
      '"{\\"www-authenticate\\": \\"Bearer realm=\\\\\\"\\\\\\", error=\\\\\\"invalid_token\\\\\\"\\", \\"a\\": 1}"',
    ],
    ['JSON list', '{"www-authenticate": ["Bearer realm=\\"\\", error=\\"invalid_token\\""]}'],
    ['Node raw headers', `['WWW-Authenticate', 'Bearer realm="", error="invalid_token"', 'Date', 'Mon']`],
    [
      'PowerShell dictionary',
      '{[Cache-Control, private], [WWW-Authenticate, Bearer realm="", error="invalid_token"], [Date, x]}',
    ],
    ['PowerShell list', 'WWW-Authenticate : {Bearer realm="", error="invalid_token"}'],
    ['folded', 'WWW-Authenticate: Bearer realm="",\n   error="invalid_token"\nDate: x'],
    ['broken behind a comma by a mail', 'WWW-Authenticate: Bearer realm="",\nerror="invalid_token"\nDate: x'],
    ['wrapped inside', 'WWW-Authenticate: Bearer realm="",\n error="invalid_token"'],
    ['single quotes', "WWW-Authenticate: Bearer realm='', error='invalid_token'"],
    ['run together', 'HTTP/1.1 401Server: xWWW-Authenticate: Bearer realm="", error="invalid_token"Date: Tue'],
    ['two lines of a network tab', 'www-authenticate:\nBearer realm="", error="invalid_token"'],
    ['no commas', 'WWW-Authenticate: Bearer realm="" error="invalid_token"'],
    ['without its name', 'got: Bearer realm="", error="invalid_token" from the server'],
    ['unquoted', 'WWW-Authenticate: Bearer realm=, error=invalid_token'],
  ])('forgives pasting: %s', (_, paste) => {
    expect(brief(paste)).toEqual([expected]);
  });

  it('goes on to the schemes after a header run together with the next', () => {
    const found = brief(
      'x-a: b"Server: IISWWW-Authenticate: Bearer error="invalid_token",Negotiate,NTLM,Basic realm="autodiscover.x"Date: Tue, 1 Jan',
    );
    expect(found.map((one) => one.scheme)).toEqual(['bearer', 'negotiate', 'ntlm', 'basic']);
    expect(found[3]?.parameters).toEqual({ realm: 'autodiscover.x' });
  });

  it('reads unquoted base64 claims and an unquoted address', () => {
    const [found] = read(
      `WWW-Authenticate: Bearer authorization_uri=https://login.windows.net/common/oauth2/authorize, error=insufficient_claims, claims=${CLAIMS}`,
    );
    expect(found).toMatchObject({
      lenient: true,
      parameters: {
        authorization_uri: 'https://login.windows.net/common/oauth2/authorize',
        error: 'insufficient_claims',
        claims: CLAIMS,
      },
      claims: { asked: ['nbf'], acrs: [], nbf: 1726077595 },
    });
  });

  it('reads inner quotes that lost their backslashes, and plain JSON claims', () => {
    const [found] = read(
      'WWW-Authenticate: Bearer error_description="The audience "api://x" is invalid", claims="{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"',
    );
    expect(found?.parameters.error_description).toBe('The audience "api://x" is invalid');
    expect(found?.claims).toMatchObject({ asked: ['acrs'], acrs: ['c1'] });
  });

  it('keeps what stands before a cut', () => {
    const [found] = read(
      'WWW-Authenticate: Bearer error="invalid_token", error_description="The access tok\nContent-Length: 0\nX: "y"',
    );
    expect(found?.parameters).toEqual({ error: 'invalid_token', error_description: 'The access tok' });
  });

  it('reads a sentence without quotes to its end', () => {
    const [found] = read(
      'Bearer error=invalid_token, error_description=The token has expired at noon, error_uri=http://x',
    );
    expect(found?.parameters).toMatchObject({
      error_description: 'The token has expired at noon',
      error_uri: 'http://x',
    });
  });

  it.each([
    'The WWW-Authenticate header was missing.',
    'WWW-Authenticate:\nServer: x',
    'Authorization: Bearer eyJhbGciOi.x.y',
    'Bearer token = abc',
    'const scheme = "Bearer"; error = "x"',
    'services.AddAuthentication("Bearer").AddJwtBearer("Bearer", options => { options.Authority = "x"; })',
    'AuthenticationScheme: Bearer was challenged.',
  ])('finds none in %s', (paste) => {
    expect(read(paste)).toEqual([]);
  });

  it('gives the same challenges when a strict header is pasted as a dictionary', () => {
    const name = fc.constantFrom('realm', 'error', 'client_id', 'nonce', 'scope');
    const value = fc.stringMatching(/^[A-Za-z0-9 .:/@*-]{0,20}$/);
    fc.assert(
      fc.property(fc.dictionary(name, value, { minKeys: 1, noNullPrototype: true }), (parameters) => {
        const list = Object.entries(parameters)
          .map(([key, text]) => `${key}="${text}"`)
          .join(', ');
        const strict = read(`WWW-Authenticate: Bearer ${list}`);
        const pasted = read(`{'WWW-Authenticate': 'Bearer ${list}', 'Date': 'x'}`);
        expect(strict.map((one) => one.lenient)).toEqual([false]);
        expect(pasted.map((one) => one.parameters)).toEqual(strict.map((one) => one.parameters));
      }),
      { numRuns: 200 },
    );
  });

  it('stays within bounds on hostile text', () => {
    for (const piece of [
      'www-authenticate: bearer a="',
      'bearer realm="',
      'Bearer realm=,',
      '"',
      'basic ',
      'WWW-Authenticate: Bearer \\"',
    ]) {
      const views = unwrap(piece.repeat(Math.ceil(2 ** 18 / piece.length)));
      expectWithin(250, () => expect(readChallenges(views).length).toBeLessThanOrEqual(200));
    }
  });
});
