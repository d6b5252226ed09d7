import { createBot } from '../../src/bot/create-bot.ts';
import { createGraph } from '../../src/graph/graph-client.ts';
import { startService } from '../../src/http/service-server.ts';
import { createTokenServiceSignIn } from '../../src/identity/token-service/token-service-sign-in.ts';
import { createLogger } from '../../src/logging/logger.ts';
import { carelessGraph } from '../../src/sandbox/careless-graph.ts';
import { sandboxTransport } from '../../src/sandbox/client-transport.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';

export interface ConsoleService {
  readonly sandbox: Sandbox;
  /** What the service logged. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** A sandbox with its console, and the whole bot beside it; people sign in by the sandbox's token service. */
export async function startConsoleService(): Promise<ConsoleService> {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    form: 'json',
    destination: { write: (line) => void lines.push(line) },
  });
  const store = openSqliteStore(':memory:');
  let endpoint: string | null = null;
  const sandbox = await startSandbox({
    port: 0,
    botEndpoint: () => endpoint,
    onFailure: (error) => void lines.push(String(error instanceof Error ? error.stack : error)),
  });
  const { world, origin, control, tokenService } = sandbox;
  const now = (): number => Date.now() + world.client.clockOffsetMs;
  const bot = createBot({
    settings: { bot: null },
    store,
    logger,
    now,
    sandbox: control,
    tokenService: { url: `${origin}/token-service`, appId: world.connection.clientId },
    signIn: {
      graph: carelessGraph(createGraph({ fetch: sandboxTransport(sandbox), now }), sandbox),
      by: (client) =>
        createTokenServiceSignIn({
          connectionName: world.connection.name,
          client,
          state: store.state,
          now,
          lastRefusal: (userId, connection) => tokenService.lastRefusal(userId, connection),
        }),
    },
  });
  const service = await startService({
    onActivity: (req, res) => bot.process(req, res),
    store,
    logger,
    local: true,
    host: '127.0.0.1',
    port: 0,
  });
  endpoint = `http://127.0.0.1:${service.port}/api/messages`;
  return {
    sandbox,
    lines,
    async close() {
      await Promise.all([service.close(), sandbox.close()]);
      await store.close();
    },
  };
}
