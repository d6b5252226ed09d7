import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BASE_USER, BuildError, type BuiltImage } from './build-image.ts';
import { type FileSeen, filesOf } from './files-of.ts';

/** What running the image showed. */
export interface ImageRun {
  /** Answers by path: `/healthz`, `/readyz`, and an activity without the channel's token. */
  readonly status: Readonly<Record<string, number>>;
  /** Exit codes of the image's own health check, while it ran and after it stopped. */
  readonly healthcheck: { readonly running: number | null; readonly stopped: number | null };
  /** How it ended at SIGTERM. */
  readonly ended: number | null;
  /** What it wrote outside of its volumes, which is to be nothing. */
  readonly written: readonly string[];
  /** What it wrote into its volumes. */
  readonly kept: readonly string[];
  readonly output: string;
}

const START_MS = 60_000;
const STOP_MS = 20_000;
const POLL_MS = 100;

/** Made up: production asks for credentials, and nothing here is sent to anybody. */
const CREDENTIALS = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
  MicrosoftAppTenantId: '5f3b9a70-3c1d-4e2f-8a6b-7c9d0e1f2a3b',
} as const;

/** Starts the image's command as its user with everything but its volumes read-only, asks it, and stops it. */
export async function runImage(image: BuiltImage, work: string): Promise<ImageRun> {
  const { root, volumes } = image;
  const isVolume = (path: string): boolean => volumes.some((volume) => `/${path}/`.startsWith(`${volume}/`));
  await makeReadOnly(root, isVolume);
  const before = await filesOf(root);
  const port = await freePort();
  const env = await environment(image, work, port);
  const child = start(image, image.command, env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
  const ended = endOf(child);
  try {
    const origin = `http://127.0.0.1:${port}`;
    await answers(`${origin}/healthz`, child, () => output);
    const status = {
      '/healthz': await statusOf(`${origin}/healthz`),
      '/readyz': await statusOf(`${origin}/readyz`),
      '/api/messages': await statusOf(`${origin}/api/messages`, {
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/amer/',
        conversation: { id: 'made-up' },
        text: 'AADSTS50011',
      }),
    };
    const running = await healthOf(image, env);
    child.kill('SIGTERM');
    const code = await Promise.race([ended, delay(STOP_MS, null, { ref: false })]);
    const stopped = await healthOf(image, env);
    const after = await filesOf(root);
    const changed = differences(before, after);
    return {
      status,
      healthcheck: { running, stopped },
      ended: code,
      written: changed.filter((path) => !isVolume(path)),
      kept: changed.filter(isVolume),
      output,
    };
  } finally {
    child.kill('SIGKILL');
  }
}

/** Nobody may write, not even whoever owns it; root could all the same, so it is run by somebody else. */
async function makeReadOnly(root: string, isVolume: (path: string) => boolean): Promise<void> {
  const paths = [...(await filesOf(root)).keys()].filter((path) => !isVolume(path));
  for (const path of [...paths.map((path) => join(root, path)), root]) {
    const { mode } = await lstat(path);
    // Whoever links to a file decides nothing about it.
    if ((mode & 0o170_000) !== 0o120_000) await chmod(path, mode & 0o555);
  }
}

/** Lets the folder be removed again. */
export async function makeWritable(root: string): Promise<void> {
  await chmod(root, 0o755);
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(root, entry.name));
  }
}

/** Of this machine nothing: no home, and a folder for temporary files in which nothing can be made. */
async function environment(image: BuiltImage, work: string, port: number): Promise<Record<string, string>> {
  const nowhere = join(work, 'nowhere');
  await mkdir(nowhere, { mode: 0o555 });
  const own = Object.entries(image.env).map(([name, value]) => [
    name,
    value.startsWith('/') ? join(image.root, value) : value,
  ]);
  return {
    ...Object.fromEntries(own),
    ...CREDENTIALS,
    PATH: join(image.base, 'bin'),
    HOME: nowhere,
    TMPDIR: nowhere,
    // In an image it is every address; here nobody else is to reach it.
    HOST: '127.0.0.1',
    PORT: String(port),
  };
}

function start(image: BuiltImage, command: readonly string[], env: Record<string, string>): ChildProcess {
  const [program = '', ...args] = command;
  if (image.user !== BASE_USER.name) throw new BuildError(`The base image has no user ${image.user ?? 'but root'}`);
  return spawn(join(image.base, 'bin', program), args, {
    cwd: join(image.root, image.workdir),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 ? { uid: BASE_USER.id, gid: BASE_USER.id } : {}),
  });
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

async function healthOf(image: BuiltImage, env: Record<string, string>): Promise<number | null> {
  if (image.healthcheck === undefined) return null;
  return endOf(start(image, image.healthcheck, env));
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new BuildError(`The image ended with ${child.exitCode}`, output());
    if ((await statusOf(url)) === 200) return;
    await delay(POLL_MS);
  }
  throw new BuildError('The image does not answer', output());
}

/** 0 where no answer comes. */
async function statusOf(url: string, activity?: object): Promise<number> {
  const init =
    activity === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(activity) };
  return fetch(url, init).then(
    ({ status }) => status,
    () => 0,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function differences(before: ReadonlyMap<string, FileSeen>, after: ReadonlyMap<string, FileSeen>): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => {
      const [one, other] = [before.get(path), after.get(path)];
      return one?.bytes !== other?.bytes || one?.changed !== other?.changed;
    })
    .toSorted();
}
