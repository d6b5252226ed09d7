import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SecretKind } from '../../../src/diagnosis/diagnosis.ts';
import { findSecrets } from '../../../src/diagnosis/secrets/find-secrets.ts';
import { maskSpans } from '../../../src/diagnosis/secrets/mask-secrets.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { expectLinearTime } from '../../processor-time.ts';
import { GRAPH_PAYLOAD, madeToken, NOW } from './made-token.ts';

const SECRET = 'a1b8Q~xYz0123456789abcdefGHIJKLMNOPqrstu';
const CODE = `0.AYsBkrLMn7xQ8EaTzP3yVd0aBq3XlZ1mS9UuB6cY.AgABBAIAAADnfolhJpSnRYB1SVj${'Hgd8'.repeat(20)}`;
const REFRESH = `1.AXoAhRzQ5tJ8dE2mVb7cWk3pLxY9aN4sTgF6hU0.AgABAwEAAABVrSpeuWamRam2jAF${'1XRQ'.repeat(30)}`;
const PERSONAL_REFRESH = 'M.C546_BL2.0.U.-CdKp9!x7Yz*Q2mN8vB4tR6wE1sA3dF5gH7jK9lZ$$';

function found(paste: string): { kind: SecretKind; expires: string | null; expired: boolean | null }[] {
  return findSecrets(unwrap(paste), NOW).secrets.map(({ kind, expires, expired }) => ({ kind, expires, expired }));
}
const kinds = (paste: string): SecretKind[] => found(paste).map(({ kind }) => kind);
function masked(paste: string): string {
  return maskSpans(paste, findSecrets(unwrap(paste), NOW).spans, 0, paste.length);
}

