import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ControlServer, SEEN, startControlServer } from './control-server.ts';

let sandbox: ControlServer;
beforeEach(async () => {
  sandbox = await startControlServer();
});
afterEach(() => sandbox.close());

async function get(path: string): Promise<unknown> {
  return (await fetch(`${sandbox.url}${path}`)).json();
}

async function post(path: string, body: string, type = 'application/json'): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${sandbox.url}${path}`, { method: 'POST', headers: { 'Content-Type': type }, body });
  return { status: response.status, body: await response.json() };
}

const broken = async () =>
  ((await get('/api/state')) as { faults: { cause: string }[] }).faults.map(({ cause }) => cause);

test('state tells what is on, who is there, who consented to what, and the last requests', async () => {
  await post('/api/break', '{"cause":"client-secret-expired"}');
  expect(await get('/api/state')).toMatchObject({
    faults: [{ cause: 'client-secret-expired', on: true, tryIt: expect.stringContaining('check my sign-in') }],
    people: expect.arrayContaining([expect.objectContaining({ name: 'Ada Winter', tenant: 'Lumen Works' })]),
    grants: expect.arrayContaining([
      expect.objectContaining({ person: 'everybody', app: 'why401', resource: 'https://graph.microsoft.com' }),
    ]),
    requests: [SEEN],
  });
});

test('state and answers hold no secret', async () => {
  const { clientSecret } = sandbox.world.connection;
  const [ada] = sandbox.world.people;
  const texts = await Promise.all(
    ['/api/state', '/api/faults'].map(async (path) => (await fetch(`${sandbox.url}${path}`)).text()),
  );
  texts.push(JSON.stringify(await post('/api/break', '{"cause":"client-secret-invalid"}')));
  expect(texts.join('')).not.toContain(clientSecret);
  expect(texts.join('')).not.toContain(ada?.password);
});

test('a fault is switched on, listed and mended', async () => {
  expect(await post('/api/break', '{"cause":"wrong-audience"}')).toMatchObject({
    status: 200,
    body: { kind: 'broken' },
  });
  expect(await get('/api/faults')).toMatchObject({
    faults: expect.arrayContaining([
      expect.objectContaining({ cause: 'wrong-audience', on: true }),
      expect.objectContaining({ cause: 'wrong-cloud', on: false }),
    ]),
  });
  await post('/api/break', '{"cause":"throttled"}');
  expect(await broken()).toEqual(['wrong-audience', 'throttled']);
  expect(await post('/api/repair', '{"cause":"throttled"}')).toMatchObject({
    body: { repaired: [{ cause: 'throttled' }] },
  });
  expect(await post('/api/repair', '{}')).toMatchObject({
    body: { repaired: [{ cause: 'wrong-audience', on: false }] },
  });
  expect(await broken()).toEqual([]);
});

test('reset forgets what the servers keep, too', async () => {
  await post('/api/break', '{"cause":"throttled"}');
  expect((await post('/api/reset', '{}')).status).toBe(200);
  expect([await broken(), sandbox.forgotten(), sandbox.world.graph.throttled]).toEqual([[], 1, false]);
});

describe('refuses', () => {
  test('a cause that is none, with the nearest ones', async () => {
    expect(await post('/api/break', '{"cause":"wrong-audiense"}')).toEqual({
      status: 404,
      body: {
        kind: 'unknown',
        nearest: ['wrong-audience'],
        says: 'There is no such fault. Did you mean wrong-audience?',
      },
    });
    expect(await post('/api/break', '{"cause":"issuer-mismatch"}')).toMatchObject({
      status: 404,
      body: { kind: 'unavailable', says: expect.stringContaining('cannot produce issuer-mismatch') },
    });
  });

  test.each([
    ['{"cause":7}', 400],
    ['{}', 400],
    ['[]', 400],
    ['{', 400],
    [`{"cause":"${'x'.repeat(300)}"}`, 400],
    [`{"cause":"${'x'.repeat(5_000)}"}`, 413],
  ])('the body %.30s', async (body, status) => {
    expect((await post('/api/break', body)).status).toBe(status);
    expect(await broken()).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'what a form of another site can send: %s',
    async (type) => {
      for (const path of ['/api/break', '/api/repair', '/api/reset']) {
        expect((await post(path, '{"cause":"throttled"}', type)).status).toBe(415);
      }
      expect(await broken()).toEqual([]);
    },
  );

  test.each([
    ['GET', '/api/state'],
    ['GET', '/api/faults'],
    ['POST', '/api/break'],
    ['POST', '/api/reset'],
  ])('%s %s under another name than this machine’s', async (method, path) => {
    const status = await new Promise((resolve, reject) => {
      const sent = request(
        {
          port: sandbox.port,
          host: '127.0.0.1',
          method,
          path,
          headers: { Host: 'rebound.example.com', 'Content-Type': 'application/json' },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.once('error', reject);
      sent.end(method === 'POST' ? '{"cause":"throttled"}' : undefined);
    });
    expect(status).toBe(421);
    expect(sandbox.world.graph.throttled).toBe(false);
  });
});
