import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@microsoft/m365agentsplayground';
const START_MS = 30_000;
const STOP_MS = 2_000;
/** The last words of a Playground that did not start; enough for a stack. */
const KEPT_OUTPUT = 4_000;

export interface PlaygroundOptions {
  /** Address of the bot, as `http://localhost:3978/api/messages`. */
  readonly botEndpoint: string;
  /** Where the Playground should listen; the next free port is taken where it is busy. */
  readonly port: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface Playground {
  /** The port really bound. */
  readonly port: number;
  /** Fulfilled when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export class PlaygroundError extends Error {
  readonly code = 'WHY401_PLAYGROUND_FAILED';
  constructor(message: string) {
    super(message);
    this.name = 'PlaygroundError';
  }
}

/** Path of the Playground's script, `undefined` where the package is not installed (it is a development dependency). */
export function findPlayground(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Record<string, string> };
    if (bin.agentsplayground === undefined) return undefined;
    const script = join(dirname(manifest), bin.agentsplayground);
    return existsSync(script) ? script : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Starts the Agents Playground, Microsoft's local stand-in for Teams, as a child process on loopback. It opens no
 * browser, needs no display, sends no telemetry and writes no log file.
 *
 * @param script from findPlayground
 * @throws PlaygroundError with its output where it ends or stays silent instead of listening
 */
export async function startPlayground(script: string, options: PlaygroundOptions): Promise<Playground> {
  try {
    return await startOnce(script, options);
  } catch (error) {
    // It looks for a free port and takes it a moment later: another one that starts beside it can be quicker.
    if (error instanceof PlaygroundError && error.message.includes('EADDRINUSE')) return startOnce(script, options);
    throw error;
  }
}

async function startOnce(script: string, options: PlaygroundOptions): Promise<Playground> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      beside('confine-playground'),
      script,
      'start',
      ...['--app-endpoint', options.botEndpoint],
      ...['--channel-id', 'msteams'],
      ...['--port', String(options.port)],
      '--disable-telemetry',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: playgroundEnvironment(options.env ?? process.env),
      windowsHide: true,
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    const port = await portOf(child);
    return { port, ended, stop: () => stopChild(child, ended) };
  } catch (error) {
    await stopChild(child, ended);
    throw error;
  }
}

function playgroundEnvironment(env: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return {
    ...env,
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: fileURLToPath(new URL('./m365agentsplayground.yml', import.meta.url)),
    // Its log would hold what was pasted. A path below a file cannot be written, and the Playground carries on without.
    M365_AGENTS_PLAYGROUND_LOGFILE: join(fileURLToPath(import.meta.url), 'no-log'),
    APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
  };
}

/** The address of a module of this folder, in the form this module has: `.ts` in the sources, `.js` when built. */
function beside(name: string): string {
  return new URL(`./${name}${extname(import.meta.url)}`, import.meta.url).href;
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (what: string): void =>
      reject(new PlaygroundError(`The Agents Playground ${what}. It said: ${output.trim() || 'nothing'}`));
    const late = setTimeout(() => fail(`did not start within ${START_MS / 1_000} s`), START_MS);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT);
      const port = /Listening on (\d{1,5})\b[^\d]/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`cannot be started (${error.message})`));
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      fail(`ended (${signal ?? `exit status ${code}`})`);
    });
  });
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(insist);
}
