import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../../src/sandbox/world/sample-ids.ts';
import { diagnosed, EntraClient } from '../entra-client.ts';
import { expectRefusal } from '../expect-refusal.ts';

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
