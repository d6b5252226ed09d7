import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_IDS } from '../../../../src/sandbox/world/sample-ids.ts';
import { SAMPLE_PASSWORD } from '../../../../src/sandbox/world/seed-people.ts';
import { signInAtPage, textOfPage } from '../../sign-in-walk.ts';
import { ADA, CALENDAR, diagnosed, EntraClient, NOOR, ROSA } from '../entra-client.ts';

let entra: EntraClient;
beforeAll(async () => {
  entra = await EntraClient.start();
});
afterAll(() => entra.sandbox.close());
beforeEach(() => entra.renew());

/** A page that ends a sign-in: its code, its words, and what the engine reads in it. */
function expectPage(text: string, code: number, words: RegExp, cause: string): void {
  expect(text).toContain(`AADSTS${code}:`);
  expect(text).toMatch(words);
  const diagnosis = diagnosed(text);
  expect(diagnosis.cause, `${diagnosis.verdict}: ${text}`).toBe(cause);
}

function expectCallback(query: URLSearchParams, code: number, error: string, cause: string): void {
  expect(query.get('error_description')).toContain(`AADSTS${code}:`);
  expect(query.get('error')).toBe(error);
  expect(query.get('state')).toBe('state-1');
  expect(query.get('code')).toBeNull();
  const diagnosis = diagnosed(`https://app.example/auth/callback?${query}`);
  expect(diagnosis.cause, `${diagnosis.verdict}: ${query}`).toBe(cause);
}

describe('what is refused before anybody signs in', () => {
  it('shows a page where it cannot know where to send the person', async () => {
    expectPage(
      await entra.page(ADA, { redirect_uri: `${entra.redirectUri}/` }),
      50011,
      /does not match the redirect URIs/,
      'redirect-uri-mismatch',
    );
    expectPage(
      await entra.page(ADA, { redirect_uri: entra.redirectUri.toUpperCase() }),
      50011,
      /HTTP:/,
      'redirect-uri-mismatch',
    );
    expectPage(
      await entra.page(ADA, { client_id: SAMPLE_IDS.tenant }),
      700016,
      /was not found in the directory/,
      'app-not-found',
    );
    expectPage(
      await entra.page(ADA, { client_id: SAMPLE_IDS.ordersApi }, SAMPLE_IDS.tenant),
      500113,
      /No reply address/,
      'redirect-uri-mismatch',
    );
    expectPage(await entra.page(ADA, {}, 'contosso.onmicrosoft.com'), 90002, /not found/, 'tenant-not-found');
    expectPage(await entra.page(ADA, { response_type: '' }), 900144, /'response_type'/, 'invalid-request');
    entra.app.accountTypes = 'one-tenant';
    expectPage(await entra.page(), 50194, /not configured as a multi-tenant application/, 'account-type-mismatch');
  });

  it('has the ids of the request on it, and what the real page says', async () => {
    const text = await entra.page(ADA, { redirect_uri: 'http://localhost/elsewhere' });
    expect(text).toContain('Sorry, but we’re having trouble signing you in.');
    expect(text).toMatch(/Request Id: [0-9a-f-]{36}\n?/);
    expect(text).toMatch(/Correlation Id: [0-9a-f-]{36}/);
    expect(text).toContain('Timestamp: 2026-08-29 09:00:00Z');
  });

  it('sends the rest back to the app', async () => {
    const callback = (fields: Record<string, string | undefined>) => entra.callback(ADA, fields);
    expectCallback(
      await callback({ scope: 'https://graph.microsoft.com/Calendar.Read' }),
      650053,
      'invalid_client',
      'invalid-scope',
    );
    expectCallback(await callback({ scope: 'User.Read;Calendars.Read' }), 70011, 'invalid_scope', 'invalid-scope');
    expectCallback(await callback({ scope: 'api://unknown/Read' }), 500011, 'invalid_resource', 'resource-not-found');
    expectCallback(
      await callback({ scope: `User.Read api://${SAMPLE_IDS.ordersApi}/Orders.Read` }),
      28000,
      'invalid_request',
      'mixed-resource-scopes',
    );
    expectCallback(
      await callback({ response_type: 'token' }),
      700051,
      'unsupported_response_type',
      'grant-not-allowed',
    );
    expectCallback(
      await callback({ response_type: 'code id_token' }),
      700054,
      'unsupported_response_type',
      'grant-not-allowed',
    );
    expectCallback(await callback({ code_challenge: 'short' }), 501491, 'invalid_request', 'pkce-mismatch');
    expectCallback(await callback({ prompt: 'none' }), 50058, 'login_required', 'interaction-required');
    entra.app.redirectUris = entra.app.redirectUris.map(({ uri }) => ({ uri, platform: 'spa' }));
    expectCallback(
      await callback({ code_challenge: undefined, code_challenge_method: undefined }),
      9002325,
      'invalid_request',
      'redirect-platform-mismatch',
    );
  });

  it('is down, or too busy', async () => {
    entra.sandbox.world.entra.outage = true;
    expectPage(await entra.page(), 90033, /transient error/, 'service-outage');
    entra.sandbox.world.entra.outage = false;
    entra.sandbox.world.entra.throttled = true;
    expectPage(await entra.page(), 90055, /too many requests/, 'throttled');
  });
});

