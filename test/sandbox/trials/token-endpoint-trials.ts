import { randomUUID } from 'node:crypto';
import { CryptoProvider } from '@azure/msal-node';
import { importPKCS8, SignJWT } from 'jose';
import { reachedAt } from '../../../src/identity/msal/entra-address.ts';
import { msalSession } from '../../../src/identity/msal/msal-session.ts';
import { refusalPaste } from '../../../src/refusals/refusal-paste.ts';
import type { SandboxPerson } from '../../../src/sandbox/world/world.ts';
import { Browser } from './browser.ts';
import { signInOnPages } from './entra-pages.ts';
import { apiScopes, errorText, msalClient } from './msal-client.ts';
import { msalSignIn, outcomeOf, signedIn } from './msal-sign-in.ts';
import { type Outcome, refused, type Trial, WORKED } from './trial.ts';
import type { TrialSandbox } from './trial-sandbox.ts';

const GRAPH_DEFAULT = 'https://graph.microsoft.com/.default';

type Who = (sandbox: TrialSandbox) => SandboxPerson;
const ada: Who = (sandbox) => sandbox.person('ada');

async function attempt(ask: () => Promise<unknown>): Promise<Outcome> {
  try {
    await ask();
    return WORKED;
  } catch (error) {
    return refused(errorText(error));
  }
}

/** MSAL: authorization code with PKCE, from the sign-in page to the token. */
export const byMsalSignIn =
  (who: Who = ada): Trial =>
  async (sandbox) =>
  async () =>
    outcomeOf(await msalSignIn(sandbox, who(sandbox)));

/** MSAL: renews silently what somebody granted while all was well, in a process of its own. */
export const bySilentRenewal: Trial = async (sandbox) => {
  let { cache } = await signedIn(sandbox);
  return () =>
    attempt(async () => {
      const client = msalClient(sandbox);
      client.getTokenCache().deserialize(cache);
      const [account] = await client.getTokenCache().getAllAccounts();
      if (account === undefined) throw new Error('The cache holds no account');
      await client.acquireTokenSilent({ account, scopes: apiScopes(sandbox), forceRefresh: true });
      cache = client.getTokenCache().serialize();
    });
};

/** MSAL: redeems a refresh token from elsewhere, whatever client the settings name now. */
export const byRefreshToken: Trial = async (sandbox) => {
  const { cache } = await signedIn(sandbox);
  return () =>
    attempt(() =>
      msalClient(sandbox).acquireTokenByRefreshToken({
        refreshToken: refreshTokenIn(cache),
        scopes: apiScopes(sandbox),
      }),
    );
};

function refreshTokenIn(cache: string): string {
  const { RefreshToken } = JSON.parse(cache) as { RefreshToken: Record<string, { secret: string }> };
  const [entry] = Object.values(RefreshToken);
  if (entry === undefined) throw new Error('The cache holds no refresh token');
  return entry.secret;
}

/** MSAL: an app without a user. */
export const byClientSecret: Trial = async (sandbox) => () => attempt(() => appToken(sandbox, msalClient(sandbox)));

/** MSAL: an app without a user that signs with its certificate. */
export const byCertificate: Trial = async (sandbox) => () =>
  attempt(() => appToken(sandbox, msalClient(sandbox, { clientCertificate: sandbox.clientKey })));

/** MSAL: an app without a user whose assertion is made by the clock of the client's machine. */
export const byOwnAssertion: Trial = async (sandbox) => () =>
  attempt(async () => appToken(sandbox, msalClient(sandbox, { clientAssertion: await clientAssertion(sandbox) })));

function appToken(sandbox: TrialSandbox, client: ReturnType<typeof msalClient>): Promise<unknown> {
  return client.acquireTokenByClientCredential({
    scopes: [GRAPH_DEFAULT],
    skipCache: true,
    authority: `https://login.microsoftonline.com/${tenantOfApp(sandbox)}`,
  });
}

/** An app without a user names its tenant. */
export function tenantOfApp({ world }: TrialSandbox): string {
  return world.apps[0]?.homeTenantId ?? '';
}

async function clientAssertion(sandbox: TrialSandbox): Promise<string> {
  const { clientId } = sandbox.world.connection;
  const { privateKey, thumbprintSha256 } = sandbox.clientKey;
  const now = Math.floor((sandbox.now() + sandbox.world.client.clockOffsetMs) / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'PS256', 'x5t#S256': Buffer.from(thumbprintSha256, 'hex').toString('base64url') })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(`https://login.microsoftonline.com/${tenantOfApp(sandbox)}/oauth2/v2.0/token`)
    .setJti(randomUUID())
    .setNotBefore(now)
    .setExpirationTime(now + 600)
    .sign(await importPKCS8(privateKey, 'PS256'));
}

