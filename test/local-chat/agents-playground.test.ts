import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  findPlayground,
  type Playground,
  PlaygroundError,
  startPlayground,
} from '../../src/local-chat/agents-playground.ts';

const script = findPlayground() ?? '';
const module = new URL('../../src/local-chat/agents-playground.ts', import.meta.url).href;

let bot: Server;
let folder: string;
let playground: Playground;
const activities: Record<string, unknown>[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why401-playground-'));
  bot = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    activities.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>);
    res.end();
  }).listen(0, '127.0.0.1');
  await once(bot, 'listening');
  const { port } = bot.address() as AddressInfo;
  // The bot's own port is busy by now: the Playground has to take another.
  playground = await startPlayground(script, {
    botEndpoint: `http://localhost:${port}/api/messages`,
    port,
    env: { ...process.env, DISPLAY: undefined, M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'written.log') },
  });
}, 60_000);

afterAll(async () => {
  await playground.stop();
  bot.close();
  rmSync(folder, { recursive: true, force: true });
});

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });

test('serves its page on the port it reports', async () => {
  expect(playground.port).not.toBe((bot.address() as AddressInfo).port);
  const page = await fetch(`http://127.0.0.1:${playground.port}/`);
  expect([page.status, (await page.text()).includes('Agents Playground')]).toEqual([200, true]);
});

test('is reached on this machine only', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of outside) expect(await reaches(address, playground.port)).toBe(false);
  expect(await reaches('127.0.0.1', playground.port)).toBe(true);
});

test('hands activities to the bot', async () => {
  const sent = await fetch(`http://127.0.0.1:${playground.port}/_internal/v1/customActivities`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      text: 'why 401?',
      from: { id: 'user-id-0' },
      conversation: { id: 'personal-chat-id' },
    }),
  });
  expect(sent.ok).toBe(true);
  // It answers first and sends after.
  await expect.poll(() => activities).toContainEqual(expect.objectContaining({ type: 'message', text: 'why 401?' }));
});

test('writes no log file', () => {
  expect(readdirSync(folder)).toEqual([]);
});

test('a Playground that ends instead of listening is told with its words', async () => {
  const broken = join(folder, 'broken.cjs');
  writeFileSync(broken, `console.error('no such thing'); process.exit(3);`);
  const started = startPlayground(broken, { botEndpoint: 'http://localhost:1/', port: 0 });
  await expect(started).rejects.toBeInstanceOf(PlaygroundError);
  await expect(started).rejects.toThrow('The Agents Playground ended (exit status 3). It said: no such thing');
  rmSync(broken);
});

test('is started again where its port was taken between its look and its start', async () => {
  const script = join(folder, 'overtaken.cjs');
  writeFileSync(
    script,
    `const { existsSync, writeFileSync } = require('node:fs');
     const first = !existsSync(__filename + '.ran');
     writeFileSync(__filename + '.ran', '');
     if (first) throw new Error('listen EADDRINUSE: address already in use 127.0.0.1:56150');
     console.log('Listening on 56151');
     setInterval(() => {}, 1_000);`,
  );
  const started = await startPlayground(script, { botEndpoint: 'http://localhost:1/', port: 0 });
  expect(started.port).toBe(56_151);
  await started.stop();
});

test('ends with a parent that was killed', async () => {
  const code = `
    const { startPlayground } = await import(${JSON.stringify(module)});
    const { port } = await startPlayground(${JSON.stringify(script)}, { botEndpoint: 'http://localhost:1/', port: 0 });
    console.log('port ' + port);`;
  const parent = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const port = Number(/port (\d+)/.exec(line.toString())?.[1]);
  expect(await reaches('127.0.0.1', port)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => reaches('127.0.0.1', port), { timeout: 5_000 }).toBe(false);
}, 40_000);

test('the addresses it is told to listen on stay as they are where a host is named', async () => {
  const preload = new URL('../../src/local-chat/confine-playground.ts', import.meta.url).href;
  const code = `
    const { createServer } = require('node:net');
    const open = (...where) => new Promise((done) => { const s = createServer().listen(...where, () => { done(s.address().address); s.close(); }); });
    Promise.all([open(0), open(0, '0.0.0.0'), open({ port: 0, host: '0.0.0.0' })]).then((all) => console.log(all.join()));`;
  const { promise, resolve } = Promise.withResolvers<string>();
  execFile(process.execPath, ['--no-warnings', '--import', preload, '--eval', code], (_error, stdout) =>
    resolve(stdout.trim()),
  );
  expect(await promise).toBe('127.0.0.1,0.0.0.0,0.0.0.0');
});

test('the people of the chat are five and the current one', () => {
  const config = readFileSync(new URL('../../src/local-chat/m365agentsplayground.yml', import.meta.url), 'utf8');
  expect(config.match(/- id: user-id-/g)).toHaveLength(5);
});