describe('what is a secret', () => {
  test.each<[string, SecretKind, string]>([
    ['an Authorization header', 'access-token', `Authorization: Bearer ${madeToken(GRAPH_PAYLOAD)}`],
    ['a Bearer without a space', 'access-token', `authorization: Bearer${madeToken(GRAPH_PAYLOAD)}`],
    [
      'an ID token by its claims',
      'id-token',
      madeToken({ aud: 'x', iss: 'y', nonce: 'n', name: 'Lena', preferred_username: 'l@x.example' }),
    ],
    ['an ID token by its field', 'id-token', `"id_token":"${madeToken({ aud: 'x' })}"`],
    [
      'a client assertion by its claims',
      'client-assertion',
      `client assertion ${madeToken({ iss: 'c', sub: 'c', aud: 'https://login.microsoftonline.com/t/v2.0' })}`,
    ],
    [
      'an on-behalf-of assertion',
      'user-assertion',
      `grant_type=urn:x&assertion=${madeToken(GRAPH_PAYLOAD)}&requested_token_use=on_behalf_of`,
    ],
    ['a personal account’s ticket', 'access-token', `Authorization: Bearer EwB4A8l6BAAU${'Ab3+/x9'.repeat(40)}==`],
    ['a code in a redirect', 'authorization-code', `https://localhost/cb?code=${CODE}&state=12345&session_state=00aa`],
    ['a code in a body', 'authorization-code', `grant_type=authorization_code&code=${CODE}&redirect_uri=x`],
    [
      'a personal code',
      'authorization-code',
      'http://localhost/?code=M.C5xx_BAY.2.U.6a8f7d6c-1b2e-4f3a-9c8d-7e6f5a4b3c2d&state=x',
    ],
    [
      'a device code',
      'device-code',
      `{"user_code":"ABCD1234","device_code":"DAQABAAEAAADnfolhJpSnRYB1SVj-Hgd8${'xY1'.repeat(30)}"}`,
    ],
    ['a verifier', 'code-verifier', 'code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'],
    ['a refresh token', 'refresh-token', `"refresh_token": "${REFRESH}"`],
    ['a refresh token with no name', 'refresh-token', `it says ${REFRESH} and then fails`],
    ['a personal refresh token', 'refresh-token', `refresh_token=${PERSONAL_REFRESH}`],
    ['a form’s client secret', 'client-secret', 'client_id=1&client_secret=abc.DEF~123_xyz&scope=s'],
    ['a client secret in C#', 'client-secret', `.WithClientSecret("${SECRET}")`],
    ['a client secret in JavaScript', 'client-secret', `clientSecret: '${SECRET}',`],
    ['a client secret in Python', 'client-secret', `client_credential="${SECRET}"`],
    [
      'a client secret by its place',
      'client-secret',
      'new ClientSecretCredential("contoso.onmicrosoft.com", "id", "s3cr3tValue.9")',
    ],
    ['a client secret by its shape', 'client-secret', `the value is ${SECRET} I think`],
    ['a bot’s password', 'client-secret', '"MicrosoftAppPassword": "~Xy.12345abcdeFGH_67890-klmno"'],
    ['an environment line', 'client-secret', 'AZURE_CLIENT_SECRET=abc~DEF.123456'],
    ['an account and its password', 'password', 'curl -u lena:Sup3rS3cret9 https://contoso.example/api'],
    [
      'a long option, on a line of its own',
      'password',
      'curl https://contoso.example/api \\\n\t--user "lena:Sup3rS3cret9"',
    ],
    ['cookies of a command', 'cookie', "curl https://contoso.example -b 'sid=0.AYsBkrLMn7xQ8EaTzP'"],
    ['cookies of a long option', 'cookie', 'curl --cookie "sid=0.AYsBkrLMn7xQ8EaTzP" https://contoso.example'],
    ['an option of a command', 'password', 'az login --service-principal -u x --password Sup3r-S3cret!'],
    ['a session cookie', 'cookie', 'Cookie: ESTSAUTH=0.AYsBkrLMn7xQ8EaTzP; buid=0.AYsABC123456'],
    ['a cookie that is set', 'cookie', 'Set-Cookie: exchangecookie=6ceb8e862ced4cba85704b91d8f0ad1f; path=/; HttpOnly'],
    [
      'a shared access signature',
      'sas-signature',
      'https://x.blob.core.windows.net/c/f?sv=2022&se=2025-06-03T00%3A00%3A00Z&sig=aB3%2Bx9YzQ8EaTzP3yVd0aBq3XlZ1mS9U%3D',
    ],
    [
      'a password in a connection string',
      'password',
      'Server=tcp:x;Database=d;User ID=u;Password=Tr0ub4dor;Encrypt=True',
    ],
    ['a password in an address', 'password', 'postgres://app:Tr0ub4dor9@db.example/x'],
    ['Basic credentials', 'password', `Authorization: Basic ${Buffer.from('lena:Tr0ub4dor9').toString('base64')}`],
    [
      'Basic credentials of an app',
      'client-secret',
      `Authorization: Basic ${Buffer.from('fd4d0981-1de1-45e9-bad5-210b633298d5:abc~1234').toString('base64')}`,
    ],
    [
      'SASL XOAUTH2',
      'access-token',
      `AUTHENTICATE XOAUTH2 ${Buffer.from(`user=a@b.c\u0001auth=Bearer ${madeToken(GRAPH_PAYLOAD)}\u0001\u0001`).toString('base64')}`,
    ],
    [
      'a pre-authenticated link',
      'download-link',
      '"@microsoft.graph.downloadUrl":"https://contoso.sharepoint.com/_layouts/15/download.aspx?UniqueId=1&tempauth=v1.eyJzaXRlaWQiOiIx.abc123XYZ456"',
    ],
    [
      'an upload address',
      'download-link',
      'https://outlook.office365.com/api/x?authtoken=aB3x9YzQ8EaTzP3yVd0aBq3XlZ1mS9U',
    ],
    ['a GitHub token', 'api-key', `token ghp_${'aB3x9YzQ8E'.repeat(4)}`],
    ['a Slack token', 'api-key', ['xoxb', '123456789012', 'abcDEF123456'].join('-')],
    ['an AWS key id', 'api-key', `AKIA${'ABCDEFGH12345678'}`],
    [
      'a private key',
      'private-key',
      `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(20)}-----END PRIVATE KEY-----`,
    ],
  ])('%s', (_, kind, paste) => {
    expect(kinds(paste)).toContain(kind);
    expect(new Set(kinds(paste)).size).toBe(1);
  });

  test.each([
    [
      'a claims challenge',
      'claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTcyNjA3NzU5NSJ9fX0="',
    ],
    [
      'ids of a request',
      'request-id: 7338461e-be4f-49bb-9cd0-4161413f36f2\nx-ms-ags-diagnostic: {"ServerInfo":{"DataCenter":"West US"}}\nTrace ID: ca9e6aa2-3ce6-4dff-820b-94f698c7a000',
    ],
    ['stars', 'client_secret=***&code=***'],
    ['a template', '"client_secret": "<your-client-secret>", password: {{password}}, token=$TOKEN'],
    ['a variable of the environment', 'client_secret=os.environ["SECRET"], clientSecret: process.env.CLIENT_SECRET'],
    ['a variable of the code', 'client_secret=client_secret, password=password)'],
    [
      'what a log left out',
      'Authorization : [PII_REDACTED]\nAuthorization: Bearer undefined\nAuthorization: Bearer <token>',
    ],
    ['a secret’s ID in its place', 'client_secret=7338461e-be4f-49bb-9cd0-4161413f36f2'],
    ['a thumbprint', "x5t: TFmpsN9kLK5zaAB7BkA098eRYcc, Thumbprint 'E7C7990DC124DA511104DDB5DAB5D71AC32D4BDD'"],
    [
      'a nonce of a challenge',
      'PoP realm="", nonce="0wLn4dZ1GFoDFf2z+iyO0o9Zp4mAAiq9TxXaoNq4h59JbKDBA8nhlRWdUlhFWOb9SoQpf1mP7tOkCOiT"',
    ],
    [
      'error codes',
      'error_uri=https://login.microsoftonline.com/error?code=700016 "code": "InvalidAuthenticationToken"',
    ],
    [
      'a sentence',
      'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the client secret value. Password: expired',
    ],
    ['a skip token', 'https://graph.microsoft.com/v1.0/me/events?$skiptoken=aB3x9YzQ8EaTzP3yVd0aBq3XlZ1mS9U'],
    [
      'a word that ends as an option',
      'curl x-b "sid=0.AYsBkrLMn7xQ8EaTzP" y-u lena:Sup3rS3cret9 --users lena:Sup3rS3cret9',
    ],
    ['attributes of a cookie', 'cookie: SameSite=Lax  response_mode: form_post'],
    ['a header that was cut', 'Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9…'],
    ['a token without its signature', madeToken(GRAPH_PAYLOAD).split('.').slice(0, 2).join('.')],
    ['a code that was cut', 'code=0.AYsBkrLMn7...&redirect_uri=x&grant_type=authorization_code'],
    ['the count a token claim gives', '"rh":"1.AXoAhRzQ5tJ8dE2mVb7cWk3pLxY9aN4s-AAA."'],
  ])('not %s', (_, paste) => {
    expect(kinds(paste)).toEqual([]);
  });
});

