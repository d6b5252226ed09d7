import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import type { Environment } from '../settings.ts';
import type { CliIo } from './cli-io.ts';
import { UsageError } from './usage-error.ts';

/**
 * The environment as the service sees it: what it holds already wins over the file.
 *
 * @param file named by the user, else `.env`, which may be absent
 * @throws UsageError for a file that was named and cannot be read
 */
export async function serviceEnvironment(file: string | true | undefined, io: CliIo): Promise<Environment> {
  const named = typeof file === 'string';
  try {
    return { ...parseEnv(await readFile(named ? file : '.env', 'utf8')), ...io.env };
  } catch (error) {
    if (!named) return io.env;
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`Cannot read the settings in ${file} (${code ?? 'no code'})`);
  }
}
