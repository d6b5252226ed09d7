import { randomBytes } from 'node:crypto';
import { createGraph } from '../../../src/graph/graph-client.ts';
import { mountAuthRoutes } from '../../../src/http/auth-routes.ts';
import { type Service, startService } from '../../../src/http/service-server.ts';
import { createMsalSignIn, type MsalSignIn } from '../../../src/identity/msal/create-msal-sign-in.ts';
import type { MsalApp } from '../../../src/identity/msal/msal-app.ts';
import type { MsalSignInOptions } from '../../../src/identity/msal/msal-options.ts';
import { createLogger } from '../../../src/logging/logger.ts';
import { diagnoseRefusal } from '../../../src/refusals/diagnose-refusal.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { ConnectionSettings } from '../../../src/sandbox/world/world.ts';
import type { Store } from '../../../src/storage/store.ts';
import type { SignInFixture } from '../../contract/sign-in.contract.ts';
import { codeOn, walkThroughSignIn } from './browser-walk.ts';
import { participants } from './sandbox-people.ts';
import { openTestStore } from './test-store.ts';

export interface MsalFixture extends SignInFixture {
  readonly signIn: MsalSignIn;
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly publicUrl: string;
  readonly tokenKeys: readonly Uint8Array[];
  /** What the service logged. */
  readonly lines: readonly string[];
  /** Another instance of the service on the same store. */
  another(options?: Partial<MsalSignInOptions>): Promise<MsalSignIn>;
}

/** The sandbox's own registration, as an operator would put it into the settings. */
export function appOfConnection(connection: ConnectionSettings, redirectUri: string): MsalApp {
  return {
    clientId: connection.clientId,
    tenant: connection.tenant,
    proof: { kind: 'secret', secret: connection.clientSecret },
    scopes: connection.scopes,
    redirectUri,
    ...(connection.tokenExchangeUrl === '' ? {} : { identifierUri: connection.tokenExchangeUrl }),
  };
}

/** Sign-in by MSAL with the real routes, the real store and the sandbox's Entra ID and Graph. */
export async function createMsalFixture(options: Partial<MsalSignInOptions> = {}): Promise<MsalFixture> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const lines: string[] = [];
  const store = openTestStore();
  const sandbox = await startSandbox({
    port: 0,
    now,
    onFailure: (error) => void lines.push(String(error instanceof Error ? error.stack : error)),
  });
  let signIn: MsalSignIn | undefined;
  const routed = (): MsalSignIn => {
    if (signIn === undefined) throw new Error('The sign-in is not there yet');
    return signIn;
  };
  const logger = createLogger({
    level: 'debug',
    form: 'json',
    destination: { write: (line) => void lines.push(line) },
  });
  const service: Service = await startService({
    onActivity: async (_req, res) => void res.end(),
    store,
    logger,
    local: true,
    host: '127.0.0.1',
    port: 0,
    routes: [
      (server) =>
        mountAuthRoutes(server, {
          handler: { start: (request) => routed().start(request), callback: (request) => routed().callback(request) },
          logger,
          explain: (refusal) => diagnoseRefusal(refusal, { now: now() }),
        }),
    ],
  });
  const publicUrl = `http://localhost:${service.port}`;
  const redirectUri = `${publicUrl}/auth/callback`;
  sandbox.world.apps[0]!.redirectUris.push({ uri: redirectUri, platform: 'web' });
  const tokenKeys = options.tokenKeys ?? [randomBytes(32)];
  const another = (changes: Partial<MsalSignInOptions> = {}): Promise<MsalSignIn> =>
    createMsalSignIn({
      app: () => appOfConnection(sandbox.world.connection, redirectUri),
      publicUrl,
      tokenKeys,
      store,
      now,
      entraAt: `${sandbox.origin}/entra`,
      ...options,
      ...changes,
    });
  const created = await another();
  signIn = created;
  const graph = createGraph({ fetch: sandboxTransport(sandbox), now });

  return {
    signIn: created,
    sandbox,
    store,
    publicUrl,
    tokenKeys,
    lines,
    another,
    now,
    advance: (ms) => {
      ahead += ms;
    },
    asPerson: participants(sandbox.world),
    completeAtPage: async (link, who) => codeOn(await walkThroughSignIn(link, who)),
    renew: (person) => created.token(person, { refresh: true }),
    async assertionFor(person, audience) {
      const answer = await sandbox.entra.teamsToken({ person, resource: sandbox.world.connection.tokenExchangeUrl });
      if (answer.kind !== 'token') throw new Error(answer.message);
      if (audience === undefined) return answer.token;
      const claims = JSON.parse(Buffer.from(answer.token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
      return sandbox.entra.sign({ ...claims, aud: audience });
    },
    callGraph: ({ accessToken }) => graph.send(accessToken, { method: 'GET', path: '/me' }),
    async dispose() {
      await Promise.all([service.close(), sandbox.close()]);
      await store.close();
    },
  };
}
