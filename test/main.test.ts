import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

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

/** The service in an empty folder, with nothing of this environment but what a process needs. */
function start(env: Record<string, string>, command: readonly string[] = [guard, main]): Run {
  const kept = Object.fromEntries(
    ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMPDIR'].flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  );
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: { ...kept, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
}

async function addresses({ output }: Run): Promise<{ bot: string; chat: string }> {
  await expect.poll(output, { timeout: SLOW / 2 }).toContain('Ctrl-C stops everything');
  return {
    bot: /Bot {3}(http:\S+)\/api\/messages/.exec(output())?.[1] ?? '',
    chat: /Chat {2}(http:\S+)/.exec(output())?.[1] ?? '',
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

describe('without credentials', () => {
  test(
    'starts bot and chat on the addresses it prints, and SIGTERM stops both',
    async () => {
      const run = start({});
      const { bot, chat } = await addresses(run);
      expect([await answers(`${bot}/healthz`), await answers(`${bot}/readyz`), await answers(chat)]).toEqual([
        true,
        true,
        true,
      ]);
      expect(run.output()).toContain('AADSTS50011');
      run.child.kill('SIGTERM');
      expect(await run.ended).toBe(0);
      expect([await answers(`${bot}/healthz`), await answers(chat)]).toEqual([false, false]);
      expect(run.output()).toMatch(/stopping\n.*stopped\n$/);
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
    const run = start({ PORT: 'http', MicrosoftAppPassword: 'hunter2-hunter2' });
    expect(await run.ended).toBe(1);
    const lines = run.output().trim().split('\n');
    expect(lines[0]).toBe('why401 cannot start:');
    expect(lines.slice(1).map((line) => line.split(' ')[1])).toEqual(['MicrosoftAppId', 'PORT', 'LOG_LEVEL']);
    expect(run.output()).not.toContain('hunter2');
  });

  test('production without credentials', async () => {
    const run = start({ NODE_ENV: 'production' });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^why401 cannot start:\n- MicrosoftAppId is not set, and NODE_ENV is production/);
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
      WHY401_DATABASE_FILE: ':memory:',
      MicrosoftAppId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
      MicrosoftAppPassword: 'made~Up.For_Tests-0123456789abcdefghijkl',
    });
    await expect.poll(run.output, { timeout: SLOW / 2 }).toContain('listening');
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
    expect(run.output()).not.toContain('Three things');
  },
  SLOW,
);
