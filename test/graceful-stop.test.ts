import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printed } from './printed.ts';

const guard = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const SLOW = 60_000;

let folder: string;
let service: ChildProcess | undefined;
let channel: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-stop-'));
});
afterEach(() => {
  service?.kill('SIGKILL');
  channel?.closeAllConnections();
  channel?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A channel that takes each reply slowly: the turn is under way until it has. */
async function slowChannel(): Promise<{ url: string; replied: Promise<void>; take: () => void; taken: () => number }> {
  const { promise: replied, resolve: reply } = Promise.withResolvers<void>();
  const { promise: released, resolve: take } = Promise.withResolvers<void>();
  let taken = 0;
  channel = createServer(async (req, res) => {
    for await (const _ of req) {
      // Read to its end.
    }
    reply();
    await released;
    taken += 1;
    res.writeHead(200, { 'Content-Type': 'application/json' });
    res.end('{"id":"sent"}');
  });
  await new Promise<void>((resolve) => channel?.listen(0, '127.0.0.1', resolve));
  const { port } = channel.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, replied, take, taken: () => taken };
}

test(
  'a turn under way at SIGTERM is answered, a new one is not taken, and the process ends by itself',
  async () => {
    const { url, replied, take, taken } = await slowChannel();
    const kept = Object.fromEntries(
      ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMPDIR'].flatMap((name) =>
        process.env[name] ? [[name, process.env[name]]] : [],
      ),
    );
    let output = '';
    const child = spawn(process.execPath, [guard, main], {
      cwd: folder,
      env: { ...kept, PORT: '0', WHY401_SANDBOX_PORT: '0', WHY401_DATABASE_FILE: ':memory:' } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    service = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    await printed(() => output, 'Ctrl-C stops everything', SLOW / 2);
    const bot = /^ {2}Bot +(http:\S+\/api\/messages)/m.exec(output)?.[1] ?? '';

    const post = (id: string): Promise<Response> =>
      fetch(bot, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id,
          channelId: 'msteams',
          serviceUrl: url,
          text: 'help',
          from: { id: 'user-1', name: 'Sam' },
          recipient: { id: 'bot-1', name: 'why401' },
          conversation: { id: 'personal-1', conversationType: 'personal' },
        }),
      });
    const turn = post('activity-1');
    await replied;
    child.kill('SIGTERM');
    await printed(() => output, 'stopping', SLOW / 2);
    await expect(post('activity-2')).rejects.toThrow();
    expect(child.exitCode).toBeNull();
    take();
    expect((await turn).status).toBe(200);
    expect(await ended).toBe(0);
    expect(taken()).toBeGreaterThan(0);
    expect(output).toMatch(/stopped\n$/);
  },
  SLOW,
);
