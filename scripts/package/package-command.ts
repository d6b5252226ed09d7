import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { APP_PACKAGE_FILE } from '../../src/cli/doctor/app-package/app-package.ts';
import type { Environment } from '../../src/settings/environment.ts';
import { makePackage } from './make-package.ts';
import { packageLines, problemLines } from './package-lines.ts';

const HELP = `Usage: npm run package [-- [--listen] [--version X.Y.Z] [--out FILE] [--env FILE]]

Makes the Teams app: fills in the manifest from the settings, checks it, validates it by Microsoft's schema.

  --listen         asks the owners of a team for the messages of their channels; without it the bot hears
                   direct messages and messages that mention it
  --version X.Y.Z  of the app in Teams (that of package.json unless said otherwise); higher for an update
  --out FILE       ${APP_PACKAGE_FILE} unless said otherwise
  --env FILE       settings in this file (.env unless said otherwise); the environment wins

Exit status: 0 made, 1 something is wrong, 2 bad usage.
`;

export interface PackageIo {
  readonly env: Environment;
  /** With the template of the manifest. */
  readonly folder: string;
  /** Of package.json. */
  readonly version: string;
  out(text: string): void;
  err(text: string): void;
}

interface PackageOptions {
  readonly help: boolean;
  readonly listen: boolean;
  readonly version: string | undefined;
  readonly out: string;
  readonly env: string | undefined;
}

/** `npm run package`. */
export async function packageCommand(args: readonly string[], io: PackageIo): Promise<0 | 1 | 2> {
  const options = readOptions(args);
  if (typeof options === 'string') return badUsage(options, io);
  if (options.help) {
    io.out(HELP);
    return 0;
  }
  const env = await environment(options.env, io.env);
  if (typeof env === 'string') return badUsage(env, io);
  const made = await makePackage(io.folder, env, { version: options.version ?? io.version, listen: options.listen });
  if (made.kind === 'refused') {
    io.err(`${problemLines(made.problems).join('\n')}\n`);
    return 1;
  }
  try {
    await mkdir(dirname(options.out), { recursive: true });
    await writeFile(options.out, made.zip);
  } catch (error) {
    return badUsage(`${options.out} cannot be written (${codeOf(error)})`, io);
  }
  io.out(`${packageLines(made, options.out).join('\n')}\n`);
  return 0;
}

function readOptions(args: readonly string[]): PackageOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        listen: { type: 'boolean', default: false },
        version: { type: 'string' },
        out: { type: 'string', default: APP_PACKAGE_FILE },
        env: { type: 'string' },
      },
    });
    return { ...values, version: values.version, env: values.env };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function badUsage(problem: string, io: PackageIo): 2 {
  io.err(`${problem.split('\n', 1)[0]}. See: npm run package -- --help\n`);
  return 2;
}

/** As the service sees it: what the environment holds wins over the file. */
async function environment(file: string | undefined, env: Environment): Promise<Environment | string> {
  try {
    return { ...parseEnv(await readFile(file ?? '.env', 'utf8')), ...env };
  } catch (error) {
    return file === undefined ? env : `The settings in ${file} cannot be read (${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'no code';
}
