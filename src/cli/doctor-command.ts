import { access } from 'node:fs/promises';
import { readPublicUrl } from '../settings/public-url.ts';
import { examineSettings } from '../settings.ts';
import { openStore } from '../storage/open-store.ts';
import { outputStyle } from './answer-output.ts';
import { parseArguments } from './arguments.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { APP_PACKAGE_FILE } from './doctor/app-package/app-package.ts';
import { doctorJson } from './doctor/doctor-json.ts';
import { doctorLines } from './doctor/doctor-lines.ts';
import { createInstallation, type InstallationParts } from './doctor/installation.ts';
import { createNetwork } from './doctor/network.ts';
import { runDoctor } from './doctor/run-doctor.ts';
import { startSandbox } from './doctor/start-sandbox.ts';
import { serviceEnvironment } from './service-environment.ts';
import { UsageError } from './usage-error.ts';

/** What the Teams app is made of. */
const APP_FOLDER = 'manifest';

const DOCTOR_HELP = `Usage: why401 doctor [--json] [--env FILE] [--package FILE] [--parameters FILE]

Checks this installation: every setting, the clock, the tenant, the apps and their credentials,
what Entra ID sends people back to, the OAuth connection, the keys, the store, the parameters of the
deployment, the messaging endpoint, the Teams app. Says what to fix first. Changes nothing, but brings
the tables of the store up to date.

  --json             the result as JSON
  --env FILE         settings in this file (.env unless said otherwise); the environment wins
  --package FILE     the Teams app: its zip file, its folder or its manifest (unless said otherwise
                     ${APP_PACKAGE_FILE}, else manifest/); --manifest is the same
  --parameters FILE  the parameters of the deployment (unless said otherwise those in
                     deploymentTemplates/)

Exit status: 0 where nothing fails, 1 where a check fails.
`;

/** Where templates and their parameters are, unless a file is named. */
const DEPLOYMENT_FOLDER = 'deploymentTemplates';

/** What a test replaces: where the network leads, and what is opened. */
export type DoctorOutside = Partial<Pick<InstallationParts, 'network' | 'openStore' | 'startSandbox'>>;

/**
 * `why401 doctor`.
 *
 * @returns 0 where no check fails, else 1
 * @throws {UsageError} for a file of settings that was named and cannot be read
 */
export async function doctorCommand(
  args: readonly string[],
  io: CliIo,
  outside: DoctorOutside = {},
): Promise<ExitStatus> {
  const { options, positionals } = parseArguments('doctor', args, {
    json: { type: 'boolean' },
    env: { type: 'string' },
    package: { type: 'string' },
    manifest: { type: 'string' },
    parameters: { type: 'string' },
  });
  if (options.has('help')) {
    await io.stdout.write(DOCTOR_HELP);
    return 0;
  }
  if (positionals.length > 0) throw new UsageError('doctor takes no name. See: why401 doctor --help');
  if (options.has('package') && options.has('manifest')) {
    throw new UsageError('doctor takes --package or --manifest, not both');
  }
  const named = options.get('package') ?? options.get('manifest');
  const parameters = options.get('parameters');
  const env = await serviceEnvironment(options.get('env'), io);
  const report = await runDoctor(
    createInstallation({
      ...examineSettings(env),
      now: () => io.now(),
      network: createNetwork({ now: () => io.now() }),
      // What is wrong with it stands among the problems of the settings already.
      publicUrl: readPublicUrl(env, []) ?? null,
      packagePath: typeof named === 'string' ? named : await appToCheck(),
      deployment:
        typeof parameters === 'string' ? { path: parameters, named: true } : { path: DEPLOYMENT_FOLDER, named: false },
      openStore,
      startSandbox: () => startSandbox(() => io.now()),
      ...outside,
    }),
  );
  const text = options.has('json')
    ? JSON.stringify(doctorJson(report), null, 2)
    : doctorLines(report, outputStyle(io)).join('\n');
  await io.stdout.write(`${text}\n`);
  return report.ok ? 0 : 1;
}

/** The package that was made here; where there is none, what it will be made of. */
async function appToCheck(): Promise<string> {
  return access(APP_PACKAGE_FILE).then(
    () => APP_PACKAGE_FILE,
    () => APP_FOLDER,
  );
}
