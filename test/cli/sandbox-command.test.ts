import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { runSandbox } from '../../src/cli/sandbox/run-sandbox.ts';
import { readAddress, sandboxFilePath, writeAddress } from '../../src/sandbox/control/address-file.ts';
import { type ControlServer, startControlServer } from '../sandbox/control/control-server.ts';
import { memoryIo } from './memory-io.ts';

let sandbox: ControlServer;
let room: string;
let file: string;
beforeEach(async () => {
  sandbox = await startControlServer();
  room = await mkdtemp(join(tmpdir(), 'why401-sandbox-'));
  file = join(room, 'made', 'sandbox.json');
});
afterEach(async () => {
  await sandbox.close();
  await rm(room, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const io = memoryIo('', { env: { WHY401_SANDBOX_FILE: file } });
  return { status: await runCli(['sandbox', ...args], io), out: io.out(), err: io.err() };
}

describe('with a sandbox that runs', () => {
  beforeEach(() => writeAddress(file, sandbox.url));

  test('break says what is broken and how to meet it; several at once', async () => {
    const { status, out } = await run('break', 'client-secret-expired', 'throttled');
    expect([status, out.split('\n').length]).toEqual([0, 3]);
    expect(out).toContain('Broken: The client secret expired a day ago. Say “check my sign-in” in the chat.');
    expect(sandbox.world.graph.throttled).toBe(true);
    expect((await run('break', 'throttled')).out).toContain('broken already');
  });

  test('repair mends one, then the rest', async () => {
    await run('break', 'client-secret-expired', 'throttled', 'wrong-cloud');
    expect((await run('repair', 'throttled')).out).toBe('Mended: throttled\n');
    expect((await run('repair')).out).toBe('Mended: client-secret-expired, wrong-cloud\n');
    expect((await run('repair')).out).toBe('Nothing was broken.\n');
  });

  test('state and faults, for people and for programs', async () => {
    await run('break', 'wrong-cloud');
    const state = await run('state');
    expect(state.out).toMatch(/Broken\n {2}wrong-cloud: The Microsoft Graph/);
    expect(state.out).toContain('Ada Winter <ada@lumenworks.example>, member');
    expect(state.out).toContain('09:59:00 GET /graph/v1.0/me 401 InvalidAuthenticationToken');
    expect((await run('faults')).out).toMatch(/The token as the API sees it\n[\s\S]*\n\* wrong-cloud +Token and API/);
    expect(JSON.parse((await run('state', '--json')).out)).toMatchObject({ faults: [{ cause: 'wrong-cloud' }] });
    expect(JSON.parse((await run('faults', '--json')).out).length).toBeGreaterThan(35);
  });

  test('reset', async () => {
    await run('break', 'throttled');
    expect((await run('reset')).status).toBe(0);
    expect(sandbox.world.graph.throttled).toBe(false);
  });

  test.each([
    [['break'], 'Name a root cause'],
    [['break', 'wrong-audiense'], 'Did you mean wrong-audience?'],
    [['break', 'issuer-mismatch'], 'cannot produce issuer-mismatch'],
    [['breek', 'x'], 'Unknown action "breek"'],
    [['state', 'x'], 'state takes no name'],
    [['state', '--port', '1'], '--port is for starting'],
    [['--port', 'x'], '--port is a number'],
    [['--json'], 'Say what to do'],
    [['state', '--url', 'https://sandbox.example.com'], 'a sandbox on this machine'],
    [['state', '--url', 'http://127.0.0.1.example.com:80'], 'a sandbox on this machine'],
    [['state', '--url', 'http://localhost:1'], 'No sandbox answers'],
  ])('%j is bad usage, in one line', async (args, says) => {
    const { status, out, err } = await run(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^why401: [^\n]+\n$/);
    expect(err).toContain(says);
  });
});

test('none runs: said in one line, exit status 2', async () => {
  const { status, err } = await run('state');
  expect([status, err]).toEqual([2, expect.stringMatching(/^why401: No sandbox runs here\. Start one[^\n]+\n$/)]);
});

test('--url reaches one that is not in the file', async () => {
  expect((await run('break', 'throttled', '--url', sandbox.url)).status).toBe(0);
});

describe('the address file', () => {
  test('is read by its owner alone, and goes at the end', async () => {
    const remove = await writeAddress(file, sandbox.url);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ url: sandbox.url, pid: process.pid });
    expect(await readAddress(file)).toBe(sandbox.url);
    await remove();
    expect(await readdir(join(room, 'made'))).toEqual([]);
  });

  test('of a later sandbox stays when the first one ends', async () => {
    const remove = await writeAddress(file, 'http://localhost:1');
    await writeAddress(file, 'http://localhost:2');
    await remove();
    expect(await readAddress(file)).toBe('http://localhost:2');
  });

  test.each(['{"url":"http://attacker.example.com"}', '{"url":7}', 'null', '{', `{"url":"${'x'.repeat(5_000)}"}`])(
    'with %.40s counts as none',
    async (content) => {
      const odd = join(room, 'odd.json');
      await writeFile(odd, content);
      expect(await readAddress(odd)).toBeNull();
    },
  );

  test('is where the setting says', () => {
    expect(sandboxFilePath({})).toBe('data/sandbox.json');
    expect(sandboxFilePath({ WHY401_SANDBOX_FILE: ' ' })).toBe('data/sandbox.json');
    expect(sandboxFilePath({ WHY401_SANDBOX_FILE: '/tmp/x.json' })).toBe('/tmp/x.json');
  });
});

describe('a sandbox alone', () => {
  test('says where it is, is found by the other actions, and leaves nothing', async () => {
    const io = memoryIo('', { env: { WHY401_SANDBOX_FILE: file } });
    const status = await runSandbox(0, io, async (stop) => {
      const url = await readAddress(file);
      expect(io.out()).toContain(`${url}/graph/v1.0/me`);
      expect((await run('break', 'client-secret-expired')).status).toBe(0);
      expect((await run('state')).out).toContain('client-secret-expired: The client secret expired');
      await stop();
    });
    expect([status, await readAddress(file)]).toEqual([0, null]);
  });

  test('does not start beside real credentials', async () => {
    const io = memoryIo('', { env: { MicrosoftAppId: '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' } });
    expect(await runCli(['sandbox'], io)).toBe(2);
    expect(io.err()).toMatch(/^why401: MicrosoftAppId is set[^\n]+\n$/);
  });
});