describe('what is told of it', () => {
  test('expiry of a token, and whether it has passed', () => {
    const paste = `${madeToken(GRAPH_PAYLOAD)}\n\n${madeToken({ ...GRAPH_PAYLOAD, exp: 1748850000 })}`;
    expect(found(paste)).toEqual([
      { kind: 'access-token', expires: '2025-06-02T10:36:21.000Z', expired: false },
      { kind: 'access-token', expires: '2025-06-02T07:40:00.000Z', expired: true },
    ]);
  });
  test('expiry of a signature and of a cookie', () => {
    expect(found('https://x.example/f?se=2025-06-03&sig=aB3%2Bx9YzQ8EaTzP3yVd0')[0]!.expires).toBe(
      '2025-06-03T00:00:00.000Z',
    );
    expect(found('Set-Cookie: sid=6ceb8e862ced4cba; expires=Wed, 10-Oct-2018 00:37:59 GMT; path=/')[0]).toEqual({
      kind: 'cookie',
      expires: '2018-10-10T00:37:59.000Z',
      expired: true,
    });
  });
  test('nothing where nothing can be known', () => {
    expect(found('client_secret=abc.DEF~123_xyz')).toEqual([{ kind: 'client-secret', expires: null, expired: null }]);
  });
  test('the same secret is told once and masked everywhere', () => {
    const paste = `client_secret=${SECRET}\nagain ${SECRET}`;
    expect(kinds(paste)).toEqual(['client-secret']);
    expect(masked(paste)).toBe('client_secret=[hidden]\nagain [hidden]');
  });
  test('an impossible expiry is no expiry', () => {
    expect(found(madeToken({ ...GRAPH_PAYLOAD, exp: 1e300 }))[0]!.expires).toBeNull();
  });
  test('every kind comes with a way to end it', () => {
    for (const secret of findSecrets(unwrap(`client_secret=${SECRET} ${madeToken(GRAPH_PAYLOAD)}`), NOW).secrets) {
      expect(secret.revoke).toMatch(/^[A-Z].{20,}\.$/);
    }
  });
});

