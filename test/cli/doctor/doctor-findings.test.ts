import { describe, expect, it } from 'vitest';
import type { DoctorOutside } from '../../../src/cli/doctor-command.ts';
import {
  APP,
  APPLICATIONS,
  AUTHORIZE,
  bot,
  byConnection,
  byMsal,
  type DoctorFolder,
  entraError,
  MESSAGES,
  registration,
  SSO,
  TENANT,
  TOKEN,
  useDoctorFolder,
} from './doctor-folder.ts';
import type { Reply } from './loopback-microsoft.ts';

const doctor = useDoctorFolder();
const examine: DoctorFolder['examine'] = (env, options) => doctor.examine(env, options);

describe('what fails', () => {
  it('settings: all of them at once, and the other checks still run', async () => {
    const found = await examine({ ...byConnection, WHY401_KEEP_DAYS: 'x', LOG_LEVEL: 'loud' });
    expect([found.status, found.fixInOrder[0], found.state('bot-app')]).toEqual([1, 'settings', 'pass']);
    expect(found.check('settings')?.steps.map(({ text }) => text.split(':')[0])).toEqual([
      'WHY401_KEEP_DAYS',
      'LOG_LEVEL',
    ]);
  });

  it('settings of the bot: what needs them is skipped, not failed', async () => {
    const found = await examine({ ...byConnection, MicrosoftAppPassword: TENANT });
    expect(found.fixInOrder).toEqual(['settings']);
    expect([found.state('bot-app'), found.state('tenant')]).toEqual(['skipped', 'skipped']);
  });

  it('an expired secret, with cause, fix and owner by the engine', async () => {
    const reply = entraError(
      'invalid_client',
      7000222,
      `The provided client secret keys for app '${APP}' are expired.`,
    );
    const found = await examine(byConnection, { replies: { [TOKEN]: () => reply } });
    expect(found.check('bot-app')).toMatchObject({
      state: 'fail',
      cause: 'client-secret-expired',
      verdict: 'certain',
      owner: 'app-developer',
    });
    expect(found.check('bot-app')?.steps.length).toBeGreaterThan(0);
    expect([found.status, found.fixInOrder[0], found.state('oauth-connection')]).toEqual([1, 'bot-app', 'skipped']);
  });

  it('a wrong secret of the sign-in app, after what comes before it', async () => {
    const reply = entraError('invalid_client', 7000215, 'Invalid client secret provided.');
    const found = await examine(byMsal, {
      replies: {
        [TOKEN]: ({ form }) => (form.get('client_id') === SSO ? reply : { status: 200, body: { access_token: 'x' } }),
      },
    });
    expect(found.check('sign-in-app')).toMatchObject({ state: 'fail', cause: 'client-secret-invalid' });
    expect([found.state('bot-app'), found.fixInOrder]).toEqual(['pass', ['sign-in-app', 'secret-expiry']]);
  });

  it('a tenant that Entra ID does not know, and nothing else because of it', async () => {
    const reply = entraError('invalid_tenant', 90002, `Tenant '${TENANT}' not found.`);
    const found = await examine(byConnection, {
      replies: { 'login.microsoftonline.com/*/v2.0/.well-known/openid-configuration': () => reply },
    });
    expect(found.check('tenant')).toMatchObject({ state: 'fail', cause: 'tenant-not-found' });
    expect([found.state('bot-app'), found.fixInOrder[0]]).toEqual(['skipped', 'tenant']);
  });

  it('a network that leads nowhere', async () => {
    const network: DoctorOutside['network'] = async ({ method, url }) => ({
      kind: 'unreachable',
      refusal: { request: { method, url }, error: { name: 'Error', code: 'ENOTFOUND', message: 'getaddrinfo' } },
    });
    const found = await examine(byMsal, { outside: { network } });
    expect(found.check('tenant')).toMatchObject({ state: 'fail', says: expect.stringContaining('ENOTFOUND') });
    expect([found.state('clock'), found.state('bot-app'), found.state('redirect-uri')]).toEqual([
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(found.check('endpoint')).toMatchObject({
      state: 'warn',
      says: expect.stringContaining('cannot be reached'),
    });
  });

  it.each([
    [-10 * 60_000, 'fail', '10 minutes ahead of'],
    [10 * 60_000, 'fail', '10 minutes behind'],
    [2 * 60_000, 'warn', '2 minutes behind'],
    [-90_000, 'warn', '90 seconds ahead of'],
    [20_000, 'pass', 'agrees'],
  ])('a clock with Entra ID %d ms ahead: %s', async (serverAhead, state, words) => {
    const found = await examine(byConnection, { serverAhead });
    expect(found.check('clock')).toMatchObject({ state, says: expect.stringContaining(words) });
    expect(found.check('clock')?.cause).toBe(state === 'pass' ? null : 'clock-skew');
  });

  it.each([
    [-3, 'fail', 'expired on 2026-02-27'],
    [0, 'fail', 'expired on 2026-03-02'],
    [12, 'warn', 'in 12 days'],
    [30, 'pass', 'good until'],
  ])('a secret with %d days left: %s', async (days, state, words) => {
    const found = await examine(byConnection, { replies: { [APPLICATIONS]: () => registration(days) } });
    expect(found.check('secret-expiry')).toMatchObject({ state, says: expect.stringContaining(words) });
  });

  it('a redirect URI that the registration does not have', async () => {
    const found = await examine(byConnection, { replies: { [APPLICATIONS]: () => registration(200) } });
    expect(found.check('redirect-uri')).toMatchObject({
      state: 'fail',
      cause: 'redirect-uri-mismatch',
      steps: [{ value: 'https://token.botframework.com/.auth/web/redirect' }],
    });
  });

  it('not a redirect URI of another region, which an Azure Bot of that region needs', async () => {
    const uris = ['https://europe.token.botframework.com/.auth/web/redirect'];
    const found = await examine(byConnection, { replies: { [APPLICATIONS]: () => registration(200, uris) } });
    expect(found.check('redirect-uri')).toMatchObject({ state: 'pass', says: expect.stringContaining(uris[0]!) });
  });

  it.each<[string, Reply, string, string]>([
    ['asks for the token of the channel', { status: 401 }, 'pass', 'takes no activity without'],
    ['takes everything', { status: 200 }, 'fail', 'anybody can talk'],
    ['is not there', { status: 404 }, 'fail', 'as this bot does not'],
    [
      'has a sign-in in front',
      { status: 302, headers: { Location: 'https://login.microsoftonline.com/' } },
      'fail',
      'elsewhere',
    ],
    ['is down', { status: 503 }, 'warn', 'answers with 503'],
    ['is busy', { status: 429 }, 'warn', 'answers with 429'],
  ])('a messaging endpoint that %s', async (_what, reply, state, words) => {
    const found = await examine(byMsal, { replies: { [MESSAGES]: () => reply } });
    expect(found.check('endpoint')).toMatchObject({ state, says: expect.stringContaining(words) });
  });

  it('a redirect URI that Entra ID refuses, with what to register', async () => {
    const page = `<html>AADSTS50011: The redirect URI 'https://bot.example.com/auth/callback' specified in the request does not match the redirect URIs configured for the application '${SSO}'.</html>`;
    const found = await examine(byMsal, { replies: { [AUTHORIZE]: () => ({ status: 200, body: page }) } });
    expect(found.check('redirect-uri')).toMatchObject({ state: 'fail', cause: 'redirect-uri-mismatch' });
    expect(found.check('redirect-uri')?.steps[0]).toMatchObject({ value: 'https://bot.example.com/auth/callback' });
  });

  it('an answer that tells nothing is no failure', async () => {
    const found = await examine(byMsal, {
      replies: { [AUTHORIZE]: () => ({ status: 200, body: '<html>Loading</html>' }) },
    });
    expect(found.check('redirect-uri')).toMatchObject({
      state: 'skipped',
      says: expect.stringContaining('/auth/callback'),
    });
  });

  it('an OAuth connection that the token service does not know', async () => {
    const found = await examine(byConnection, {
      replies: {
        'api.botframework.com/api/botsignin/GetSignInResource': () => ({
          status: 404,
          body: { error: { code: 'NotFound', message: 'Connection not found.' } },
        }),
      },
    });
    expect(found.check('oauth-connection')).toMatchObject({ state: 'fail', cause: 'bot-oauth-connection' });
    const state = found.asked.find(({ path }) => path.endsWith('GetSignInResource'))?.query.get('state') ?? '';
    expect(JSON.parse(Buffer.from(state, 'base64').toString('utf8'))).toMatchObject({
      ConnectionName: 'graph',
      MsAppId: APP,
    });
  });

  it('a registration without the Application ID URI that Teams asks for is a warning', async () => {
    const reply = { status: 200, body: { passwordCredentials: [], web: {}, identifierUris: [] } };
    const found = await examine(byConnection, { replies: { [APPLICATIONS]: () => reply } });
    expect(found.check('app-ids')).toMatchObject({ state: 'warn', cause: 'bot-sso-misconfigured' });
    expect(found.check('app-ids')?.steps[0]).toMatchObject({ value: `api://botid-${APP}` });
  });

  it('a managed identity is no failure: it proves itself on Azure only', async () => {
    const { MicrosoftAppPassword: _, ...rest } = byConnection;
    const found = await examine({ ...rest, MicrosoftAppType: 'UserAssignedMSI', WHY401_SSO_APP_ID: SSO });
    expect(found).toMatchObject({ status: 0, fixInOrder: [] });
    expect(['bot-app', 'secret-expiry', 'oauth-connection'].map((check) => found.state(check))).toEqual([
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  it('nobody can sign in: a warning', async () => {
    const found = await examine(bot);
    expect(found.check('sign-in')).toMatchObject({ state: 'warn' });
    expect(found.status).toBe(0);
  });

  it('tenants without an app of their own leave the credential unknown', async () => {
    const found = await examine({ ...byMsal, WHY401_MSAL_TENANT: 'common' });
    expect(found.check('sign-in-app')).toMatchObject({ state: 'skipped', says: expect.stringContaining('common') });
    expect(found.status).toBe(0);
  });
});
