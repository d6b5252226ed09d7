import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isLoopbackHost } from '../../settings.ts';

const DEFAULT_FILE = 'data/sandbox.json';
const LARGEST = 4_096;

/**
 * Where a running sandbox says its address, for `why401 sandbox break …`: WHY401_SANDBOX_FILE, or data/sandbox.json in
 * the working directory, beside the store. Not the folder for temporary files: its names are everybody's, and another
 * user of the machine could put a file there that points elsewhere.
 */
export function sandboxFilePath(env: Readonly<Record<string, string | undefined>>): string {
  const set = env.WHY401_SANDBOX_FILE?.trim();
  return set === undefined || set === '' ? DEFAULT_FILE : set;
}

/**
 * Writes the address, readable by this user alone. Of several sandboxes the last one is found.
 *
 * @returns removes the file again, unless another sandbox has written its own since
 */
export async function writeAddress(file: string, url: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify({ url, pid: process.pid })}\n`, { mode: 0o600 });
  await rename(fresh, file);
  return async () => {
    if ((await readAddress(file)) === url) await rm(file, { force: true });
  };
}

/** The address of the sandbox that wrote the file; `null` where there is none, or none that can be trusted. */
export async function readAddress(file: string): Promise<string | null> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST) return null;
    return addressIn(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

function addressIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('url' in data) || typeof data.url !== 'string') return null;
  return isSandboxAddress(data.url) ? data.url : null;
}

/** `http://localhost:PORT` or another name of this machine. */
export function isSandboxAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && isLoopbackHost(hostname);
}
