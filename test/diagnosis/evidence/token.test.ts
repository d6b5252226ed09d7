import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TokenEvidence } from '../../../src/diagnosis/evidence/evidence.ts';
import { readTokens } from '../../../src/diagnosis/evidence/token.ts';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';
import { GRAPH_PAYLOAD, madeToken } from '../secrets/made-token.ts';

const read = (paste: string): TokenEvidence[] => readTokens(unwrap(paste));
const token = madeToken(GRAPH_PAYLOAD);
const TENANT = '1f3a9509-f126-4db3-be30-a4e17015a80d';

describe('signed tokens', () => {
  test('header and claims, nothing else', () => {
    const [found] = read(`GET /me\nAuthorization: Bearer ${token}\n`);
    expect(found).toMatchObject({ format: 'jwt', sent: true, field: null, truncated: false, header: { alg: 'RS256' } });
    expect(found!.claims).toEqual({
      idTokenMarks: [],
      aud: 'https://graph.microsoft.com',
      iss: GRAPH_PAYLOAD.iss,
      tid: TENANT,
      ver: '1.0',
      appid: GRAPH_PAYLOAD.appid,
      scp: ['Calendars.ReadWrite', 'User.Read'],
      exp: 1748860581,
      nbf: 1748856667,
      iat: 1748856667,
    });
    expect(JSON.stringify(found)).not.toContain(token.slice(-30));
  });
  test('the span is the token in the person’s own text', () => {
    const paste = `{\\"access_token\\":\\"${token}\\"}`;
    const [found] = read(paste);
    expect(paste.slice(found!.span.start, found!.span.end)).toBe(token);
    expect(found!.field).toBe('access_token');
  });
  test.each([
    ['"access_token":"', 'access_token', false],
    ['"id_token": "', 'id_token', false],
    ["'client_assertion': '", 'client_assertion', false],
    ['&assertion=', 'assertion', false],
    ['accessToken = "', 'access_token', false],
    ['Authorization: Bearer ', null, true],
    ["'Authorization': 'Bearer ", null, true],
    ['Authorization: ', null, true],
    ['Bearer', null, true],
    ['"token_type":"Bearer","access_token":"', 'access_token', false],
    ['$ echo $T\n', null, false],
  ])('%j before it', (before, field, sent) => {
    expect(read(`${before}${token}`)[0]).toMatchObject({ field, sent });
  });
  test('identical ones once, and where it was sent counts', () => {
    const found = read(`"access_token":"${token}"\n\nAuthorization: Bearer ${token}`);
    expect(found).toHaveLength(1);
    expect(found[0]!.sent).toBe(true);
  });
  test.each([
    ['in its payload', token.slice(0, 260), true],
    ['without its signature', token.split('.').slice(0, 2).join('.'), true],
    ['with an ellipsis', `${token.slice(0, 300)}…`, true],
    [
      'unsigned on purpose',
      `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${token.split('.')[1]}.`,
      false,
    ],
  ])('cut %s', (_, text, truncated) => {
    const [found] = read(`token: ${text}`);
    expect(found).toMatchObject({ truncated });
    expect(found!.claims.aud).toBe('https://graph.microsoft.com');
  });
  test('hard line ends', () => {
    expect(read(`Authorization: Bearer ${token.replaceAll(/(.{80})/g, '$1\n')}`)[0]).toMatchObject({
      truncated: false,
      claims: { tid: TENANT },
    });
  });
  test('marks of an ID token', () => {
    const idToken = madeToken({
      aud: 'fd4d0981-1de1-45e9-bad5-210b633298d5',
      nonce: 'n',
      name: 'Lena',
      preferred_username: 'l@x.example',
    });
    expect(read(idToken)[0]!.claims.idTokenMarks).toEqual(['nonce', 'name', 'preferred_username']);
    expect(read(madeToken({ ...GRAPH_PAYLOAD, name: 'Lena', at_hash: 'x' }))[0]!.claims.idTokenMarks).toEqual([
      'at_hash',
    ]);
  });
  test('version 2, B2C, application and acr claims', () => {
    expect(
      read(
        madeToken({
          azp: 'a',
          roles: ['Calendars.Read'],
          aud: ['one', 'two'],
          xms_cc: ['cp1'],
          tfp: 'B2C_1_susi',
          acrs: ['c1'],
        }),
      )[0]!.claims,
    ).toMatchObject({
      appid: 'a',
      roles: ['Calendars.Read'],
      aud: 'one',
      capabilities: ['cp1'],
      policy: 'B2C_1_susi',
      acrs: ['c1'],
    });
  });
  test('no more than twenty', () => {
    expect(
      read(Array.from({ length: 40 }, (_, index) => madeToken({ ...GRAPH_PAYLOAD, index })).join('\n\n')),
    ).toHaveLength(20);
  });
});

