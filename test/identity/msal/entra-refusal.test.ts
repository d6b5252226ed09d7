import { describe, expect, test } from 'vitest';
import { meaningOf, redirectRefusal, refusalOf, saysTokenUnknown } from '../../../src/identity/msal/entra-refusal.ts';
import type { MsalApp } from '../../../src/identity/msal/msal-app.ts';
import { diagnoseRefusal } from '../../../src/refusals/diagnose-refusal.ts';
import type { Refusal } from '../../../src/refusals/refusal.ts';

const app: MsalApp = {
  clientId: '2d5c8e94-31b7-4a60-bf02-96d1e7a4c853',
  tenant: 'common',
  proof: { kind: 'secret', secret: 'abc8Q~not-told' },
  scopes: [],
  redirectUri: 'https://bot.contoso.example/auth/callback',
};
const answered = (body: unknown): Refusal => ({
  request: { method: 'POST', url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token' },
  response: { status: 400, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) },
});
const grant = (code: number, more: object = {}): Refusal =>
  answered({ error: 'invalid_grant', error_codes: [code], error_description: `AADSTS${code}: …`, ...more });

describe('what a refusal of the token endpoint means', () => {
  const claims = '{"access_token":{"capolids":{"essential":true,"values":["x"]}}}';
  test.each<[string, Refusal, object]>([
    ['an expired refresh token', grant(700082), { kind: 'sign-in-needed', reason: 'expired' }],
    ['a sign-in frequency', grant(70043), { kind: 'sign-in-needed', reason: 'expired' }],
    ['revoked sessions', grant(50173), { kind: 'sign-in-needed', reason: 'revoked' }],
    [
      'a second factor, with claims',
      grant(50076, { claims }),
      { kind: 'sign-in-needed', reason: 'claims-challenge', claims },
    ],
    ['a second factor, without', grant(50076), { kind: 'sign-in-needed', reason: 'expired' }],
    ['a missing consent', grant(65001), { kind: 'sign-in-needed', reason: 'more-scopes' }],
    [
      'a missing consent by suberror',
      grant(70000, { suberror: 'consent_required' }),
      { kind: 'sign-in-needed', reason: 'more-scopes' },
    ],
    ['an account that is disabled', grant(50057), { kind: 'refused' }],
    ['an administrator’s consent', grant(90094), { kind: 'refused' }],
    ['an expired secret', answered({ error: 'invalid_client', error_codes: [7000222] }), { kind: 'refused' }],
    ['claims with an error that no sign-in mends', answered({ error: 'invalid_client', claims }), { kind: 'refused' }],
    [
      'codes that are no numbers',
      answered({ error: 'invalid_grant', error_codes: ['50173'] }),
      { kind: 'sign-in-needed', reason: 'expired' },
    ],
    ['a proxy’s page', answered('<html>AADSTS50173 invalid_grant</html>'), { kind: 'refused' }],
    ['null', answered('null'), { kind: 'refused' }],
    [
      'no answer',
      { request: { method: 'POST', url: 'x' }, error: { name: 'Error', code: 'ECONNREFUSED', message: '' } },
      { kind: 'refused' },
    ],
    [
      'an empty token cache',
      { request: { method: 'POST', url: 'x' }, error: { name: 'E', code: 'no_tokens_found', message: '' } },
      { kind: 'sign-in-needed', reason: 'expired' },
    ],
  ])('%s', (_what, refusal, meaning) => {
    expect(meaningOf(refusal)).toEqual(meaning);
  });

  test('a refresh token that was used before is told from one that was revoked', () => {
    expect(saysTokenUnknown(grant(70000, { suberror: 'bad_token' }))).toBe(true);
    expect(saysTokenUnknown(grant(50173))).toBe(false);
  });
});

describe('what is recorded', () => {
  test('of a library’s error: name, code and message, no secret', () => {
    const thrown = Object.assign(new Error(`failed with client_secret=abc8Q~${'x'.repeat(34)}`), {
      name: 'ClientAuthError',
      errorCode: 'network_error',
    });
    const refusal = refusalOf(thrown, app, ['User.Read']);
    expect(refusal.error).toMatchObject({ name: 'ClientAuthError', code: 'network_error' });
    expect(JSON.stringify(refusal)).not.toContain('abc8Q~');
    expect(refusal.request).toEqual({
      method: 'POST',
      url: expect.stringContaining('/common/'),
      scopes: ['User.Read'],
    });
  });

  test('of a redirect: the error, never the code or the state, and the engine knows it', () => {
    const query = new URLSearchParams({
      error: 'invalid_request',
      error_description:
        "AADSTS50011: The redirect URI 'https://bot.contoso.example/auth/callback' specified in the request does not match",
      code: 'stolen-code',
      state: 'signed-state',
    });
    const refusal = redirectRefusal(query, app, ['User.Read']);
    expect(JSON.stringify(refusal)).not.toMatch(/stolen-code|signed-state|not-told/);
    expect(diagnoseRefusal(refusal, { now: 0 }).cause).toBe('redirect-uri-mismatch');
  });
});