describe('the name and the password', () => {
  const typed = (userPrincipalName: string, password = SAMPLE_PASSWORD) => entra.page({ userPrincipalName, password });

  it('are told on the page itself where they are wrong', async () => {
    expectPage(
      await typed('nobody@lumenworks.example'),
      50034,
      /nobody@lumenworks.example does not exist in the lumenworks.example directory/,
      'user-not-found',
    );
    expectPage(await typed(ADA.userPrincipalName, 'wrong'), 50126, /invalid username or password/, 'credentials-wrong');
    const ada = entra.person('ada');
    ada.passwordExpired = true;
    expectPage(await typed(ADA.userPrincipalName), 50055, /The password is expired/, 'password-expired');
    ada.enabled = false;
    expectPage(await typed(ADA.userPrincipalName), 50057, /The user account is disabled/, 'account-disabled');
    ada.locked = true;
    expectPage(await typed(ADA.userPrincipalName), 50053, /The account is locked/, 'account-locked');
    ada.exists = false;
    expectPage(await entra.page(), 50034, /does not exist/, 'user-not-found');
  });

  it('are asked again after a mistake', async () => {
    const first = await fetch(entra.authorizeUrl());
    const flow = /name="flow" value="([^"]+)"/.exec(await first.text())![1]!;
    const post = (fields: Record<string, string>) =>
      fetch(`${entra.sandbox.origin}/entra/common/login`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ flow, step: 'password', username: ADA.userPrincipalName, ...fields }),
      });
    expect(await (await post({ password: 'wrong' })).text()).toContain('AADSTS50126');
    const good = await post({ password: SAMPLE_PASSWORD });
    expect(good.headers.get('location')).toContain('code=');
    // The sign-in is over: its page leads nowhere a second time.
    expect(await (await post({ password: SAMPLE_PASSWORD })).text()).toContain('AADSTS50089');
  });

  it('stand nowhere in the last requests', async () => {
    await entra.code({ ...ADA, password: SAMPLE_PASSWORD });
    const shown = JSON.stringify(entra.sandbox.recent.list());
    expect(shown).toContain('/oauth2/v2.0/authorize?');
    for (const secret of [SAMPLE_PASSWORD, 'state-1', entra.verifier]) expect(shown).not.toContain(secret);
  });
});

