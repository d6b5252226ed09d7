import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import {
  ADA,
  activityOf,
  BEN,
  CHANNEL,
  CONNECTION,
  openLink,
  openPage,
  startTokenService,
  type TokenServiceUnderTest,
} from './token-service-under-test.ts';

let test: TokenServiceUnderTest;
beforeAll(async () => {
  test = await startTokenService();
});
afterAll(() => test.sandbox.close());
beforeEach(() => test.reset());

const api = (path: string): string => `${test.sandbox.origin}/token-service/api/${path}`;
const QUERY = `userId=29:ada&connectionName=${CONNECTION}&channelId=${CHANNEL}`;

describe('signing in with the real UserTokenClient', () => {
  it('goes from no token over the link and the code to a token that Graph takes', async () => {
    expect(await test.token('29:ada')).toBeUndefined();
    const resource = await test.client.getSignInResource(CONNECTION, activityOf('29:ada'), '');
    expect(resource.tokenExchangeResource).toMatchObject({ uri: `api://botid-${SAMPLE_IDS.app}` });
    const page = await openLink(resource.signInLink ?? '');
    expect(page.html).toContain('prefers-color-scheme: dark');
    expect(page.text).toContain('Sandbox');
    const answer = await test.client.getUserToken('29:ada', CONNECTION, CHANNEL, page.code ?? '');
    expect(answer).toMatchObject({ channelId: CHANNEL, connectionName: CONNECTION });
    expect(Date.parse(String(answer.expiration))).toBeGreaterThan(Date.now() + 3_500_000);
    expect(decodeJwt(answer.token)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: SAMPLE_IDS.app,
      oid: SAMPLE_IDS.ada,
      scp: expect.stringContaining('Calendars.ReadWrite'),
    });
    expect(await test.token('29:ada')).toBe(answer.token);
    const me = await fetch(`${test.sandbox.origin}/graph/v1.0/me`, {
      headers: { authorization: `Bearer ${answer.token}` },
    });
    expect([me.status, await me.json()]).toEqual([200, expect.objectContaining({ displayName: 'Ada Winter' })]);
  });

  it('gives a personal account an opaque token, and a guest one of their home', async () => {
    const noor = await test.token(
      '29:noor',
      await test.signIn('29:noor', { userPrincipalName: 'noor@personal.example' }),
    );
    expect(noor).toMatch(/^EwB/);
    const rosa = await test.token(
      '29:rosa',
      await test.signIn('29:rosa', { userPrincipalName: 'rosa@harbour.example' }),
    );
    expect(decodeJwt(rosa ?? '')).toMatchObject({ tid: SAMPLE_IDS.partnerTenant, oid: SAMPLE_IDS.rosaAtHome });
    for (const token of [noor, rosa]) {
      const calendar = await fetch(`${test.sandbox.origin}/graph/v1.0/me/calendar`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(calendar.status).toBe(200);
    }
  });

  it('answers 404 with an empty body where there is no token', async () => {
    const response = await fetch(api(`usertoken/GetToken?${QUERY}`));
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('tells the status, signs out, and forgets', async () => {
    await test.token('29:ada', await test.signIn('29:ada'));
    expect(await test.client.getTokenStatus('29:ada', CHANNEL, '')).toEqual([
      expect.objectContaining({ connectionName: CONNECTION, hasToken: true }),
    ]);
    await test.client.signOutUser('29:ada', CONNECTION, CHANNEL);
    expect(await test.client.getTokenStatus('29:ada', CHANNEL, '')).toEqual([
      expect.objectContaining({ hasToken: false }),
    ]);
    expect(await test.token('29:ada')).toBeUndefined();
  });
});

describe('codes', () => {
  it('work once', async () => {
    const code = await test.signIn('29:ada');
    expect(await test.token('29:ada', code)).toBeDefined();
    await test.client.signOutUser('29:ada', CONNECTION, CHANNEL);
    expect(await test.token('29:ada', code)).toBeUndefined();
  });

  it('work for nobody else, and in no other channel', async () => {
    const code = await test.signIn('29:ada');
    expect(await test.token('29:ben', code)).toBeUndefined();
    expect(await test.token('29:ada', code, 'slack')).toBeUndefined();
    expect(await test.token('29:ada', code)).toBeDefined();
  });

  it('end after five wrong ones', async () => {
    const code = await test.signIn('29:ada');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await test.token('29:ada', wrong)).toBeUndefined();
    expect(await test.token('29:ada', code)).toBeUndefined();
  });

  it('end after ten minutes, the link after a quarter of an hour', async () => {
    const link = await test.linkFor('29:ada');
    const { code } = await openLink(link);
    test.forward(10 * 60_000 + 1);
    expect(await test.token('29:ada', code)).toBeUndefined();
    test.forward(5 * 60_000);
    expect((await openPage(link)).status).toBe(400);
  });

  it('end with a later sign-in of the same person', async () => {
    const first = await test.signIn('29:ada');
    const second = await test.signIn('29:ada');
    if (first !== second) expect(await test.token('29:ada', first)).toBeUndefined();
    expect(await test.token('29:ada', second)).toBeDefined();
  });

  it('of people at once belong each to their own', async () => {
    const people = Array.from({ length: 30 }, (_, index) => ({
      userId: `29:person-${index}`,
      userPrincipalName: index % 2 === 0 ? ADA : BEN,
    }));
    const codes = await Promise.all(people.map((person) => test.signIn(person.userId, person)));
    const oids = await Promise.all(
      people.map(async ({ userId }, index) => decodeJwt((await test.token(userId, codes[index])) ?? '').oid),
    );
    expect(oids).toEqual(people.map((_, index) => (index % 2 === 0 ? SAMPLE_IDS.ada : SAMPLE_IDS.ben)));
  });

  it('are not shown for a redirect that nobody began, nor twice', async () => {
    const redirect = `${test.sandbox.origin}/token-service/.auth/web/redirect`;
    expect((await openPage(`${redirect}?code=stolen&state=guessed`)).status).toBe(400);
    expect((await openPage(redirect)).status).toBe(400);
  });
});

describe('renewal', () => {
  const signedIn = async (): Promise<string | undefined> => test.token('29:ada', await test.signIn('29:ada'));

  it('happens near the end of a token, once for many who ask at once', async () => {
    const first = await signedIn();
    test.sandbox.world.entra.delayMs = 20;
    test.forward(3_400_000);
    const tokens = new Set(await Promise.all(Array.from({ length: 5 }, () => test.token('29:ada'))));
    expect(tokens.size).toBe(1);
    expect(tokens.has(first)).toBe(false);
    expect(test.tokenRequests()).toBe(2);
    // The refresh token has rotated, and the new one works too.
    test.forward(3_400_000);
    expect(tokens.has(await test.token('29:ada'))).toBe(false);
  });

  it('that Entra ID refuses ends the grant, and the reason is kept until a sign-in works', async () => {
    await signedIn();
    test.forward(3_700_000);
    for (const person of test.sandbox.world.people) person.sessionsValidFrom = Math.floor(test.now() / 1000);
    expect(await test.token('29:ada')).toBeUndefined();
    const refusal = test.sandbox.tokenService.lastRefusal('29:ada', CONNECTION);
    expect(refusal?.request).toMatchObject({
      method: 'POST',
      url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    });
    expect(refusal?.response?.body).toContain('AADSTS50173');
    const { connection } = test.sandbox.world;
    expect(JSON.stringify(refusal)).not.toContain(connection.clientSecret);
    expect(diagnose(refusal?.response?.body ?? '', { now: test.now() }).findings[0]?.cause).toBe('session-revoked');
    test.forward(2000);
    await signedIn();
    expect(test.sandbox.tokenService.lastRefusal('29:ada', CONNECTION)).toBeUndefined();
  });

  it('that meets an outage keeps the grant', async () => {
    const first = await signedIn();
    test.forward(3_400_000);
    test.sandbox.world.entra.outage = true;
    expect(await test.token('29:ada')).toBe(first);
    test.forward(400_000);
    expect(await test.token('29:ada')).toBeUndefined();
    test.sandbox.world.entra.outage = false;
    expect(await test.token('29:ada')).toMatch(/^ey/);
  });

  it('does not happen without offline_access', async () => {
    const { connection } = test.sandbox.world;
    connection.scopes = connection.scopes.filter((scope) => scope !== 'offline_access');
    const first = await signedIn();
    test.forward(3_400_000);
    expect(await test.token('29:ada')).toBe(first);
    test.forward(400_000);
    expect(await test.token('29:ada')).toBeUndefined();
  });

  it('can be asked for by naming the resource', async () => {
    const first = await signedIn();
    const url = 'https://graph.microsoft.com';
    const tokens = await test.client.getAadTokens('29:ada', CONNECTION, [url], CHANNEL);
    expect(tokens[url]?.token).not.toBe(first);
    expect(decodeJwt(tokens[url]?.token ?? '')).toMatchObject({ aud: url, oid: SAMPLE_IDS.ada });
    test.forward(3_400_000);
    expect(await test.token('29:ada')).toMatch(/^ey/);
  });
});

describe('token exchange', () => {
  async function assertion(): Promise<string> {
    const ada = test.sandbox.world.people.find(({ oid }) => oid === SAMPLE_IDS.ada)!;
    const resource = test.sandbox.world.connection.tokenExchangeUrl;
    const answer = await test.sandbox.entra.teamsToken({ person: ada, resource });
    if (answer.kind !== 'token') throw new Error(answer.message);
    return answer.token;
  }

  it('takes the assertion of Teams and keeps the token', async () => {
    const answer = await test.client.exchangeToken('29:ada', CONNECTION, CHANNEL, { token: await assertion() });
    expect(decodeJwt(answer.token)).toMatchObject({ aud: 'https://graph.microsoft.com', oid: SAMPLE_IDS.ada });
    expect(await test.token('29:ada')).toBe(answer.token);
  });

  it('says what Entra ID refused', async () => {
    const token = await assertion();
    test.sandbox.world.consents.length = 0;
    // botframework-connector gives the error body back where another answer would throw.
    expect(await test.client.exchangeToken('29:ada', CONNECTION, CHANNEL, { token })).toMatchObject({
      error: {
        code: 'ConsentRequired',
        message: 'Consent Required',
        innerHttpError: { statusCode: 400, body: { error: 'invalid_grant', error_codes: [65001] } },
      },
    });
    expect(test.sandbox.tokenService.lastRefusal('29:ada', CONNECTION)).toMatchObject({
      request: { grantType: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
      response: { body: expect.stringContaining('AADSTS65001') },
    });
  });

  it('takes no Graph token for an assertion', async () => {
    const token = await test.token('29:ada', await test.signIn('29:ada'));
    expect(await test.client.exchangeToken('29:ben', CONNECTION, CHANNEL, { token: token ?? '' })).toMatchObject({
      error: { code: 'BadRequest', innerHttpError: { statusCode: 400 } },
    });
    expect(await test.token('29:ben')).toBeUndefined();
  });

  it('needs something to exchange', async () => {
    expect(await test.client.exchangeToken('29:ada', CONNECTION, CHANNEL, {})).toMatchObject({
      error: { code: 'BadArgument' },
    });
    expect(test.tokenRequests()).toBe(0);
  });
});

describe('what can be broken', () => {
  it('shows the words of a refusal at the redirect', async () => {
    test.sandbox.world.connection.tenant = SAMPLE_IDS.consumers;
    const page = await openLink(await test.linkFor('29:noor'), {
      userPrincipalName: 'noor@personal.example',
      ...DECLINE,
    });
    expect(page.status).toBe(400);
    expect(page.text).toContain('AADSTS65004');
    const refusal = test.sandbox.tokenService.lastRefusal('29:noor', CONNECTION);
    expect(refusal?.response?.headers.location).toContain('AADSTS65004');
    expect(refusal?.request.url).toMatch(/^https:\/\/login\.microsoftonline\.com\/9188040d/);
    expect(diagnose(page.text, { now: test.now() }).findings[0]?.cause).toBe('consent-required');
  });

  it('shows the words of a refusal at the token endpoint', async () => {
    const link = await test.linkFor('29:ada');
    for (const app of test.sandbox.world.apps) for (const secret of app.secrets) secret.expires = test.now() - 1000;
    const page = await openLink(link);
    expect([page.status, page.code]).toEqual([400, undefined]);
    expect(diagnose(page.text, { now: test.now() })).toMatchObject({
      verdict: 'certain',
      findings: [expect.objectContaining({ cause: 'client-secret-expired' })],
    });
    expect(page.text).not.toContain(test.sandbox.world.connection.clientSecret);
  });

  it('does not show markup of a refusal', async () => {
    const started = await fetch(await test.linkFor('29:ada'), { redirect: 'manual' });
    const state = new URL(started.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const query = new URLSearchParams({
      state,
      error: 'access_denied',
      error_description: '<img src=x onerror=alert(1)>',
    });
    const page = await openPage(`${test.sandbox.origin}/token-service/.auth/web/redirect?${query}`);
    expect(page.html).not.toContain('<img');
    expect(page.text).toContain('error_description=<img');
  });

  it.each(['wrong', 'missing'] as const)('sends a %s code verifier', async (pkce) => {
    test.sandbox.world.connection.pkce = pkce;
    const page = await openLink(await test.linkFor('29:ada'));
    expect(page.code).toBeUndefined();
    expect(diagnose(page.text, { now: test.now() }).findings[0]?.cause).toBe('pkce-mismatch');
  });

  it('gets a token for the app alone', async () => {
    const { connection } = test.sandbox.world;
    Object.assign(connection, { grantFlow: 'app-only', tenant: SAMPLE_IDS.tenant });
    const token = await test.token('29:ada', await test.signIn('29:ada'));
    expect(decodeJwt(token ?? '')).toMatchObject({
      idtyp: 'app',
      roles: expect.arrayContaining(['Calendars.ReadWrite']),
    });
  });

  it('has no connection of that name', async () => {
    test.sandbox.world.tokenService.connectionExists = false;
    const error: unknown = await test.linkFor('29:ada').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ statusCode: 404, code: 'ServiceError' });
    expect(String(error)).toContain('Could not find Connection Setting with name graph');
    expect(diagnose(String(error), { now: test.now() }).findings[0]?.cause).toBe('bot-oauth-connection');
    expect(await test.client.exchangeToken('29:ada', CONNECTION, CHANNEL, { token: 'x' })).toMatchObject({
      error: { code: 'ServiceError' },
    });
    expect(await test.token('29:ada')).toBeUndefined();
    expect(await test.client.getTokenStatus('29:ada', CHANNEL, '')).toEqual([]);
  });

  it('is out of service', async () => {
    test.sandbox.world.tokenService.outage = true;
    const response = await fetch(api(`usertoken/GetToken?${QUERY}`));
    const body = await response.text();
    expect([response.status, JSON.parse(body)]).toEqual([
      503,
      { error: { code: 'ServiceUnavailable', message: 'The service is temporarily unavailable.' } },
    ]);
    const pasted = `GET https://token.botframework.com/api/usertoken/GetToken\n\nHTTP/1.1 503 Service Unavailable\n\n${body}`;
    expect(diagnose(pasted, { now: test.now() }).findings[0]?.cause).toBe('service-outage');
    expect((await openPage(api('oauth/signin?signin=x'))).status).toBe(503);
  });

  it.each(['', 'bm8ganNvbg==', 'e30='])('gets a state that is none: %j', async (state) => {
    expect((await fetch(api(`botsignin/GetSignInResource?state=${state}`))).status).toBe(400);
  });

  it('needs its parameters', async () => {
    const response = await fetch(api('usertoken/GetToken?userId=ada'));
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: { code: 'BadArgument', message: 'Missing required parameter: connectionName' } },
    ]);
  });
});

const DECLINE = { accept: false };
