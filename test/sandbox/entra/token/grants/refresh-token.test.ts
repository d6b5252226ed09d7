import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../../../src/sandbox/world/sample-ids.ts';
import { ADA, CALENDAR, EntraClient, type Refused } from '../../entra-client.ts';
import { expectRefusal } from '../../expect-refusal.ts';

let entra: EntraClient;
beforeAll(async () => {
  entra = await EntraClient.start();
});
afterAll(() => entra.sandbox.close());
beforeEach(() => entra.renew());

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