describe('the account and the tenant', () => {
  it('does not let in who is not in the tenant', async () => {
    expectPage(
      await entra.page(NOOR, {}, SAMPLE_IDS.tenant),
      50020,
      /'noor@personal.example' from identity provider 'live.com' does not exist in tenant 'Lumen Works'/,
      'account-type-mismatch',
    );
    expectPage(
      await entra.page(ADA, {}, SAMPLE_IDS.partnerTenant),
      50020,
      /identity provider 'https:\/\/sts.windows.net\/4f6b2a10-.*\/' does not exist in tenant 'Harbour Design'/,
      'guest-not-invited',
    );
    entra.person('rosa').exists = false;
    expectPage(
      await entra.page(ROSA, {}, SAMPLE_IDS.tenant),
      50020,
      /'rosa@harbour.example' from identity provider 'https:\/\/sts.windows.net\/b81d4c62-/,
      'guest-not-invited',
    );
    expect(await entra.code(ROSA)).not.toBe('');
  });

  it('does not take every kind of account everywhere', async () => {
    expectPage(
      await entra.page(NOOR, {}, 'organizations'),
      500202,
      /external identity provider 'live.com' is not supported/,
      'account-type-mismatch',
    );
    expectPage(
      await entra.page(ADA, {}, 'consumers'),
      500208,
      /not a valid login domain for the account type/,
      'account-type-mismatch',
    );
    entra.app.accountTypes = 'any-tenant';
    expectPage(await entra.page(NOOR), 500200, /is a personal Microsoft account/, 'account-type-mismatch');
    expect(await entra.code(NOOR, {}, 'consumers').catch(String)).toContain('AADSTS9002332');
  });

  it('keeps its policies', async () => {
    const { policies } = entra.sandbox.world;
    const tenantId = SAMPLE_IDS.tenant;
    policies.push({ kind: 'block-by-conditional-access', tenantId });
    expectPage(
      await entra.page(),
      53003,
      /Access has been blocked by Conditional Access policies/,
      'conditional-access-blocked',
    );
    policies.splice(0, 1, { kind: 'tenant-restrictions', tenantId });
    expectPage(await entra.page(), 500021, /Access to 'Lumen Works' tenant is denied/, 'tenant-restricted');
    policies.splice(0, 1, { kind: 'require-compliant-device', tenantId, device: 'not-compliant' });
    expectPage(await entra.page(), 53000, /required device state: compliant/, 'conditional-access-blocked');
    policies.length = 0;
    entra.sandbox.world.servicePrincipals[0]!.assignmentRequired = true;
    entra.person('ada').assignedTo.clear();
    expectPage(await entra.page(), 50105, /to block users unless they are specifically granted/, 'user-not-assigned');
    entra.sandbox.world.servicePrincipals[0]!.enabled = false;
    expectPage(await entra.page(ADA, {}, SAMPLE_IDS.tenant), 7000112, /\(why401\) is disabled/, 'app-disabled');
  });
});

describe('the second factor', () => {
  it('is asked for where the tenant wants it, and once', async () => {
    entra.sandbox.world.policies.push({ kind: 'require-mfa', tenantId: SAMPLE_IDS.tenant });
    expectCallback(await entra.callback({ ...ADA, approve: false }), 500121, 'access_denied', 'mfa-required');
    const { body } = await entra.redeem(await entra.code());
    expect(decodeJwt(String(body.access_token)).amr).toEqual(['pwd', 'mfa']);
    expect(entra.person('ada').mfaDone).toBe(true);
    expect((await entra.refresh(String(body.refresh_token))).status).toBe(200);
  });

  it('satisfies an authentication context that a challenge asks for', async () => {
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
    const plain = await entra.refreshToken();
    expect((await entra.refresh(plain, { claims })).body).toMatchObject({
      error_codes: [50076],
      suberror: 'basic_action',
    });
    const { body } = await entra.redeem(await entra.code(ADA, { claims }), { claims });
    expect(decodeJwt(String(body.access_token)).acrs).toEqual(['c1']);
    expect((await entra.refresh(String(body.refresh_token), { claims })).status).toBe(200);
  });
});

