import { describe, expect, it } from 'vitest';
import { accessTokenClaims } from '../../src/refusals/access-token-claims.ts';
import { claimsOfChallenge, claimsOfRefusal } from '../../src/refusals/claims-challenge.ts';
import { keptBody, keptError, keptHeaders, keptUrl } from '../../src/refusals/record-refusal.ts';
import { accessToken, goodClaims } from '../identity/made-access-token.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const TOKEN = accessToken(goodClaims(NOW));
const SECRET = 'Zx48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH';

describe('what is recorded of a refusal', () => {
  it('keeps the headers that tell why, and no cookie or address', () => {
    const headers = new Headers({
      'WWW-Authenticate': 'Bearer realm=""',
      'Retry-After': '10',
      'request-id': 'r-1',
      'Set-Cookie': 'esctx=secret',
      Location: 'https://localhost/?code=0.secret',
      'x-frame-options': 'DENY',
    });
    expect(keptHeaders(headers)).toEqual({
      'www-authenticate': 'Bearer realm=""',
      'retry-after': '10',
      'request-id': 'r-1',
    });
  });

  it('masks what a body, an address or an error echoes', () => {
    expect(keptBody(`{"error":"bad","access_token":"${TOKEN}"}`)).not.toContain(TOKEN.slice(10, 60));
    expect(keptUrl(`https://login.microsoftonline.com/x/oauth2/v2.0/token?client_secret=${SECRET}`)).not.toContain(
      SECRET,
    );
    expect(keptError(new TypeError(`"Bearer ${TOKEN}" is an invalid header value`)).message).not.toContain(
      TOKEN.slice(10, 60),
    );
  });

  it('bounds the body', () => {
    expect(keptBody('x'.repeat(1_000_000)).length).toBeLessThanOrEqual(8192);
  });

  it('takes the network’s own error out of fetch’s', () => {
    const inner = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    expect(keptError(new TypeError('fetch failed', { cause: inner }))).toEqual({
      name: 'Error',
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED 127.0.0.1:1',
    });
    expect(keptError('a string')).toEqual({ name: 'Error', message: '' });
    expect(keptError(Object.assign(new Error('x'), { errorCode: 'invalid_grant' })).code).toBe('invalid_grant');
  });
});

describe('the claims of a token', () => {
  it('are the ones that decide, never the token', () => {
    const claims = accessTokenClaims(accessToken({ ...goodClaims(NOW), ipaddr: '203.0.113.7', uti: 'u', rh: 'r' }));
    expect(claims).toMatchObject({ aud: 'https://graph.microsoft.com', upn: 'anna@contoso.com' });
    for (const name of ['ipaddr', 'uti', 'rh', 'name']) expect(claims).not.toHaveProperty(name);
  });

  it.each(['', 'undefined', 'EwB4A8l6BAAUopaque', 'eyJhbGciOiJSUzI1NiJ9.broken', 'a.b.c'])(
    'are none in %j',
    (token) => {
      expect(accessTokenClaims(token)).toBeNull();
    },
  );
});

describe('the claims of a challenge', () => {
  // Its base64 has both a plus and padding.
  const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1>>?"}}}';
  const header = (encoded: string) => `Bearer realm="", error="insufficient_claims", claims="${encoded}"`;

  it.each([
    ['base64', Buffer.from(CLAIMS).toString('base64')],
    ['base64url', Buffer.from(CLAIMS).toString('base64url')],
    ['base64 without padding', Buffer.from(CLAIMS).toString('base64').replace(/=+$/, '')],
  ])('are decoded from %s', (_, encoded) => {
    expect(claimsOfChallenge(header(encoded))).toBe(CLAIMS);
  });

  it('are found behind another challenge, and with invalid_token too', () => {
    const encoded = Buffer.from(CLAIMS).toString('base64');
    expect(claimsOfChallenge(`PoP nonce="abc", Bearer error="invalid_token", claims="${encoded}"`)).toBe(CLAIMS);
  });

  it.each([null, '', 'Bearer realm=""', header('bm90IGpzb24'), header('!!!'), 'Bearer claims='])(
    'are none in %j',
    (value) => {
      expect(claimsOfChallenge(value)).toBeNull();
    },
  );

  it('are found in the body of the token endpoint, and in the header of a refusal', () => {
    const request = { method: 'POST', url: 'https://login.microsoftonline.com/x/oauth2/v2.0/token' };
    const refusal = (headers: Record<string, string>, body: string) => ({
      request,
      response: { status: 400, headers, body },
    });
    expect(claimsOfRefusal(refusal({}, JSON.stringify({ error: 'interaction_required', claims: CLAIMS })))).toBe(
      CLAIMS,
    );
    expect(claimsOfRefusal(refusal({ 'WWW-Authenticate': header(btoa(CLAIMS)) }, ''))).toBe(CLAIMS);
    expect(claimsOfRefusal(refusal({}, '{"error":"invalid_grant"}'))).toBeNull();
    expect(claimsOfRefusal(refusal({}, 'no json'))).toBeNull();
    expect(claimsOfRefusal({ request })).toBeNull();
  });
});
