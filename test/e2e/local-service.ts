import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const START_WITHIN = 60_000;

export interface LocalService {
  readonly chat: string;
  readonly sandbox: string;
  readonly endpoint: string;
  readonly output: () => string;
  stop(): Promise<void>;
}

/**
 * `npm start` as a person runs it, with its store in memory and the sandbox's address in a file of its own, until it
 * prints where the chat is.
 */
export async function startLocalService(settings: Readonly<Record<string, string>> = {}): Promise<LocalService> {
  const folder = await mkdtemp(join(tmpdir(), 'why401-e2e-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    WHY401_DATABASE_FILE: ':memory:',
    WHY401_SANDBOX_FILE: join(folder, 'sandbox.json'),
    NODE_ENV: 'development',
    ...settings,
  };
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/main.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listen = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout!.on('data', listen);
  child.stderr!.on('data', listen);
  const found = await waitFor(
    () => ADDRESSES.exec(output),
    child,
    () => output,
  );
  return {
    chat: found[1]!,
    sandbox: found[2]!,
    endpoint: found[3]!,
    output: () => output,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGINT');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const ADDRESSES =
  /Chat\s+(http:\/\/localhost:\d+)[\s\S]*?Sandbox\s+(http:\/\/[\w.]+:\d+)\/[\s\S]*?Bot\s+(http:\/\/localhost:\d+\/api\/messages)/;

async function waitFor<T>(look: () => T | null, child: ChildProcess, output: () => string): Promise<T> {
  const until = Date.now() + START_WITHIN;
  while (Date.now() < until) {
    const seen = look();
    if (seen !== null) return seen;
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`npm start printed no address within a minute:\n${output()}`);
}
