import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { ADA, CALENDAR, diagnosed, EntraClient, type Refused } from './entra-client.ts';
import { expectRefusal } from './expect-refusal.ts';

let entra: EntraClient;
beforeAll(async () => {
  entra = await EntraClient.start();
});
afterAll(() => entra.sandbox.close());
beforeEach(() => entra.renew());

const tokenFor = (fields: Record<string, string | undefined> = {}, tenant: string = SAMPLE_IDS.tenant) =>
  entra.post({ grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default', ...fields }, tenant);

describe('the app and its credentials', () => {
  it('refuses a wrong secret', async () => {
    expectRefusal(await tokenFor({ client_secret: entra.app.secrets[0]!.id }), {
      code: 7000215,
      error: 'invalid_client',
      status: 401,
      words: /Invalid client secret provided\. .* secret value, not the client secret ID/,
      cause: 'client-secret-invalid',
    });
  });

  it('refuses an expired secret', async () => {
    entra.app.secrets[0]!.expires = entra.now - 1;
    expectRefusal(await tokenFor(), {
      code: 7000222,
      error: 'invalid_client',
      status: 401,
      words: /secret keys for app '2d5c8e94-.*' are expired/,
      cause: 'client-secret-expired',
    });
  });

  it('refuses a missing secret', async () => {
    expectRefusal(await entra.redeem(await entra.code(), { client_secret: undefined }), {
      code: 7000218,
      error: 'invalid_client',
      status: 401,
      words: /'client_assertion' or 'client_secret'/,
      cause: 'client-credential-missing',
    });
    expectRefusal(await tokenFor({ client_secret: '' }), {
      code: 7000216,
      error: 'invalid_client',
      status: 401,
      words: /is required for the 'client_credentials' grant type/,
      cause: 'client-credential-missing',
    });
  });

  it('takes the secret by HTTP Basic too', async () => {
    const basic = Buffer.from(`${entra.app.clientId}:${encodeURIComponent(entra.app.secrets[0]!.value)}`);
    const answer = await entra.post(
      {
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
        client_id: undefined,
        client_secret: undefined,
      },
      SAMPLE_IDS.tenant,
      { authorization: `Basic ${basic.toString('base64')}` },
    );
    expect(answer.status).toBe(200);
  });

  it('refuses a secret of a public client', async () => {
    entra.app.redirectUris = entra.app.redirectUris.map(({ uri }) => ({ uri, platform: 'public-client' }));
    expectRefusal(await entra.redeem(await entra.code()), {
      code: 700025,
      error: 'invalid_client',
      status: 401,
      words: /Client is public/,
      cause: 'public-client-with-secret',
    });
  });

  it('refuses an app that nobody knows, and one of another tenant', async () => {
    const unknown = await entra.redeem('1.A', { client_id: '11111111-2222-4333-8444-555555555555' });
    expectRefusal(unknown, {
      code: 700016,
      error: 'unauthorized_client',
      words: /identifier '11111111-.*' was not found in the directory 'Microsoft'/,
      cause: 'app-not-found',
    });
    entra.app.accountTypes = 'one-tenant';
    expectRefusal(await tokenFor({}, SAMPLE_IDS.partnerTenant), {
      code: 700016,
      error: 'unauthorized_client',
      words: /in the directory 'Harbour Design'/,
      cause: 'app-not-found',
    });
  });

  it('refuses an app without a service principal in the tenant', async () => {
    expectRefusal(await tokenFor({}, SAMPLE_IDS.partnerTenant), {
      code: 7000229,
      error: 'unauthorized_client',
      words: /is missing service principal in the tenant b81d4c62-/,
      cause: 'app-not-found',
    });
  });

  it('refuses a disabled app', async () => {
    entra.app.enabled = false;
    expectRefusal(await tokenFor(), {
      code: 7000112,
      error: 'unauthorized_client',
      words: /\(why401\) is disabled/,
      cause: 'app-disabled',
    });
  });
});

describe('the address', () => {
  it('refuses a tenant that does not exist, and a name that is none', async () => {
    expectRefusal(await tokenFor({}, 'contosso.onmicrosoft.com'), {
      code: 90002,
      error: 'invalid_request',
      words: /Tenant 'contosso.onmicrosoft.com' not found/,
      cause: 'tenant-not-found',
    });
    expectRefusal(await tokenFor({}, '{{tenantid}}'), {
      code: 900023,
      error: 'invalid_request',
      words: /'{{tenantid}}' is neither a valid DNS name/,
      cause: 'tenant-not-found',
    });
  });

  it('refuses an app without a user where no tenant is named', async () => {
    expectRefusal(await tokenFor({}, 'common'), {
      code: 50059,
      error: 'invalid_request',
      words: /No tenant-identifying information/,
      cause: 'tenant-not-found',
    });
  });

  it('refuses a single-tenant app at common, and others at the wrong door', async () => {
    entra.app.accountTypes = 'one-tenant';
    expectRefusal(await tokenFor({}, 'common'), {
      code: 50194,
      error: 'invalid_request',
      words: /is not configured as a multi-tenant application/,
      cause: 'account-type-mismatch',
    });
    entra.app.accountTypes = 'personal-only';
    expectRefusal(await tokenFor(), {
      code: 9002346,
      error: 'invalid_request',
      words: /configured for use by Microsoft Account users only/,
      cause: 'account-type-mismatch',
    });
    entra.app.accountTypes = 'any-tenant';
    expectRefusal(await tokenFor({}, 'consumers'), {
      code: 9002332,
      error: 'invalid_request',
      words: /do not use the \/consumers endpoint/,
      cause: 'account-type-mismatch',
    });
  });

  it('takes no GET', async () => {
    const response = await fetch(`${entra.sandbox.origin}/entra/common/oauth2/v2.0/token`);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error_codes: [900561] });
    expect(diagnosed(text).cause).toBe('invalid-request');
  });
});

