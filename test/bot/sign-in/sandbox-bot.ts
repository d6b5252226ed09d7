import { createTokenServiceSignIn } from '../../../src/identity/token-service/token-service-sign-in.ts';
import type { SandboxPerson } from '../../../src/sandbox/world/world.ts';
import { codeOn, walkThroughSignIn } from '../../identity/msal/browser-walk.ts';
import { type RunningSandbox, startRunningSandbox } from '../../identity/token-service/token-service-fixture.ts';
import { type BotUnderTest, type BotUnderTestOptions, type Said, startBotUnderTest } from '../bot-under-test.ts';

/** A bot whose people sign in at the sandbox's token service. */
export interface SandboxBot extends BotUnderTest {
  readonly running: RunningSandbox;
  /** Another instance of the bot: same sandbox, same channel, the store that is handed in. */
  another(options?: BotUnderTestOptions): Promise<BotUnderTest>;
  /** A message of Ada in her personal chat. */
  adaSays(text: string, more?: Record<string, unknown>): Promise<Said[]>;
  /** Opens the link of the newest OAuth card, signs in, and gives the code that the page shows. */
  codeAtPage(who?: SandboxPerson): Promise<string>;
}

export const ADA_ID = '29:ada';

export async function startSandboxBot(options: BotUnderTestOptions = {}): Promise<SandboxBot> {
  const running = await startRunningSandbox();
  const { sandbox, tokenService, graph, now, local } = running;
  const { world } = sandbox;
  const wired: BotUnderTestOptions = {
    now,
    tokenService: local,
    sandbox: sandbox.control,
    signIn: (clock, store) => ({
      graph,
      by: (client) =>
        createTokenServiceSignIn({
          connectionName: 'graph',
          client,
          state: store.state,
          now: clock,
          lastRefusal: (userId, connection) => tokenService.lastRefusal(userId, connection),
        }),
    }),
    ...options,
  };
  const bot = await startBotUnderTest(wired);
  const ada = world.people[0]!;
  return {
    ...bot,
    running,
    another: (more = {}) => startBotUnderTest({ ...wired, connector: bot.connector, ...more }),
    adaSays: (text, more = {}) => bot.say(text, { ...asAda(ada), ...more }),
    async codeAtPage(who = ada) {
      return codeOn(await walkThroughSignIn(linkIn(bot), who));
    },
    async close() {
      await bot.close();
      await sandbox.close();
    },
  };
}

/** Ada in her personal chat, as Teams describes her. */
export function asAda(ada: SandboxPerson): Record<string, unknown> {
  return {
    from: { id: ADA_ID, name: ada.displayName, aadObjectId: ada.oid },
    conversation: { id: 'ada-chat', conversationType: 'personal', tenantId: ada.tenantId },
  };
}

export interface OAuthCard {
  readonly connectionName: string;
  readonly tokenExchangeResource?: { readonly id: string; readonly uri: string };
  readonly buttons: readonly { readonly type: string; readonly value: string }[];
}

export function oauthCards(bot: BotUnderTest): OAuthCard[] {
  return bot.connector.calls
    .flatMap(({ body }) => (body.attachments ?? []) as { contentType: string; content: OAuthCard }[])
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth')
    .map(({ content }) => content);
}

function linkIn(bot: BotUnderTest): string {
  const link = oauthCards(bot).at(-1)?.buttons[0]?.value;
  if (link === undefined) throw new Error('No OAuth card with a link');
  return link;
}

/** Everything that the channel got since `from`, as JSON. */
export function rawSince(bot: BotUnderTest, from: number): string {
  return JSON.stringify(bot.connector.calls.slice(from).map(({ body }) => body));
}

/** What a person reads of it: texts, titles and summaries, a line each. */
export function wordsSince(bot: BotUnderTest, from: number): string {
  const lines: string[] = [];
  JSON.stringify(
    bot.connector.calls.slice(from).map(({ body }) => body),
    (key, value: unknown) => {
      if (typeof value === 'string' && ['text', 'title', 'summary'].includes(key)) lines.push(value);
      return value;
    },
  );
  return lines.join('\n');
}