describe('consent', () => {
  const people = 'https://graph.microsoft.com/People.Read';

  it('is asked of the person for what nobody agreed to, and kept', async () => {
    const pages: string[] = [];
    const first = await fetch(entra.authorizeUrl({ scope: people }));
    const flow = /name="flow" value="([^"]+)"/.exec(await first.text())![1]!;
    const page = await fetch(`${entra.sandbox.origin}/entra/common/login`, {
      method: 'POST',
      body: new URLSearchParams({ flow, step: 'person', person: ADA.userPrincipalName }),
    });
    pages.push(textOfPage(await page.text()));
    expect(pages[0]).toContain('Permissions requested');
    expect(pages[0]).toContain('Read the list of people you work with');
    expectCallback(
      await entra.callback({ ...ADA, accept: false }, { scope: people }),
      65004,
      'access_denied',
      'consent-required',
    );
    expect(await entra.code(ADA, { scope: people })).not.toBe('');
    expect(await entra.code({ ...ADA, accept: false }, { scope: people })).not.toBe('');
    expectCallback(
      await entra.callback({ ...ADA, accept: false }, { prompt: 'consent' }),
      65004,
      'access_denied',
      'consent-required',
    );
  });

  it('makes the app known in the tenant of who agreed', async () => {
    await entra.code(ROSA);
    expect(entra.sandbox.world.servicePrincipals).toContainEqual(
      expect.objectContaining({ clientId: SAMPLE_IDS.app, tenantId: SAMPLE_IDS.partnerTenant }),
    );
  });

  it('is only an administrator’s for some permissions, and in some tenants', async () => {
    const directory = 'https://graph.microsoft.com/Directory.Read.All';
    expectPage(await entra.page(ADA, { scope: directory }), 90094, /Need admin approval/, 'admin-consent-required');
    entra.sandbox.world.policies.push({ kind: 'no-user-consent', tenantId: SAMPLE_IDS.tenant });
    const end = await entra.walk(ADA, { scope: people });
    if (!('page' in end)) throw new Error('no page');
    expectPage(
      textOfPage(end.page),
      90094,
      /needs permission to access resources in your organization that only an admin can grant/,
      'admin-consent-required',
    );
    const back = /<a href="([^"]+)">Return to the application/.exec(end.page)![1]!.replaceAll('&amp;', '&');
    expectCallback(new URL(back).searchParams, 65004, 'access_denied', 'consent-required');
    expect(await entra.code(ADA)).not.toBe('');
  });
});

describe('the session of the browser', () => {
  it('answers prompt=none and a login hint without a page', async () => {
    const cookies = new Map<string, string>();
    await entra.code({ ...ADA, cookies });
    const silent = await fetch(entra.authorizeUrl({ prompt: 'none' }), {
      redirect: 'manual',
      headers: cookieHeader(cookies),
    });
    expect(silent.headers.get('location')).toContain('code=');
    const hinted = await fetch(entra.authorizeUrl({ login_hint: ADA.userPrincipalName }), {
      redirect: 'manual',
      headers: cookieHeader(cookies),
    });
    expect(hinted.status).toBe(302);
    for (const fields of [
      {},
      { login_hint: 'ben@lumenworks.example' },
      { login_hint: ADA.userPrincipalName, prompt: 'login' },
    ]) {
      const asked = await fetch(entra.authorizeUrl(fields), { redirect: 'manual', headers: cookieHeader(cookies) });
      expect(asked.status).toBe(200);
    }
    const scope = 'https://graph.microsoft.com/People.Read';
    const consent = await signInAtPage(entra.authorizeUrl({ prompt: 'none', scope }), { ...ADA, cookies });
    expect('redirectedTo' in consent && consent.redirectedTo).toContain('error=consent_required');
  });

  it('is not enough for a challenge that wants a fresh sign-in', async () => {
    const cookies = new Map<string, string>();
    await entra.code({ ...ADA, cookies });
    entra.forward(60_000);
    const claims = JSON.stringify({
      access_token: { nbf: { essential: true, value: String(Math.floor(entra.now / 1000)) } },
    });
    const asked = await fetch(entra.authorizeUrl({ login_hint: ADA.userPrincipalName, claims }), {
      headers: cookieHeader(cookies),
    });
    expect(await asked.text()).toContain('data-step="password"');
  });

  it('ends with a logout, which leads only to registered addresses', async () => {
    const cookies = new Map<string, string>();
    await entra.code({ ...ADA, cookies });
    const logout = (to: string) =>
      fetch(
        `${entra.sandbox.origin}/entra/common/oauth2/v2.0/logout?${new URLSearchParams({ post_logout_redirect_uri: to })}`,
        {
          redirect: 'manual',
          headers: cookieHeader(cookies),
        },
      );
    expect((await logout('https://evil.example/')).headers.get('location')).toBeNull();
    expect((await logout(entra.redirectUri)).headers.get('location')).toBe(entra.redirectUri);
    const silent = await fetch(entra.authorizeUrl({ prompt: 'none' }), {
      redirect: 'manual',
      headers: cookieHeader(cookies),
    });
    expect(silent.headers.get('location')).toContain('error=login_required');
  });
});