describe('the request', () => {
  it('names the parameter that is missing', async () => {
    const cases: [string, Record<string, string | undefined>][] = [
      ['grant_type', {}],
      ['client_id', { grant_type: 'refresh_token', client_id: undefined }],
      ['code', { grant_type: 'authorization_code' }],
      ['redirect_uri', { grant_type: 'authorization_code', code: '1.A' }],
      ['assertion', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' }],
      ['requested_token_use', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'x' }],
    ];
    for (const [name, fields] of cases) {
      const refused = await entra.post(fields);
      expect(refused.body.error_codes, refused.text).toEqual([900144]);
      expect(refused.text).toContain(`following parameter: '${name}'`);
    }
    expectRefusal(await entra.refresh(''), {
      code: 90014,
      error: 'invalid_request',
      words: /The required field 'refresh_token' is missing/,
      cause: 'no-refresh-token',
    });
  });

  it('reads no JSON', async () => {
    const response = await fetch(`${entra.sandbox.origin}/entra/common/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credentials' }),
    });
    expect(await response.json()).toMatchObject({ error_codes: [900144] });
  });

  it('refuses doubled parameters and broken claims', async () => {
    const response = await fetch(`${entra.sandbox.origin}/entra/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams([
        ['grant_type', 'refresh_token'],
        ['scope', 'openid'],
        ['scope', 'profile'],
      ]),
    });
    expect(await response.json()).toMatchObject({ error_codes: [9000411] });
    expect((await tokenFor({ claims: '{"access_token":' })).body).toMatchObject({ error_codes: [9002313] });
  });

  it('refuses grants that it does not have', async () => {
    expectRefusal(await entra.post({ grant_type: 'client_credential' }), {
      code: 70003,
      error: 'unsupported_grant_type',
      words: /unsupported grant type 'client_credential'/,
      cause: 'grant-not-allowed',
    });
    const deviceCode = await entra.post({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code' });
    expect(deviceCode.body).toMatchObject({ error_codes: [7000014] });
  });

  it('refuses scopes of an app without a user that are no /.default', async () => {
    expectRefusal(await tokenFor({ scope: 'https://graph.microsoft.com/Calendars.Read' }), {
      code: 1002012,
      error: 'invalid_scope',
      words: /must have a scope value with \/\.default/,
      cause: 'invalid-scope',
    });
  });

  it('says that it is too busy, or down', async () => {
    entra.sandbox.world.entra.throttled = true;
    const busy = await tokenFor();
    expectRefusal(busy, {
      code: 90055,
      error: 'temporarily_unavailable',
      status: 429,
      words: /too many requests/,
      cause: 'throttled',
    });
    expect(busy.headers.get('retry-after')).toBe('10');
    entra.sandbox.world.entra.outage = true;
    expectRefusal(await tokenFor(), {
      code: 90033,
      error: 'temporarily_unavailable',
      status: 503,
      words: /A transient error has occurred/,
      cause: 'service-outage',
    });
  });
});

describe('scopes', () => {
  const refreshed = async (scope: string) => entra.refresh(await entra.refreshToken(), { scope });

  it('refuses what does not exist, has the wrong form, or is of two APIs', async () => {
    expectRefusal(await refreshed('https://graph.microsoft.com/Calendar.ReadWrite'), {
      code: 650053,
      error: 'invalid_client',
      words: /'why401' asked for scope 'Calendar.ReadWrite' that doesn't exist on the resource '00000003-/,
      cause: 'invalid-scope',
    });
    expectRefusal(await refreshed('User.Read,Calendars.ReadWrite'), {
      code: 70011,
      error: 'invalid_scope',
      words: /The scope User.Read,Calendars.ReadWrite is not valid/,
      cause: 'invalid-scope',
    });
    expectRefusal(await refreshed(`https://graph.microsoft.com/User.Read api://${SAMPLE_IDS.ordersApi}/Orders.Read`), {
      code: 28000,
      error: 'invalid_request',
      words: /contains more than one resource/,
      cause: 'mixed-resource-scopes',
    });
    expectRefusal(await refreshed('https://graph.microsoft.com/.default https://graph.microsoft.com/User.Read'), {
      code: 70011,
      error: 'invalid_scope',
      words: /\.default scope can't be combined/,
      cause: 'invalid-scope',
    });
    expectRefusal(await refreshed('api://calendar-gateway/Events.Write'), {
      code: 500011,
      error: 'invalid_resource',
      words: /principal named api:\/\/calendar-gateway was not found in the tenant named Lumen Works/,
      cause: 'resource-not-found',
    });
  });

  it('takes short names, both spellings of Graph, and gives what was asked for in the same spelling', async () => {
    const short = await refreshed('User.Read Calendars.ReadWrite');
    expect(short.body.scope).toBe('User.Read Calendars.ReadWrite');
    const slash = await refreshed('https://graph.microsoft.com/user.read');
    expect(slash.body.scope).toBe('https://graph.microsoft.com/user.read');
    const all = await refreshed('https://graph.microsoft.com/.default');
    expect(String(all.body.scope).split(' ')).toContain('https://graph.microsoft.com/Calendars.ReadWrite');
  });
});

describe('a code', () => {
  it('is good once, and not for long', async () => {
    const code = await entra.code();
    expect((await entra.redeem(code)).status).toBe(200);
    expectRefusal(await entra.redeem(code), {
      code: 54005,
      error: 'invalid_grant',
      words: /was already redeemed/,
      cause: 'code-expired-or-redeemed',
    });
    const late = await entra.code();
    entra.forward(601_000);
    const refused = await entra.redeem(late);
    // The words speak of both kinds of grant: the request says which one it was.
    const request =
      'POST https://login.microsoftonline.com/common/oauth2/v2.0/token\ngrant_type=authorization_code\n\n';
    expectRefusal(
      { ...refused, text: `${request}${refused.text}` },
      {
        code: 70008,
        error: 'invalid_grant',
        suberror: 'bad_token',
        words: /authorization code or refresh token has expired/,
        cause: 'code-expired-or-redeemed',
      },
    );
  });

  it('belongs to its verifier, its address, its authority and its app', async () => {
    expectRefusal(await entra.redeem(await entra.code(), { code_verifier: 'x'.repeat(43) }), {
      code: 501481,
      error: 'invalid_grant',
      words: /The Code_Verifier does not match the code_challenge/,
      cause: 'pkce-mismatch',
    });
    expectRefusal(await entra.redeem(await entra.code(), { code_verifier: undefined }), {
      code: 50148,
      error: 'invalid_grant',
      words: /code_verifier does not match/,
      cause: 'pkce-mismatch',
    });
    expectRefusal(await entra.redeem(await entra.code(), { redirect_uri: `${entra.redirectUri}/` }), {
      code: 500112,
      error: 'invalid_client',
      words: /redirect\/' does not match the reply address '.*\/redirect' provided/,
      cause: 'redirect-uri-mismatch',
    });
    expect((await entra.redeem(await entra.code(), {}, SAMPLE_IDS.tenant)).body.error_codes).toEqual([700005]);
    expect((await entra.redeem('1.AXsomething-made-up')).body.error_codes).toEqual([70000]);
    expectRefusal(await entra.redeem('not-a-code'), {
      code: 9002313,
      error: 'invalid_grant',
      suberror: 'bad_token',
      words: /malformed or invalid/,
      cause: 'invalid-request',
    });
  });

  it('is redeemed as its platform demands', async () => {
    const origin = { origin: 'http://localhost:4200' };
    expectRefusal(await entra.redeem(await entra.code(), { client_secret: undefined }, 'common', origin), {
      code: 9002326,
      error: 'invalid_request',
      words: /only for the 'Single-Page Application' client-type\. Request origin: 'http:\/\/localhost:4200'/,
      cause: 'redirect-platform-mismatch',
    });
    entra.app.redirectUris = entra.app.redirectUris.map(({ uri }) => ({ uri, platform: 'spa' }));
    expectRefusal(await entra.redeem(await entra.code()), {
      code: 9002327,
      error: 'invalid_request',
      words: /may only be redeemed via cross-origin requests/,
      cause: 'redirect-platform-mismatch',
    });
    const spa = await entra.redeem(await entra.code(), { client_secret: undefined }, 'common', origin);
    expect(spa.status).toBe(200);
  });

  it('gives no refresh token without offline_access, and no ID token without openid', async () => {
    const { body } = await entra.redeem(await entra.code(ADA, { scope: 'https://graph.microsoft.com/User.Read' }));
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'https://graph.microsoft.com/User.Read' });
    expect(body.refresh_token).toBeUndefined();
    expect(body.id_token).toBeUndefined();
    expect(body.client_info).toBeUndefined();
  });
});