describe('opaque tokens', () => {
  test.each([
    ['Authorization: Bearer EwB4A8l6BAAUO9chh8cJscQLmU', { format: 'opaque', sent: true, truncated: false }],
    ['"access_token":"EwBgA8l6BAAU…"', { format: 'opaque', field: 'access_token', truncated: true }],
    ['refresh_token=M.C546_BL2.0.U.-Cd…', { format: 'refresh', field: 'refresh_token', truncated: true }],
    ['Authorization: Bearer 0.AXoAhRzQ5tJ8dE2mVb7cWk3pLxY.AgABAAEAAADnfolhJpSn', { format: 'refresh', sent: true }],
  ])('%s', (paste, expected) => {
    expect(read(paste)).toHaveLength(1);
    expect(read(paste)[0]).toMatchObject(expected);
  });
  test.each([
    '"rh":"1.AXoAhR"',
    'code=0.AYsBkrLMn7xQ8EaTz&grant_type=authorization_code',
    'EwBoth words',
    'version 1.Alpha',
  ])('none in %j', (paste) => {
    expect(read(paste)).toEqual([]);
  });
});

describe('payloads pasted decoded', () => {
  test('JSON', () => {
    const [found] = read(`why?\n${JSON.stringify(GRAPH_PAYLOAD, null, 2)}`);
    expect(found).toMatchObject({
      format: 'claims',
      sent: false,
      claims: { scp: ['Calendars.ReadWrite', 'User.Read'], exp: 1748860581, tid: TENANT },
    });
  });
  test('a Python dictionary', () => {
    expect(
      read(
        "{'aud': '00000003-0000-0000-c000-000000000000', 'roles': ['Calendars.Read', 'User.Read.All'], 'idtyp': 'app'}",
      )[0]!.claims,
    ).toMatchObject({
      aud: '00000003-0000-0000-c000-000000000000',
      roles: ['Calendars.Read', 'User.Read.All'],
      idtyp: 'app',
    });
  });
  test('a copy from jwt.ms keeps header and payload together', () => {
    const found = read(
      '{\n  "typ": "JWT",\n  "nonce": "abc",\n  "alg": "RS256",\n  "kid": "k"\n}.{\n  "aud": "00000003-0000-0000-c000-000000000000",\n  "scp": "User.Read"\n}.[Signature]',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ header: { nonce: 'abc', alg: 'RS256' }, claims: { scp: ['User.Read'] } });
    expect(found[0]!.claims.nonce).toBeUndefined();
  });
  test.each([
    [
      '"aud": "https://outlook.office365.com", "scp": "Mail.Read"',
      { aud: 'https://outlook.office365.com', scp: ['Mail.Read'] },
    ],
    [
      '- aud: https://graph.microsoft.com\n- scp: User.Read Calendars.Read',
      { aud: 'https://graph.microsoft.com', scp: ['User.Read', 'Calendars.Read'] },
    ],
    ['aud = api://f48c5904-a3a1-44a5-af25-c85eed54c87d', { aud: 'api://f48c5904-a3a1-44a5-af25-c85eed54c87d' }],
    [
      'the token has `aud`: 00000003-0000-0000-c000-000000000000, `idtyp`: app',
      { aud: '00000003-0000-0000-c000-000000000000', idtyp: 'app' },
    ],
    [
      '"iss": "https://sts.windows.net/51ba7d4c-7ff3-47d3-b888-86baffa72947/"',
      { iss: 'https://sts.windows.net/51ba7d4c-7ff3-47d3-b888-86baffa72947/' },
    ],
  ])('%s', (paste, claims) => {
    expect(read(paste)).toHaveLength(1);
    expect(read(paste)[0]!.claims).toMatchObject(claims);
  });
  test('two payloads are two tokens', () => {
    const found = read(
      'access token: {"aud":"https://graph.microsoft.com","scp":"User.Read"}\nid token: {"aud":"fd4d0981-1de1-45e9-bad5-210b633298d5","iss":"https://login.microsoftonline.com/x/v2.0","nonce":"n"}',
    );
    expect(found.map(({ field }) => field)).toEqual(['access_token', 'id_token']);
  });
  test.each([
    ['a claims challenge', '{"access_token":{"nbf":{"essential":true,"value":"1726077595"}}}'],
    ['an error', '{"error":{"code":"x","message":"The audience is invalid"}}'],
    ['a query', 'https://login.microsoftonline.com/x/authorize?nonce=1&aud=https://x'],
    ['words', 'the ver: 1.0 and name: Lena and sub: heading'],
    ['a role list of another system', 'roles: [admin, editor]'],
  ])('none in %s', (_, paste) => {
    expect(read(paste)).toEqual([]);
  });
});

test('no piece of a token gets into the evidence, whatever surrounds it', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('', 'Bearer ', '"access_token":"', 'aud: '),
      fc.nat(700),
      (before, name, cut) => {
        const text = token.slice(0, Math.max(40, token.length - cut));
        for (const found of read(`${before}${name}${text}`))
          expect(JSON.stringify(found)).not.toContain(token.slice(60, 110));
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});
