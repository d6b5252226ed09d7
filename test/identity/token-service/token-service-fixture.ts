import { CachedAuthentication } from '../../../src/bot/adapter/cached-authentication.ts';
import { createTokenServiceClient } from '../../../src/bot/adapter/token-service-client.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import { createGraph } from '../../../src/graph/graph-client.ts';
import { createTokenServiceSignIn } from '../../../src/identity/token-service/token-service-sign-in.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { TokenService } from '../../../src/sandbox/token-service/mount-token-service.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { SignInFixture } from '../../contract/sign-in.contract.ts';
import { codeOn, walkThroughSignIn } from '../msal/browser-walk.ts';
import { participants } from '../msal/sandbox-people.ts';

/** The sandbox with a clock that can be put forward, and Graph as a client of it. */
export interface RunningSandbox {
  readonly sandbox: Sandbox;
  readonly tokenService: TokenService;
  readonly graph: Graph;
  readonly now: () => number;
  advance(ms: number): void;
  /** What the bot is started with to speak to its token service. */
  readonly local: { readonly url: string; readonly appId: string };
}

export async function startRunningSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const sandbox = await startSandbox({ port: 0, now, ...options });
  const { world, origin, entra } = sandbox;
  const transport = sandboxTransport({ world, origin, entra });
  return {
    sandbox,
    tokenService: sandbox.tokenService,
    graph: createGraph({ fetch: transport, now }),
    now,
    advance: (ms) => {
      ahead += ms;
    },
    local: { url: `${origin}/token-service`, appId: SAMPLE_IDS.app },
  };
}

/** Sign-in by the SDK's own client against the sandbox's token service. */
export async function createTokenServiceFixture(): Promise<SignInFixture & { readonly sandbox: Sandbox }> {
  const running = await startRunningSandbox();
  const { sandbox, tokenService, graph, now, advance, local } = running;
  const { world, entra } = sandbox;
  const store = openSqliteStore(':memory:');
  const authentication = new CachedAuthentication(null, undefined, local);
  const signIn = createTokenServiceSignIn({
    connectionName: world.connection.name,
    client: createTokenServiceClient(() => authentication.userTokenClientOf('')),
    state: store.state,
    now,
    lastRefusal: (userId, connection) => tokenService.lastRefusal(userId, connection),
  });
  return {
    signIn,
    sandbox,
    now,
    advance,
    asPerson: participants(world),
    completeAtPage: async (link, who) => codeOn(await walkThroughSignIn(link, who)),
    async renew(person) {
      // The service renews what has less than five minutes left, and hands out the old one where that fails.
      advance(61 * 60_000);
      return signIn.token(person);
    },
    async assertionFor(person, audience) {
      const answer = await entra.teamsToken({ person, resource: world.connection.tokenExchangeUrl });
      if (answer.kind !== 'token') throw new Error(answer.message);
      if (audience === undefined) return answer.token;
      const claims = JSON.parse(Buffer.from(answer.token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
      return entra.sign({ ...claims, aud: audience });
    },
    callGraph: ({ accessToken }) => graph.send(accessToken, { method: 'GET', path: '/me' }),
    async dispose() {
      await sandbox.close();
      await store.close();
    },
  };
}
