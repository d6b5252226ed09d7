import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type ActivityHandler,
  BODY_LIMIT,
  type Service,
  type ServiceParts,
  startService,
} from '../../src/http/service-server.ts';
import { createLogger } from '../../src/logging/logger.ts';

const running: Service[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.close()));
});

const echo: ActivityHandler = async (req, res) => {
  res.statusCode = 200;
  res.setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify({ got: req.body }));
};

async function start(parts: Partial<ServiceParts> = {}): Promise<{ service: Service; url: string; lines: string[] }> {
  const lines: string[] = [];
  const service = await startService({
    onActivity: echo,
    store: { ping: async () => {} },
    logger: createLogger({ level: 'debug', form: 'json', destination: { write: (line) => void lines.push(line) } }),
    local: true,
    host: '127.0.0.1',
    port: 0,
    ...parts,
  });
  running.push(service);
  return { service, url: `http://127.0.0.1:${service.port}`, lines };
}

const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });

/** By hand, for headers that fetch does not let through. */
function getWithHost(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/healthz', headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('POST /api/messages', () => {
  test('hands the parsed body to the bot', async () => {
    const { url } = await start();
    const response = await post(url, '{"type":"message","text":"naïve 401"}', {
      'Content-Type': 'application/json; charset=utf-8',
    });
    expect([response.status, await response.json()]).toEqual([200, { got: { type: 'message', text: 'naïve 401' } }]);
  });

  test('refuses what is no JSON without repeating it', async () => {
    const { url, lines } = await start();
    const response = await post(url, '{"text": "client_secret=hunter2"');
    expect([response.status, await response.json()]).toEqual([
      400,
      { code: 'InvalidJson', message: 'The body is not valid JSON.' },
    ]);
    expect(lines.join('')).not.toContain('hunter2');
    expect((await post(url, '')).status).toBe(400);
  });

  test.each([
    [{ 'Content-Type': 'text/plain' }],
    [{ 'Content-Type': 'application/json; charset=utf-16' }],
    [{ 'Content-Encoding': 'gzip' }],
  ])('refuses %o', async (headers) => {
    const { url } = await start();
    expect((await post(url, '{}', headers as Record<string, string>)).status).toBe(415);
  });

  test('takes a body up to the limit, and says so above it', async () => {
    const { url } = await start();
    const ofSize = (bytes: number): string => `"${'a'.repeat(bytes - 2)}"`;
    expect((await post(url, ofSize(BODY_LIMIT))).status).toBe(200);
    for (const bytes of [BODY_LIMIT + 1, 10_000_000]) {
      const response = await post(url, ofSize(bytes));
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({
        code: 'BodyTooLarge',
        message: 'The body is larger than 1.5 MB. Send a shorter paste.',
      });
    }
    expect((await post(url, '{}')).status).toBe(200);
  });

  test('counts a body of unknown length, too', async () => {
    const { url } = await start();
    const piece = new TextEncoder().encode('a'.repeat(100_000));
    let left = 20;
    const body = new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(piece);
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      duplex: 'half',
    };
    expect((await fetch(`${url}/api/messages`, init)).status).toBe(413);
  });

  test('a bot that throws gives an id, and the reason stands in the log, masked', async () => {
    const onActivity: ActivityHandler = async () => {
      throw new Error('broken by client_secret=made~Up.For_Tests-0123456789abcdefghijkl');
    };
    const { url, lines } = await start({ onActivity });
    const response = await post(url, '{}');
    const { id, ...rest } = (await response.json()) as { id: string };
    expect([response.status, rest]).toEqual([
      500,
      { code: 'InternalError', message: expect.stringContaining('under this id') },
    ]);
    const entry = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find((line) => line.id === id);
    expect(entry).toMatchObject({ level: 'error', err: { message: expect.stringContaining('broken by') } });
    expect(lines.join('')).not.toContain('made~Up');
  });

  test('other methods and addresses get an answer in JSON', async () => {
    const { url } = await start();
    const get = await fetch(`${url}/api/messages`);
    expect([get.status, await get.json()]).toMatchObject([405, { code: 'MethodNotAllowed' }]);
    const missing = await fetch(`${url}/secret-path?code=abc`);
    const body = await missing.text();
    expect([missing.status, JSON.parse(body)]).toMatchObject([404, { code: 'NotFound' }]);
    expect(body).not.toContain('secret-path');
  });

  test('survives a caller that leaves in the middle', async () => {
    const { url, service } = await start();
    await new Promise<void>((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () => {
        socket.write(
          'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"a":',
        );
        setTimeout(() => socket.destroy(), 20);
      });
      socket.once('close', () => resolve());
    });
    expect((await post(url, '{}')).status).toBe(200);
  });
});

test('healthz lives while readyz tells that the store is gone', async () => {
  let broken = false;
  const ping = async (): Promise<void> => {
    if (broken) throw new Error('disk I/O error');
  };
  const { url } = await start({ store: { ping } });
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
  broken = true;
  const response = await fetch(`${url}/readyz`);
  expect([response.status, await response.json()]).toMatchObject([
    503,
    { code: 'NotReady', checks: [{ name: 'store', id: expect.stringMatching(/^[0-9a-f]{8}$/) }] },
  ]);
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
});

describe('without credentials', () => {
  test('answers only requests that name this machine', async () => {
    const { service } = await start();
    const statuses = await Promise.all(
      ['localhost', `127.0.0.1:${service.port}`, '[::1]:1', 'rebound.example.com', '127.0.0.1.example.com', '@'].map(
        (host) => getWithHost(service.port, host),
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 421, 421, 421]);
  });

  test('steps over a busy port and reports the one really bound', async () => {
    const first = await start();
    const second = await start({ port: first.service.port });
    expect(second.service.port).toBeGreaterThan(first.service.port);
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
  });
});

test('with credentials a busy port is an error, and any host name is answered', async () => {
  const { service } = await start({ local: false });
  expect(await getWithHost(service.port, 'bot.example.com')).toBe(200);
  await expect(start({ local: false, port: service.port })).rejects.toMatchObject({
    code: 'WHY401_CANNOT_LISTEN',
    message: `Port ${service.port} on 127.0.0.1 is in use: stop what runs there, or set PORT to another one`,
  });
});

describe('close', () => {
  test('lets a turn under way finish, takes no new one, and may be called twice', async () => {
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { service, url } = await start({
      onActivity: async (req, res) => {
        enter();
        await released;
        await echo(req, res);
      },
    });
    const turn = post(url, '{}');
    await entered;
    const closed = Promise.all([service.close(), service.close()]);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    release();
    expect((await turn).status).toBe(200);
    await closed;
  });

  test('cuts what does not finish in time', async () => {
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
    const { service, url } = await start({
      graceMs: 50,
      onActivity: () => {
        enter();
        return new Promise(() => {});
      },
    });
    const turn = post(url, '{}');
    turn.catch(() => {});
    await entered;
    await service.close();
    await expect(turn).rejects.toThrow();
  });
});
