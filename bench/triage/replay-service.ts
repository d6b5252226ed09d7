/** The service with a helpdesk, as it runs for people, on the store that the parent names; its clock is the day's. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { flushCompileCache } from 'node:module';
import { createBot } from '../../src/bot/create-bot.ts';
import { threadReader } from '../../src/bot/reading/thread-reader.ts';
import { startService } from '../../src/http/service-server.ts';
import { createLogger } from '../../src/logging/logger.ts';
import { openPostgresStore } from '../../src/storage/postgres/postgres-store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import { CLOCK_HEADER } from './replay-day.ts';

/** What the parent says on the command line. */
export interface ReplayTask {
  readonly store: { readonly sqlite: string } | { readonly postgres: string };
}

/** What the parent asks: `settle` waits for all cards, `memory` tells how much there is after rubbish is collected. */
export type ReplayQuestion = 'settle' | 'memory';

export type ReplayWord =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'settled' }
  | { readonly kind: 'memory'; readonly rss: number; readonly heap: number };

const task = JSON.parse(process.argv[2] ?? '') as ReplayTask;
const logger = createLogger({ level: 'warn', form: 'json', destination: process.stderr });
const store =
  'sqlite' in task.store ? openSqliteStore(task.store.sqlite) : await openPostgresStore(task.store.postgres);

/** Each turn runs at the instant at which the day delivers its activity, however many run at once. */
const clock = new AsyncLocalStorage<number>();
let latest = 0;
const bot = createBot({
  settings: { bot: null },
  store,
  logger,
  now: () => clock.getStore() ?? latest,
  reader: threadReader(),
  triage: {},
});
const service = await startService({
  onActivity(req, res) {
    const at = Number(req.headers[CLOCK_HEADER]);
    latest = Math.max(latest, at);
    return clock.run(at, () => bot.process(req, res));
  },
  store,
  logger,
  local: true,
  host: '127.0.0.1',
  port: 0,
});

const say = (word: ReplayWord): void => void process.send?.(word);

process.on('message', async (question: ReplayQuestion) => {
  await bot.settled();
  if (question === 'settle') return say({ kind: 'settled' });
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  say({ kind: 'memory', rss, heap: heapUsed });
});
process.on('disconnect', () => process.exit(0));
// It may be killed, and then nothing is kept by itself.
flushCompileCache();
say({ kind: 'ready', port: service.port });
