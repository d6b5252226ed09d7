import { existsSync } from 'node:fs';
import { createBot } from './bot/create-bot.ts';
import { PermissionFileError } from './diagnosis/permissions/permission-table.ts';
import { ListenError } from './http/listen.ts';
import { startService } from './http/service-server.ts';
import { startLocalChat } from './local-chat/start-local-chat.ts';
import { logFailure } from './logging/log-failure.ts';
import { createLogger } from './logging/logger.ts';
import { importedPermissions } from './permissions-import/permission-file.ts';
import { readSettings, SettingsError } from './settings.ts';
import { stopOnSignals } from './stop-signals.ts';
import { startHousekeeping } from './storage/housekeeping.ts';
import { openSqliteStore } from './storage/sqlite/sqlite-store.ts';
import { StoreUnavailableError } from './storage/store-unavailable-error.ts';

/** The service's composition root: settings, logger, store, bot, HTTP, and the local chat where there are no credentials. */
async function main(): Promise<void> {
  // What the environment holds already wins over the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const local = settings.bot === null;
  const logger = createLogger({ level: settings.logLevel, form: settings.production ? 'json' : 'readable' });
  process.on('uncaughtException', (error) => {
    logFailure(logger, error, 'uncaught');
    process.exit(1);
  });

  const store = openSqliteStore(settings.databaseFile);
  const now = (): number => Date.now();
  const stopHousekeeping = startHousekeeping(store, now, (error) => logFailure(logger, error, 'housekeeping failed'));
  const permissions = await importedPermissions(process.env);
  const bot = createBot({ settings, store, logger, now, permissions });
  const service = await startService({
    onActivity: (req, res) => bot.process(req, res),
    store,
    logger,
    local,
    host: settings.host,
    port: settings.port,
  });
  logger.info({ host: service.host, port: service.port, local }, 'listening');
  const chat = local
    ? startLocalChat({ botPort: service.port, logger, print: (text) => void process.stdout.write(`${text}\n`) })
    : undefined;

  let stopping = false;
  stopOnSignals(async () => {
    stopping = true;
    logger.info('stopping');
    const stopped = await Promise.allSettled([service.close(), chat?.then((playground) => playground?.stop())]);
    stopHousekeeping();
    await store.close();
    for (const { reason } of stopped.filter((result) => result.status === 'rejected'))
      logFailure(logger, reason, 'stop failed');
    logger.info('stopped');
  });
  const playground = await chat;
  await playground?.ended;
  if (playground !== undefined && !stopping) logger.warn('the Agents Playground has ended; the bot still runs');
}

try {
  await main();
} catch (error) {
  // What the operator can mend is said in plain lines; anything else is a fault of ours and shows its stack.
  if (error instanceof SettingsError) {
    process.stderr.write(`why401 cannot start:\n${error.message.replace(/^/gm, '- ')}\n`);
  } else if (
    error instanceof StoreUnavailableError ||
    error instanceof ListenError ||
    error instanceof PermissionFileError
  ) {
    process.stderr.write(`why401 cannot start: ${error.message}\n`);
  } else {
    throw error;
  }
  process.exit(1);
}
