import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type Service, type ServiceParts, startService } from '../../src/http/service-server.ts';
import { createLogger } from '../../src/logging/logger.ts';

const running: Service[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.close()));
});

async function start(parts: Partial<ServiceParts> = {}): Promise<string> {
  const service = await startService({
    onActivity: async (_req, res) => void res.end('{}'),
    store: { ping: async () => {} },
    logger: createLogger({ level: 'silent', form: 'json' }),
    local: false,
    host: '127.0.0.1',
    port: 0,
    ...parts,
  });
  running.push(service);
  return `http://127.0.0.1:${service.port}`;
}

const post = (url: string, conversation: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ type: 'message', conversation: { id: conversation } }),
  });

describe('limits', () => {
  const tight = { address: { burst: 4, perSecond: 0.01 }, conversation: { burst: 2, perSecond: 0.01 } };

  test('by conversation: 429 with Retry-After, others go on', async () => {
    const limited: string[] = [];
    const limits = { ...tight, address: { burst: 100, perSecond: 1 } };
    const url = await start({ limits, onLimited: (by) => limited.push(by) });
    const statuses = [];
    for (const conversation of ['a', 'a', 'a', 'b']) statuses.push((await post(url, conversation)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
    const response = await post(url, 'a');
    expect([response.headers.get('Retry-After'), await response.json()]).toEqual([
      expect.stringMatching(/^(?:99|100)$/),
      { code: 'TooManyRequests', message: 'Too many activities in this conversation.' },
    ]);
    expect(limited).toEqual(['conversation', 'conversation']);
  });

  test('by address: before anything is read, on every path but the probes', async () => {
    const url = await start({ limits: tight });
    const statuses = [];
    for (const path of ['/nothing', '/nothing', '/nothing', '/nothing', '/nothing', '/healthz', '/readyz']) {
      statuses.push((await fetch(url + path)).status);
    }
    expect(statuses).toEqual([404, 404, 404, 404, 429, 200, 200]);
    const refused = await post(url, 'a');
    expect([refused.status, Number(refused.headers.get('Retry-After'))]).toEqual([429, expect.closeTo(100, -1)]);
  });

  test('one behind a proxy does not use up what others have', async () => {
    const limits = { ...tight, address: { burst: 1, perSecond: 0.01 } };
    const url = await start({ limits, proxies: 1 });
    const statuses = [];
    for (const address of ['203.0.113.7', '203.0.113.7', '203.0.113.8']) {
      statuses.push((await post(url, 'a', { 'X-Forwarded-For': address })).status);
    }
    expect(statuses).toEqual([200, 429, 200]);
  });

  test('are generous unless said otherwise, and none in local mode', async () => {
    for (const local of [false, true]) {
      const url = await start({ local });
      const posts = Array.from({ length: local ? 120 : 60 }, () => post(url, 'a').then(({ status }) => status));
      expect(new Set(await Promise.all(posts))).toEqual(new Set([200]));
    }
  });
});

describe('GET /metrics', () => {
  const metrics = { expose: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'up 1\n' }), token: null };

  test('is not there unless it is served', async () => {
    expect((await fetch(`${await start()}/metrics`)).status).toBe(404);
  });

  test('without a token answers this machine, and nobody who comes through a proxy on it', async () => {
    const url = await start({ metrics });
    const response = await fetch(`${url}/metrics`);
    expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
      200,
      'text/plain; version=0.0.4',
      'up 1\n',
    ]);
    for (const headers of [{ 'X-Forwarded-For': '127.0.0.1' }, { Forwarded: 'for=127.0.0.1' }, { Via: '1.1 proxy' }]) {
      expect((await fetch(`${url}/metrics`, { headers: headers as Record<string, string> })).status).toBe(403);
    }
    expect(await getAs(url, 'bot.example.com')).toBe(403);
  });

  test('with a token asks for it from everybody', async () => {
    const url = await start({ metrics: { ...metrics, token: 'made-up-for-tests' } });
    const as = (authorization: string): Promise<Response> =>
      fetch(`${url}/metrics`, { headers: { Authorization: authorization } });
    const without = await fetch(`${url}/metrics`);
    expect([without.status, without.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
    const wrong = await as('Bearer made-up-for-test');
    expect([wrong.status, wrong.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(await wrong.text()).not.toContain('made-up');
    expect((await as('Basic made-up-for-tests')).status).toBe(401);
    expect((await as('bearer made-up-for-tests')).status).toBe(200);
  });
});

describe('routes of other features', () => {
  test('are served, and what they throw is answered like everything else', async () => {
    const url = await start({
      routes: [
        (server) => {
          server.get('/auth/start', async (_req, res) => void res.send(200, { here: true }));
          server.get('/auth/callback', async () => {
            throw new Error('broken by code=made~Up.For_Tests-0123456789abcdefghijkl');
          });
        },
      ],
    });
    expect(await (await fetch(`${url}/auth/start`)).json()).toEqual({ here: true });
    const broken = await fetch(`${url}/auth/callback?code=abc`);
    expect([broken.status, await broken.json()]).toMatchObject([500, { code: 'InternalError' }]);
  });
});

test('readyz asks the store and what else there is', async () => {
  let keys = false;
  const check = async (): Promise<void> => {
    if (!keys) throw new Error('the key set is empty');
  };
  const url = await start({ ready: [{ name: 'keys', check }] });
  const response = await fetch(`${url}/readyz`);
  expect([response.status, await response.json()]).toMatchObject([
    503,
    { code: 'NotReady', checks: [{ name: 'keys', id: expect.stringMatching(/^[0-9a-f]{8}$/) }] },
  ]);
  keys = true;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

/** By hand, for headers that fetch does not let through. */
function getAs(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/metrics`, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });
}
