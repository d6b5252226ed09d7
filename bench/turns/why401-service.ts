/** The service as it runs for people, without the local chat: HTTP, adapter, bot, engine, SQLite in a file. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBot } from '../../src/bot/create-bot.ts';
import { threadReader } from '../../src/bot/reading/thread-reader.ts';
import { startService } from '../../src/http/service-server.ts';
import { createLogger } from '../../src/logging/logger.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import { serve } from './serve.ts';

const folder = await mkdtemp(join(tmpdir(), 'why401-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const logger = createLogger({ level: 'info', form: 'json', destination: { write: () => undefined } });
const store = openSqliteStore(join(folder, 'why401.db'));
const reader = threadReader();
const bot = createBot({ settings: { bot: null }, store, logger, now: () => Date.now(), reader });
const service = await startService({
  onActivity: (req, res) => bot.process(req, res),
  store,
  logger,
  local: true,
  host: '127.0.0.1',
  port: 0,
});
serve(service.port);
