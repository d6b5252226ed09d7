import { existsSync, readFileSync } from 'node:fs';
import { PermissionFileError } from './diagnosis/permissions/permission-table.ts';
import { ListenError } from './http/listen.ts';
import { CertificateError } from './identity/msal/msal-app.ts';
import { startLocalChat } from './local-chat/start-local-chat.ts';
import { logFailure } from './logging/log-failure.ts';
import { createLogger } from './logging/logger.ts';
import { importedPermissions } from './permissions-import/permission-file.ts';
import { sandboxFilePath, writeAddress } from './sandbox/control/address-file.ts';
import { assertSandboxAllowed, SandboxRefusedError } from './sandbox/sandbox-refused-error.ts';
import { readSettings, SettingsError } from './settings.ts';
import { stopOnSignals } from './stop-signals.ts';
import { startHousekeeping } from './storage/housekeeping.ts';
import { openStore } from './storage/open-store.ts';
import { StoreUnavailableError } from './storage/store-unavailable-error.ts';
import { startTelemetry } from './telemetry/start-telemetry.ts';
import { startWhy401 } from './wiring/start-why401.ts';

/** The service: settings, logger, store, everything that startWhy401 puts together, and the local chat. */
async function main(): Promise<void> {
  // What the environment holds already wins over the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const local = settings.bot === null;
  if (local) assertSandboxAllowed(process.env);
  const logger = createLogger({ level: settings.logLevel, form: settings.production ? 'json' : 'readable' });
  process.on('uncaughtException', (error) => {
    logFailure(logger, error, 'uncaught');
    process.exit(1);
  });

  const telemetry = await startTelemetry(settings.telemetry, { version: version(), logger });
  const store = await openStore(settings);
  const permissions = await importedPermissions(process.env);
  const { service, sandbox, stop } = await startWhy401({
    settings,
    store,
    logger,
    permissions,
    version: version(),
    telemetry,
  });
  const stopHousekeeping = startHousekeeping(
    store,
    Date.now,
    (error) => logFailure(logger, error, 'housekeeping failed'),
    settings.keepDays,
  );
  logger.info({ host: service.host, port: service.port, local, sandbox: sandbox?.port }, 'listening');
  const forgetAddress = sandbox && (await announce(sandbox.origin, logger));
  const chat = local
    ? startLocalChat({
        botPort: service.port,
        sandbox: sandbox?.origin,
        logger,
        print: (text) => void process.stdout.write(`${text}\n`),
      })
    : undefined;

  let stopping = false;
  stopOnSignals(async () => {
    stopping = true;
    logger.info('stopping');
    const stopped = await Promise.allSettled([
      stop(),
      chat?.then((playground) => playground?.stop()),
      forgetAddress?.(),
    ]);
    stopHousekeeping();
    await store.close();
    await telemetry.stop();
    for (const { reason } of stopped.filter((result) => result.status === 'rejected'))
      logFailure(logger, reason, 'stop failed');
    logger.info('stopped');
  });
  const playground = await chat;
  await playground?.ended;
  if (playground !== undefined && !stopping) logger.warn('the Agents Playground has ended; the bot still runs');
}

/** Lets «why401 sandbox break …» find this sandbox. Where the file cannot be written the command is told by --url. */
async function announce(
  origin: string,
  logger: ReturnType<typeof createLogger>,
): Promise<(() => Promise<void>) | undefined> {
  try {
    return await writeAddress(sandboxFilePath(process.env), origin);
  } catch (error) {
    logger.warn({ err: error }, 'the address of the sandbox could not be written');
    return undefined;
  }
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

/** What the operator can mend: said in plain lines. Anything else is a fault of ours and shows its stack. */
const TO_BE_MENDED = [
  StoreUnavailableError,
  ListenError,
  PermissionFileError,
  CertificateError,
  SandboxRefusedError,
] as const;

try {
  await main();
} catch (error) {
  if (error instanceof SettingsError) {
    process.stderr.write(`why401 cannot start:\n${error.message.replace(/^/gm, '- ')}\n`);
  } else if (error instanceof Error && TO_BE_MENDED.some((known) => error instanceof known)) {
    process.stderr.write(`why401 cannot start: ${error.message}\n`);
  } else {
    throw error;
  }
  process.exit(1);
}
