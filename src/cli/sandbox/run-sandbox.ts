import { sandboxFilePath, writeAddress } from '../../sandbox/control/address-file.ts';
import { assertSandboxAllowed } from '../../sandbox/sandbox-refused-error.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { SAMPLE_PASSWORD } from '../../sandbox/world/seed-people.ts';
import { stopOnSignals } from '../../stop-signals.ts';
import type { CliIo, ExitStatus } from '../cli-io.ts';
import { UsageError } from '../usage-error.ts';

const DEFAULT_PORT = 4010;
const PORT_STEPS = 20;
/** Credentials of a real tenant are set, or no port is free: for the person to mend. */
const TO_BE_MENDED: ReadonlySet<unknown> = new Set(['WHY401_SANDBOX_REFUSED', 'WHY401_CANNOT_LISTEN']);

/** Resolves when the sandbox was stopped. */
type UntilStopped = (stop: () => Promise<void>) => Promise<void>;

/**
 * Starts a sandbox alone, prints its addresses, and keeps it until Ctrl-C.
 *
 * @throws {UsageError} beside real credentials, or where no port can be had
 */
export async function runSandbox(
  port: number | undefined,
  io: CliIo,
  untilStopped: UntilStopped = untilSignal,
): Promise<ExitStatus> {
  const sandbox = await start(port, io);
  const file = sandboxFilePath(io.env);
  const removeAddress = await writeAddress(file, sandbox.origin).catch(() => null);
  await io.stdout.write(greeting(sandbox));
  if (removeAddress === null) {
    await io.stderr.write(`why401: ${file} cannot be written; name the sandbox with --url ${sandbox.origin}\n`);
  }
  await untilStopped(async () => {
    await removeAddress?.();
    await sandbox.close();
  });
  return 0;
}

async function start(port: number | undefined, io: CliIo): Promise<Sandbox> {
  try {
    assertSandboxAllowed(io.env);
    return await startSandbox({
      port: port ?? DEFAULT_PORT,
      portSteps: PORT_STEPS,
      onFailure: (error) => void io.stderr.write(`why401: the sandbox failed: ${nameOf(error)}\n`),
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && TO_BE_MENDED.has(error.code))) throw error;
    throw new UsageError(error.message.replaceAll('\n', ' '));
  }
}

function greeting({ origin }: Sandbox): string {
  return `A sandbox runs. Everybody's password is ${SAMPLE_PASSWORD}.

  what is going on   ${origin}/
  Entra ID           ${origin}/entra/{tenant}/oauth2/v2.0/authorize
  Microsoft Graph    ${origin}/graph/v1.0/me
  token service      ${origin}/token-service

Break something: why401 sandbox break client-secret-expired (why401 sandbox faults lists all)
Ctrl-C ends it.
`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error';
}

function untilSignal(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    stopOnSignals(async () => {
      await stop();
      resolve();
    });
  });
}
