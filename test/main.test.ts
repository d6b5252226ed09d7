import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

const guard = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** Starting the service and the Playground takes two seconds on a free machine. */
const SLOW = 60_000;

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-main-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** The service in an empty folder, with nothing of this environment but what a process needs. No port is fixed. */
function start(env: Record<string, string>, command: readonly string[] = [guard, main]): Run {
  const kept = Object.fromEntries(
    ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMPDIR'].flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  );
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: { ...kept, PORT: '0', WHY401_SANDBOX_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
}

async function addresses({ output }: Run): Promise<{ bot: string; chat: string; sandbox: string }> {
  await printed(output, 'Ctrl-C stops everything', SLOW / 2);
  return {
    bot: /^ {2}Bot +(http:\S+)\/api\/messages/m.exec(output())?.[1] ?? '',
    chat: /^ {2}Chat +(http:\S+)/m.exec(output())?.[1] ?? '',
    sandbox: /^ {2}Sandbox +(http:\S+)\/ /m.exec(output())?.[1] ?? '',
  };
}

/** A port that is taken for as long as `body` runs: the wanted one, or any. */
async function withTakenPort(wanted: number, body: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    // Where somebody else has it already, it is just as taken.
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(wanted) : reject(error),
    );
    server.listen(wanted, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  try {
    await body(port);
  } finally {
    server.close();
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

describe('without credentials', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'starts bot, chat and sandbox on the addresses it prints, and %s stops all of them',
    async (signal) => {
      const run = start({});
      const { bot, chat, sandbox } = await addresses(run);
      const everything = [`${bot}/healthz`, `${bot}/readyz`, chat, `${sandbox}/`];
      const addressFile = join(folder, 'data', 'sandbox.json');
      expect(await Promise.all(everything.map(answers))).toEqual(everything.map(() => true));
      expect(JSON.parse(readFileSync(addressFile, 'utf8'))).toEqual({ url: sandbox, pid: run.child.pid });
      expect(run.output()).toContain('AADSTS50011');
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(await Promise.all(everything.map(answers))).toEqual(everything.map(() => false));
      expect(existsSync(addressFile)).toBe(false);
      expect(run.output()).toMatch(/stopping\n.*stopped\n$/);
    },
    SLOW,
  );

  test(
    'the sandbox steps over a taken port unless one was asked for',
    async () => {
      await withTakenPort(4010, async (taken) => {
        const run = start({ WHY401_SANDBOX_PORT: '', WHY401_DATABASE_FILE: ':memory:' });
        const { sandbox } = await addresses(run);
        const port = Number(new URL(sandbox).port);
        expect(port).toBeGreaterThan(taken);
        expect(port).toBeLessThanOrEqual(taken + 20);
        run.child.kill('SIGINT');
        expect(await run.ended).toBe(0);
      });
      await withTakenPort(0, async (taken) => {
        const run = start({ WHY401_SANDBOX_PORT: String(taken), WHY401_DATABASE_FILE: ':memory:' });
        expect(await run.ended).toBe(1);
        expect(run.output()).toMatch(new RegExp(`^why401 cannot start: .*${taken}`, 'm'));
      });
    },
    SLOW,
  );

  test(
    'a paste gets its answer in the reply of the request',
    async () => {
      const run = start({ WHY401_DATABASE_FILE: ':memory:' });
      const { bot } = await addresses(run);
      const activity = {
        type: 'message',
        id: 'activity-1',
        channelId: 'msteams',
        deliveryMode: 'expectReplies',
        serviceUrl: 'http://localhost:1/_connector',
        text: "AADSTS50011: The redirect URI 'http://localhost:5000/callback' specified in the request does not match",
        from: { id: 'user-1', name: 'Sam' },
        recipient: { id: 'bot-1', name: 'why401' },
        conversation: { id: 'personal-1', conversationType: 'personal' },
      };
      const response = await fetch(`${bot}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
      });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('redirect URI');
      run.child.kill('SIGINT');
      expect(await run.ended).toBe(0);
    },
    SLOW,
  );

  test.skipIf(process.platform === 'win32')(
    'stops when npm, which started it, is gone',
    async () => {
      const between = `require('node:child_process').spawn(process.execPath, ${JSON.stringify([guard, main])}, { stdio: 'inherit' })`;
      const run = start({ npm_lifecycle_event: 'start', WHY401_DATABASE_FILE: ':memory:' }, ['--eval', between]);
      const { bot, chat } = await addresses(run);
      run.child.kill('SIGKILL');
      await expect
        .poll(async () => (await answers(`${bot}/healthz`)) || (await answers(chat)), { timeout: 10_000 })
        .toBe(false);
      await run.ended;
    },
    SLOW,
  );
});

describe('what keeps it from starting', { timeout: SLOW }, () => {
  test('wrong settings, all at once, from the environment and from .env', async () => {
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\nPORT=1\n');
    const run = start({ PORT: 'http', WHY401_SANDBOX_PORT: '', MicrosoftAppPassword: 'hunter2-hunter2' });
    expect(await run.ended).toBe(1);
    const lines = run.output().trim().split('\n');
    expect(lines[0]).toBe('why401 cannot start:');
    expect(lines.slice(1).map((line) => line.split(' ')[1])).toEqual(['MicrosoftAppId', 'PORT', 'LOG_LEVEL']);
    expect(run.output()).not.toContain('hunter2');
  });

  test('production without credentials', async () => {
    const run = start({ NODE_ENV: 'production', WHY401_SANDBOX_PORT: '' });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^why401 cannot start:\n- MicrosoftAppId is not set, and NODE_ENV is production/);
  });

  test.each([
    ['an app that people sign in to', { WHY401_MSAL_CLIENT_ID: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21' }],
    ['its secret', { WHY401_MSAL_CLIENT_SECRET: 'made~Up.For_Tests-0123456789abcdefghijkl' }],
    ['half of the bot’s credentials', { MicrosoftAppTenantId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21' }],
  ])('the sandbox beside real credentials: %s', async (_, env: Record<string, string>) => {
    const run = start(env);
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^why401 cannot start:/);
    expect(run.output()).not.toContain('Sandbox  ');
    for (const value of Object.values(env)) expect(run.output()).not.toContain(value);
    expect(existsSync(join(folder, 'data', 'sandbox.json'))).toBe(false);
  });

  test('a database file that cannot be used, in one line', async () => {
    const run = start({ WHY401_DATABASE_FILE: folder });
    expect(await run.ended).toBe(1);
    expect(run.output().trim().split('\n')).toEqual([
      expect.stringMatching(/^why401 cannot start: The database .* cannot be opened \(.*\): set WHY401_DATABASE_FILE/),
    ]);
  });
});

test(
  'with credentials it refuses a caller that is not the channel, logs JSON, and starts no chat',
  async () => {
    const run = start({
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      WHY401_SANDBOX_PORT: '',
      WHY401_DATABASE_FILE: ':memory:',
      MicrosoftAppId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
      MicrosoftAppPassword: 'made~Up.For_Tests-0123456789abcdefghijkl',
    });
    await printed(run.output, 'listening', SLOW / 2);
    expect(existsSync(join(folder, 'data', 'sandbox.json'))).toBe(false);
    const { port, msg } = JSON.parse(run.output().split('\n')[0] ?? '') as { port: number; msg: string };
    expect(msg).toBe('listening');
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        serviceUrl: 'http://localhost:1/',
        channelId: 'msteams',
        conversation: { id: 'c' },
        text: 'hi',
      }),
    });
    expect(response.status).toBe(401);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.output()).not.toMatch(/Three things|sandbox"?:\d/);
  },
  SLOW,
);
