import { flushCompileCache } from 'node:module';
import pino from 'pino';
import { createBot } from '../../../src/bot/create-bot.ts';
import { createGraph, type Fetch } from '../../../src/graph/graph-client.ts';
import { createTokenServiceSignIn } from '../../../src/identity/token-service/token-service-sign-in.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';

/** What the parent says on the command line. */
export interface CreatingTask {
  readonly file: string;
  readonly sandbox: string;
  readonly tokenService: { readonly url: string; readonly appId: string };
  readonly activity: Record<string, unknown>;
}

const task = JSON.parse(process.argv[2] ?? '') as CreatingTask;
const say = (word: string): void => void process.stdout.write(`${word}\n`);

/** Says where the creation is, and gives the parent time to strike. */
const fetchAloud: Fetch = async (url, init) => {
  const at = url.replace('https://graph.microsoft.com', `${task.sandbox}/graph`);
  if (init.method !== 'POST') return fetch(at, init);
  say('claimed');
  await new Promise((resolve) => setTimeout(resolve, 50));
  say('sending');
  const response = await fetch(at, init);
  say('answered');
  await new Promise((resolve) => setTimeout(resolve, 50));
  return response;
};

const bot = createBot({
  settings: { bot: null },
  store: openSqliteStore(task.file),
  logger: pino({ level: 'silent' }),
  now: Date.now,
  tokenService: task.tokenService,
  signIn: {
    graph: createGraph({ fetch: fetchAloud, now: Date.now }),
    by: (client) =>
      createTokenServiceSignIn({
        connectionName: 'graph',
        client,
        state: openSqliteStore(task.file).state,
        now: Date.now,
      }),
  },
});
// It is killed, and then nothing is kept by itself.
flushCompileCache();
await bot.process(
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: task.activity },
  { statusCode: 200, setHeader: () => undefined, end: (body?: string) => say(`done ${body ?? ''}`) },
);