/** MSAL: on behalf of a person, with the assertion that Teams got while all was well. */
export const onBehalfOf: Trial = async (sandbox) => {
  const oboAssertion = await teamsAssertion(sandbox);
  return () =>
    attempt(() =>
      msalClient(sandbox).acquireTokenOnBehalfOf({ oboAssertion, scopes: apiScopes(sandbox), skipCache: true }),
    );
};

/** What Teams would hand to the bot for its silent sign-in. */
export async function teamsAssertion(sandbox: TrialSandbox): Promise<string> {
  const resource = sandbox.world.connection.tokenExchangeUrl;
  const answer = await sandbox.sandbox.entra.teamsToken({ person: ada(sandbox), resource });
  if (answer.kind === 'failure') throw new Error(`Teams got no token: ${answer.message}`);
  return answer.token;
}

const REDIRECT_URI = 'http://localhost:3978/auth/callback';

/** The service's own MSAL way: the code is redeemed, and the refusal is the one that the engine gets of it. */
export const byMsalWay: Trial = async (sandbox) => async () => {
  const { clientId, tenant, clientSecret } = sandbox.world.connection;
  const scopes = apiScopes(sandbox);
  const app = {
    clientId,
    tenant,
    proof: { kind: 'secret', secret: clientSecret },
    scopes,
    redirectUri: REDIRECT_URI,
  } as const;
  const session = msalSession(app, `${sandbox.origin}/entra`, sandbox.now);
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await session.authorizeUrl({ scopes, state: 'trial', nonce: 'trial', challenge });
  const browser = new Browser((at) => at.href.startsWith(REDIRECT_URI));
  const end = await signInOnPages(browser, reachedAt(url, `${sandbox.origin}/entra`), ada(sandbox));
  if (end.kind === 'page') return refused(end.text);
  const code = end.parameters.get('code') ?? '';
  const answer = await session.redeemCode({ scopes, code, verifier, nonce: 'trial' });
  return answer.kind === 'granted' ? WORKED : refused(refusalPaste(answer.refusal));
};

/** A client without a library: asks for a renewal with the refresh token that it was given, or was not. */
export const byHandWrittenRenewal: Trial = async (sandbox) => async () => {
  const { exchange, refreshToken } = await redeemedByHand(sandbox);
  if (exchange.status !== 200) return refused(exchange.log);
  const renewal = await post(sandbox, {
    grant_type: 'refresh_token',
    scope: sandbox.world.connection.scopes.join(' '),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  });
  return renewal.status === 200 ? WORKED : refused(renewal.log);
};

interface Exchange {
  readonly status: number;
  readonly body: string;
  /** Request and answer as a developer logs them, credentials taken out. */
  readonly log: string;
}

async function redeemedByHand(sandbox: TrialSandbox): Promise<{ exchange: Exchange; refreshToken?: string }> {
  const { connection } = sandbox.world;
  const scope = connection.scopes.join(' ');
  const query = new URLSearchParams({
    client_id: connection.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope,
  });
  const browser = new Browser((url) => url.href.startsWith(REDIRECT_URI));
  const url = `${sandbox.origin}/entra/${connection.tenant}/oauth2/v2.0/authorize?${query}`;
  const end = await signInOnPages(browser, url, ada(sandbox));
  if (end.kind === 'page') return { exchange: { status: end.status, body: '', log: end.text } };
  const code = end.parameters.get('code') ?? '';
  const exchange = await post(sandbox, { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, scope });
  const given: unknown = exchange.status === 200 ? JSON.parse(exchange.body) : null;
  const hasToken = typeof given === 'object' && given !== null && 'refresh_token' in given;
  return { exchange, ...(hasToken ? { refreshToken: String(given.refresh_token) } : {}) };
}

async function post({ origin, world }: TrialSandbox, form: Readonly<Record<string, string>>): Promise<Exchange> {
  const { tenant, clientId, clientSecret } = world.connection;
  const response = await fetch(`${origin}/entra/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
  });
  const body = await response.text();
  const { code: _code, refresh_token: _token, ...shown } = form;
  const log = [
    `POST https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    new URLSearchParams({ client_id: clientId, ...shown }).toString(),
    `HTTP/1.1 ${response.status} ${response.statusText}`,
    body,
  ].join('\n\n');
  return { status: response.status, body, log };
}