describe('however it is wrapped', () => {
  const token = madeToken(GRAPH_PAYLOAD);
  test.each<[string, string]>([
    ['JSON in JSON', JSON.stringify(JSON.stringify({ access_token: token, note: 'x' }))],
    ['three deep', JSON.stringify(JSON.stringify(JSON.stringify({ client_secret: SECRET })))],
    ['percent-encoded', encodeURIComponent(`refresh_token=${REFRESH}&x=1`)],
    ['HTML', `<p>client_secret=<b>${SECRET}</b></p>`],
    ['smart quotes', `“client_secret”: “${SECRET}”`],
    ['CSV quotes', `""refresh_token"":""${REFRESH}""`],
    ['a Python dictionary', `{'access_token': '${token}', 'refresh_token': '${REFRESH}'}`],
    ['hard line ends', `Authorization: Bearer ${token.replaceAll(/(.{76})/g, '$1\n')}`],
  ])('%s', (_, paste) => {
    const { spans } = findSecrets(unwrap(paste), NOW);
    expect(spans.length).toBeGreaterThan(0);
    const quote = maskSpans(paste, spans, 0, paste.length);
    for (const secret of [token.slice(-40), SECRET.slice(4), REFRESH.slice(-40)]) expect(quote).not.toContain(secret);
  });
  test('spans are ordered and apart', () => {
    const paste = `a ${token} client_secret=${SECRET} "refresh_token":"${REFRESH}" Cookie: a=${SECRET}; b=${token}`;
    const { spans } = findSecrets(unwrap(paste), NOW);
    for (let index = 1; index < spans.length; index += 1)
      expect(spans[index]!.start).toBeGreaterThanOrEqual(spans[index - 1]!.end);
  });
});

describe('hostile text', () => {
  test.each([
    'eyJ.',
    'client_secret=',
    'token="',
    'password: "',
    'cookie: a=',
    'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.\n',
    '-----BEGIN PRIVATE KEY-----',
    'EwA',
    '\\"',
    'bearer ',
    'sig=?',
  ])('runs of %j take linear time', (unit) => {
    expectLinearTime(unit, unwrap, (views) => findSecrets(views, NOW));
  });
  test('anything at all is read without a throw, and spans stay inside the paste', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'eyJ',
            '.',
            'client_secret',
            '=',
            '"',
            '\\',
            '\n',
            'Bearer ',
            '%22',
            '…',
            '-----BEGIN PRIVATE KEY-----',
            'code=',
            '&',
            '0.A',
            'İ',
            '<b>',
            'Cookie: ',
            'x9Y',
          ),
          { maxLength: 60 },
        ),
        (pieces) => {
          const paste = pieces.join('');
          for (const { start, end } of findSecrets(unwrap(paste), NOW).spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(paste.length);
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('a sign-in by user name and password, written as a call', () => {
  test('the second argument is the secret, the first is the name of the person', () => {
    const paste = 'app.acquire_token_by_username_password("kim@contoso.com", "Sommer-2026!x", scopes=["Mail.Read"])';
    expect(kinds(paste)).toEqual(['password']);
    expect(masked(paste)).toContain('kim@contoso.com');
    expect(masked(paste)).not.toContain('Sommer-2026');
  });

  test('a variable in its place is none', () => {
    expect(kinds('app.acquire_token_by_username_password("kim@contoso.com", pw, scopes=["Mail.Read"])')).toEqual([]);
  });
});
