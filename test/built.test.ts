import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { printed } from './printed.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** A folder as an installation has it: package.json, node_modules, and dist instead of src. */
let installed: string;
let work: string;
let child: ChildProcess | undefined;
beforeAll(() => {
  installed = mkdtempSync(join(tmpdir(), 'why401-built-'));
  work = join(installed, 'work');
  mkdirSync(work);
  copyFileSync(join(ROOT, 'package.json'), join(installed, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'), 'junction');
  const dist = join(installed, 'dist');
  const run = (script: string, ...args: string[]): void =>
    void execFileSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'pipe' });
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', dist);
  run('scripts/run.mjs', 'scripts/copy-assets.ts', dist);
});
afterEach(() => void child?.kill('SIGKILL'));
afterAll(() => rmSync(installed, { recursive: true, force: true }));

interface Run {
  readonly output: () => string;
  stop(): Promise<number | null>;
}

function start(env: Record<string, string>): Run {
  const kept = Object.fromEntries(['PATH', 'HOME', 'SystemRoot'].map((name) => [name, process.env[name]]));
  const started = spawn(process.execPath, [join(installed, 'dist', 'main.js')], {
    cwd: work,
    env: { ...kept, PORT: '0', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => started.once('close', resolve));
  return {
    output: () => output,
    stop() {
      started.kill('SIGTERM');
      return ended;
    },
  };
}

const PASTE = "AADSTS50011: The redirect URI 'http://localhost:5000/callback' specified in the request does not match";

test('without credentials the built service starts bot, chat and sandbox, with their pages and threads', async () => {
  const run = start({ WHY401_SANDBOX_PORT: '0' });
  await printed(run.output, 'Ctrl-C stops everything', 30_000);
  const at = (name: string): string => new RegExp(`^  ${name} +(http:[^ \\n]+)`, 'm').exec(run.output())?.[1] ?? '';
  const sandbox = at('Sandbox');
  const page = await (await fetch(sandbox)).text();
  const linked = [...page.matchAll(/(?:src|href)="(?!https?:)\/?([\w./-]+\.(?:js|css|svg))"/g)].map(([, file]) => file);
  expect(linked.length).toBeGreaterThan(2);
  const wanted = [...linked.map((file) => sandbox + file), at('Chat'), at('Bot').replace('/api/messages', '/healthz')];
  expect(await Promise.all(wanted.map(async (url) => `${(await fetch(url)).status} ${url}`))).toEqual(
    wanted.map((url) => `200 ${url}`),
  );
  const reply = await fetch(at('Bot'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: 'activity-1',
      channelId: 'msteams',
      deliveryMode: 'expectReplies',
      serviceUrl: 'http://localhost:1/',
      text: PASTE,
      from: { id: 'user-1', name: 'Sam' },
      recipient: { id: 'bot-1', name: 'why401' },
      conversation: { id: 'personal-1', conversationType: 'personal' },
    }),
  });
  expect(await reply.text()).toContain('redirect-uri-mismatch');
  expect(await run.stop()).toBe(0);
  expect(run.output()).not.toMatch(/ERROR|WARN/);
});

test('with credentials no sandbox and no chat are started', async () => {
  const run = start({
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    WHY401_DATABASE_FILE: ':memory:',
    MicrosoftAppId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
    MicrosoftAppPassword: 'made~Up.For_Tests-0123456789abcdefghijkl',
  });
  await printed(run.output, 'listening', 30_000);
  const listening = JSON.parse(run.output().split('\n')[0] ?? '') as Record<string, unknown>;
  expect(listening).toMatchObject({ msg: 'listening', local: false });
  expect(listening).not.toHaveProperty('sandbox');
  expect((await fetch(`http://127.0.0.1:${String(listening.port)}/healthz`)).status).toBe(200);
  expect(existsSync(join(work, 'data', 'sandbox.json'))).toBe(false);
  expect(await run.stop()).toBe(0);
  expect(run.output()).not.toMatch(/Sandbox|Playground/);
});