describe('a refresh token', () => {
  it('is good once: the one that comes with the new token takes its place', async () => {
    const first = await entra.refreshToken();
    const second = await entra.refresh(first, { scope: CALENDAR });
    expect(second.status).toBe(200);
    expectRefusal(await entra.refresh(first), {
      code: 70000,
      error: 'invalid_grant',
      suberror: 'bad_token',
      words: /The grant may have been revoked/,
      cause: 'session-revoked',
    });
    expect((await entra.refresh(String(second.body.refresh_token))).status).toBe(200);
  });

  it('expires by inactivity, by sign-in frequency, and after a day for a single-page app', async () => {
    const token = await entra.refreshToken();
    entra.forward(90 * 86_400_000);
    expectRefusal(await entra.refresh(token), {
      code: 700082,
      error: 'invalid_grant',
      suberror: 'token_expired',
      words: /issued on 2026-08-29T09:00:00.0000000Z and was inactive for 90.00:00:00/,
      cause: 'refresh-token-expired',
    });
    const frequent = await entra.refreshToken();
    entra.sandbox.world.policies.push({ kind: 'sign-in-frequency', tenantId: SAMPLE_IDS.tenant, seconds: 43_200 });
    entra.forward(43_200_000);
    expectRefusal(await entra.refresh(frequent), {
      code: 70043,
      error: 'invalid_grant',
      suberror: 'token_expired',
      words: /sign-in frequency checks .* maximum allowed lifetime for this request is 43200/,
      cause: 'refresh-token-expired',
    });
  });

  it('ends a day after the sign-in for a single-page app, renewed or not', async () => {
    entra.app.redirectUris = entra.app.redirectUris.map(({ uri }) => ({ uri, platform: 'spa' }));
    const origin = { origin: 'http://localhost:4200' };
    const { body } = await entra.redeem(await entra.code(), { client_secret: undefined }, 'common', origin);
    const renewal = { grant_type: 'refresh_token', client_secret: undefined };
    entra.forward(80_000_000);
    const renewed = await entra.post({ ...renewal, refresh_token: String(body.refresh_token) }, 'common', origin);
    expect(renewed.status).toBe(200);
    entra.forward(10_000_000);
    const late = await entra.post({ ...renewal, refresh_token: String(renewed.body.refresh_token) }, 'common', origin);
    expectRefusal(late, {
      code: 700084,
      error: 'invalid_grant',
      suberror: 'token_expired',
      words: /single page app \(SPA\), and therefore has a fixed, limited lifetime of 1\.00:00:00/,
      cause: 'refresh-token-expired',
    });
  });

  it('is revoked with the sessions, and for a claims challenge that wants a fresh sign-in', async () => {
    const token = await entra.refreshToken();
    entra.forward(60_000);
    const nbf = String(Math.floor(entra.now / 1000));
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: nbf } } });
    expect((await entra.refresh(token, { claims })).body.error_codes).toEqual([50173]);
    entra.person('ada').sessionsValidFrom = Math.floor(entra.now / 1000);
    expectRefusal(await entra.refresh(token), {
      code: 50173,
      error: 'invalid_grant',
      suberror: 'bad_token',
      words:
        /The grant was issued on '2026-08-29T09:00:00.0000000Z' and the TokensValidFrom date .* is '2026-08-29T09:01/,
      cause: 'session-revoked',
    });
    const again = await entra.refreshToken(ADA, { claims });
    expect((await entra.refresh(again, { claims })).status).toBe(200);
  });

  it('is refused for what changed with the person', async () => {
    const token = await entra.refreshToken();
    const ada = entra.person('ada');
    ada.enabled = false;
    expectRefusal(await entra.refresh(token), {
      code: 50057,
      error: 'invalid_grant',
      words: /The user account is disabled/,
      cause: 'account-disabled',
    });
    ada.exists = false;
    expectRefusal(await entra.refresh(token), {
      code: 500341,
      error: 'invalid_grant',
      words: /has been deleted from the 4f6b2a10-/,
      cause: 'user-not-found',
    });
    ada.exists = true;
    ada.enabled = true;
    expect((await entra.refresh(token)).status).toBe(200);
  });

  it('is refused for what the tenant asks since', async () => {
    const { world } = entra.sandbox;
    const tenantId = SAMPLE_IDS.tenant;
    const token = await entra.refreshToken();
    const withPolicy = async (policy: (typeof world.policies)[number]): Promise<Refused> => {
      world.policies.splice(0, world.policies.length, policy);
      return entra.refresh(token);
    };
    const mfa = await withPolicy({ kind: 'require-mfa', tenantId });
    expectRefusal(mfa, {
      code: 50076,
      error: 'invalid_grant',
      suberror: 'basic_action',
      words: /you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'/,
      cause: 'mfa-required',
    });
    expect(JSON.parse(String(mfa.body.claims))).toMatchObject({ access_token: { capolids: { essential: true } } });
    entra.person('ada').mfaRegistered = false;
    expectRefusal(await withPolicy({ kind: 'require-mfa', tenantId }), {
      code: 50079,
      error: 'invalid_grant',
      suberror: 'basic_action',
      words: /you must enroll in multi-factor authentication/,
      cause: 'mfa-required',
    });
    expectRefusal(await withPolicy({ kind: 'block-by-conditional-access', tenantId }), {
      code: 53003,
      error: 'invalid_grant',
      suberror: 'message_only',
      words: /Access has been blocked by Conditional Access policies/,
      cause: 'conditional-access-blocked',
    });
    expectRefusal(await withPolicy({ kind: 'require-compliant-device', tenantId, device: 'not-compliant' }), {
      code: 53000,
      error: 'invalid_grant',
      suberror: 'message_only',
      words: /Device is not in required device state: compliant/,
      cause: 'conditional-access-blocked',
    });
    expectRefusal(await withPolicy({ kind: 'require-compliant-device', tenantId }), {
      code: 50129,
      error: 'invalid_grant',
      suberror: 'device_authentication_failed',
      words: /Device is not workplace joined/,
      cause: 'device-registration',
    });
    expectRefusal(await withPolicy({ kind: 'tenant-restrictions', tenantId }), {
      code: 500021,
      error: 'access_denied',
      words: /Access to 'Lumen Works' tenant is denied/,
      cause: 'tenant-restricted',
    });
    expect((await withPolicy({ kind: 'require-mfa', tenantId: SAMPLE_IDS.partnerTenant })).status).toBe(200);
  });

  it('is refused where assignment is required, or the consent was taken back', async () => {
    const { world } = entra.sandbox;
    const token = await entra.refreshToken();
    world.servicePrincipals[0]!.assignmentRequired = true;
    entra.person('ada').assignedTo.clear();
    expectRefusal(await entra.refresh(token), {
      code: 50105,
      error: 'invalid_grant',
      words: /The signed in user 'ada@lumenworks.example' is blocked because they are not a direct member/,
      cause: 'user-not-assigned',
    });
    world.servicePrincipals[0]!.assignmentRequired = false;
    world.consents.length = 0;
    expectRefusal(await entra.refresh(token), {
      code: 65001,
      error: 'invalid_grant',
      suberror: 'consent_required',
      words: /has not consented to use the application with ID '2d5c8e94-.*' named 'why401'/,
      cause: 'consent-required',
    });
  });

  it('of one tenant is not taken by another', async () => {
    expectRefusal(await entra.refresh(await entra.refreshToken(), {}, SAMPLE_IDS.partnerTenant), {
      code: 50020,
      error: 'invalid_grant',
      words: /does not exist in tenant 'Harbour Design'/,
      cause: 'guest-not-invited',
    });
  });
});
