import type { Activity } from 'botbuilder';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity, type UserTokenClient } from 'botframework-connector';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { signInAtPage, textOfPage } from '../sign-in-walk.ts';

const APP_ID = '2d5c8e94-31b7-4a60-bf02-96d1e7a4c853';
export const CONNECTION = 'graph';
export const CHANNEL = 'msteams';
export const ADA = 'ada@lumenworks.example';
export const BEN = 'ben@lumenworks.example';

export interface TokenServiceUnderTest {
  readonly sandbox: Sandbox;
  /** botframework-connector's own, speaking to the sandbox. */
  readonly client: UserTokenClient;
  now(): number;
  /** Moves the world's clock on. */
  forward(ms: number): void;
  /** A sign-in link for somebody in a chat. */
  linkFor(userId: string, channelId?: string): Promise<string>;
  /** From the link through the pages of Entra ID: the code that the last page shows. */
  signIn(userId: string, walker?: { userPrincipalName: string; accept?: boolean }, channelId?: string): Promise<string>;
  /** The token that is kept of somebody, or the one that a code gives. */
  token(userId: string, code?: string, channelId?: string): Promise<string | undefined>;
  /** A fresh world, its clock set back. */
  reset(): void;
  /** How often the token endpoint was called. */
  tokenRequests(): number;
}

export async function startTokenService(): Promise<TokenServiceUnderTest> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const sandbox = await startSandbox({ port: 0, now });
  const client = await userTokenClient(`${sandbox.origin}/token-service`);

  async function linkFor(userId: string, channelId = CHANNEL): Promise<string> {
    const resource = await client.getSignInResource(CONNECTION, activityOf(userId, channelId), '');
    return resource.signInLink ?? '';
  }

  return {
    sandbox,
    client,
    now,
    linkFor,
    forward(ms) {
      ahead += ms;
    },
    reset() {
      ahead = 0;
      sandbox.reset();
    },
    async signIn(userId, walker = { userPrincipalName: ADA }, channelId = CHANNEL) {
      const last = await openLink(await linkFor(userId, channelId), walker);
      if (last.code === undefined) throw new Error(`No code on the last page: ${last.text}`);
      return last.code;
    },
    async token(userId, code = '', channelId = CHANNEL) {
      const response = await client.getUserToken(userId, CONNECTION, channelId, code);
      return response?.token;
    },
    tokenRequests: () =>
      sandbox.recent.list().filter(({ method, path }) => method === 'POST' && path.endsWith('/oauth2/v2.0/token'))
        .length,
  };
}

/** The real client of botframework-connector, with a made-up app id and no authentication of the channel. */
export async function userTokenClient(oauthUrl: string): Promise<UserTokenClient> {
  const authentication = new ConfigurationBotFrameworkAuthentication({ OAuthUrl: oauthUrl });
  return authentication.createUserTokenClient(
    new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: APP_ID }]),
  );
}

export function activityOf(userId: string, channelId = CHANNEL): Activity {
  const activity: Partial<Activity> = {
    type: 'message',
    id: 'activity-1',
    channelId,
    serviceUrl: 'http://localhost:1',
    from: { id: userId, name: userId },
    recipient: { id: 'bot', name: 'why401' },
    conversation: { id: `conversation-of-${userId}`, isGroup: false, conversationType: 'personal', name: '' },
  };
  return activity as Activity;
}

export interface LastPage {
  readonly status: number;
  readonly html: string;
  readonly text: string;
  readonly code: string | undefined;
}

/** Opens a sign-in link and walks to the last page, that of the token service or of Entra ID. */
export async function openLink(link: string, walker = { userPrincipalName: ADA }): Promise<LastPage> {
  const started = await fetch(link, { redirect: 'manual' });
  const authorizeUrl = started.headers.get('location');
  if (authorizeUrl === null) return lastPage(started.status, await started.text());
  const end = await signInAtPage(authorizeUrl, walker);
  if ('page' in end) return lastPage(end.status, end.page);
  if (!('redirectedTo' in end)) throw new Error('The answer came as a form');
  return openPage(end.redirectedTo);
}

export async function openPage(url: string): Promise<LastPage> {
  const response = await fetch(url);
  return lastPage(response.status, await response.text());
}

function lastPage(status: number, html: string): LastPage {
  const text = textOfPage(html).replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)));
  return { status, html, text, code: /id="code">(\d{6})</.exec(html)?.[1] };
}