describe('how the answer comes back', () => {
  it('by form_post and by fragment, where the app asks for it', async () => {
    const posted = await entra.walk(ADA, { response_mode: 'form_post' });
    if (!('postedTo' in posted)) throw new Error('not posted');
    expect(posted.postedTo).toBe(entra.redirectUri);
    expect(posted.fields).toMatchObject({ state: 'state-1', code: expect.stringMatching(/^1\.A/) });
    const fragment = await entra.walk(ADA, { response_mode: 'fragment' });
    expect('redirectedTo' in fragment && fragment.redirectedTo).toContain('/redirect#code=');
    expect(await entra.page(ADA, { response_mode: 'cookie' })).toContain('AADSTS70007');
  });

  it('takes the request as a form, too', async () => {
    const url = new URL(entra.authorizeUrl());
    const response = await fetch(`${url.origin}${url.pathname}`, { method: 'POST', body: url.searchParams });
    expect(await response.text()).toContain('data-step="password"');
  });

  it('escapes what the request brought', async () => {
    const response = await fetch(entra.authorizeUrl({ login_hint: '"><script>alert(1)</script>' }));
    const page = await response.text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await entra.page(ADA, { redirect_uri: '<img src=x>' })).toContain("'<img src=x>'");
  });
});

describe('the kinds of tokens', () => {
  it('are version 2 for an own API that wants it, with its id as audience', async () => {
    const { body } = await entra.redeem(await entra.code(ADA, { scope: `api://${SAMPLE_IDS.ordersApi}/Orders.Read` }));
    expect(decodeJwt(String(body.access_token))).toMatchObject({
      aud: SAMPLE_IDS.ordersApi,
      iss: `https://login.microsoftonline.com/${SAMPLE_IDS.tenant}/v2.0`,
      azp: SAMPLE_IDS.app,
      azpacr: '1',
      scp: 'Orders.Read',
      ver: '2.0',
    });
  });

  it('name Graph as the request did, and declare no capability that the client did not', async () => {
    const { body } = await entra.redeem(await entra.code(ADA, { scope: 'openid User.Read' }));
    const claims = decodeJwt(String(body.access_token));
    expect(claims.aud).toBe('00000003-0000-0000-c000-000000000000');
    expect(claims.xms_cc).toBeUndefined();
    const all = await entra.redeem(await entra.code(ADA, { scope: CALENDAR }));
    expect(decodeJwt(String(all.body.access_token)).aud).toBe('https://graph.microsoft.com');
  });
});

function cookieHeader(cookies: ReadonlyMap<string, string>): Record<string, string> {
  return { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}
