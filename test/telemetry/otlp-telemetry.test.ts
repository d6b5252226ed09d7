import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGraph } from '../../src/graph/graph-client.ts';
import type { TelemetrySettings } from '../../src/settings.ts';
import { readSettings } from '../../src/settings.ts';
import { startTelemetry } from '../../src/telemetry/start-telemetry.ts';
import { NO_TELEMETRY, type Telemetry } from '../../src/telemetry/telemetry.ts';
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts';

let receiver: OtlpReceiver;
const lines: { level: 'info' | 'warn'; text: string }[] = [];
const logger = {
  info: (text: string) => void lines.push({ level: 'info', text }),
  warn: (_fields: object, text: string) => void lines.push({ level: 'warn', text }),
} as never;
beforeEach(async () => {
  receiver = await startOtlpReceiver();
  lines.length = 0;
});
afterEach(() => receiver.close());

const start = (env: Record<string, string> = {}): Promise<Telemetry> =>
  startTelemetry(settings(env), { version: '1', logger });

function settings(env: Record<string, string>): TelemetrySettings | null {
  return readSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, ...env }).telemetry;
}

const MESSAGE = { body: { type: 'message', channelId: 'msteams' } };

test('without an endpoint there is nothing, and OpenTelemetry is not even asked', async () => {
  expect(await start({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toBe(NO_TELEMETRY);
  expect(await start({ OTEL_SDK_DISABLED: 'true' })).toBe(NO_TELEMETRY);
  const answer = async (): Promise<void> => {};
  expect(NO_TELEMETRY.turns(answer)).toBe(answer);
});

test('each try of a call to Graph is a span, the second one says so', async () => {
  const telemetry = await start();
  let tries = 0;
  const server = createServer((_req, res) => {
    tries += 1;
    res.statusCode = tries === 1 ? 503 : 200;
    res.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  telemetry.standIn(origin);
  const graph = createGraph({
    fetch: (url, init) => fetch(url.replace('https://graph.microsoft.com', `${origin}/graph`), init),
    now: Date.now,
    sleep: async () => {},
  });
  const turn = telemetry.turns(async () => {
    await graph.send('', { method: 'GET', path: '/me/events/AAMk?$select=subject' });
  });
  await turn(MESSAGE, { statusCode: 200 });
  server.close();
  server.closeAllConnections();
  await telemetry.stop();
  const calls = receiver.spans().filter(({ kind }) => kind === 3);
  expect(calls.map(({ name }) => name)).toEqual(calls.map(() => 'graph GET /v1.0/me/events/{id}'));
  expect(calls.map(({ attributes, status }) => [attributes['http.response.status_code'], status])).toEqual([
    [503, 2],
    [200, 0],
  ]);
  expect(calls.map(({ attributes }) => attributes['http.request.resend_count'])).toEqual([undefined, 1]);
});

test('calls that fail on the way, by fetch and by node:http, tell how and not what', async () => {
  const telemetry = await start();
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const address = `http://127.0.0.1:${port}/v3/conversations/planted?planted=1`;
  const turn = telemetry.turns(async () => {
    await fetch(address).catch(() => {});
    await new Promise((resolve) => get(address).on('error', resolve));
  });
  await turn(MESSAGE, { statusCode: 200 });
  await telemetry.stop();
  const calls = receiver.spans().filter(({ kind }) => kind === 3);
  expect(calls.map(({ name, status, attributes }) => [name, status, attributes['error.type']])).toEqual([
    ['connector GET /v3/conversations/{id}', 2, 'ECONNREFUSED'],
    ['connector GET /v3/conversations/{id}', 2, 'ECONNREFUSED'],
  ]);
  expect(JSON.stringify(receiver.requests)).not.toContain('planted');
});

test('a turn that throws is a failed one, without its message, and throws on', async () => {
  const telemetry = await start();
  const turn = telemetry.turns(async () => {
    throw new TypeError('planted');
  });
  await expect(turn(MESSAGE, { statusCode: 200 })).rejects.toThrow('planted');
  const work = telemetry.around('store ready', async () => {
    throw Object.assign(new Error('planted'), { code: 'WHY401_PROBE_TIMEOUT' });
  });
  await expect(work).rejects.toThrow('planted');
  await telemetry.stop();
  expect(receiver.spans().map(({ name, status, attributes }) => [name, status, attributes['error.type']])).toEqual([
    ['turn message', 2, 'TypeError'],
    ['store ready', 2, 'WHY401_PROBE_TIMEOUT'],
  ]);
  expect(JSON.stringify(receiver.requests)).not.toContain('planted');
});

test('what others call outside of a turn is nobody’s span', async () => {
  const telemetry = await start();
  const turn = telemetry.turns(async () => void (await fetch(`${receiver.endpoint}/in-a-turn`, { method: 'POST' })));
  await fetch(`${receiver.endpoint}/before`, { method: 'POST' });
  await turn(MESSAGE, { statusCode: 200 });
  await telemetry.stop();
  const posted = receiver.requests.filter(({ path }) => path === '/v1/traces');
  expect(posted).toHaveLength(1);
  const { resourceSpans } = JSON.parse(posted[0]?.body ?? '') as {
    resourceSpans: { scopeSpans: { spans: { name: string }[] }[] }[];
  };
  expect(resourceSpans[0]?.scopeSpans[0]?.spans.map(({ name }) => name)).toEqual(['other POST', 'turn message']);
});

test.each([
  ['always_off', '', 0],
  ['parentbased_traceidratio', '0', 0],
  ['parentbased_traceidratio', '1', 20],
  ['traceidratio', '1.0', 20],
])('the sampler %s %s keeps %i of 20 turns', async (sampler, ratio, kept) => {
  const telemetry = await start({ OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: ratio });
  const turn = telemetry.turns(async () => {});
  for (let n = 0; n < 20; n += 1) await turn(MESSAGE, { statusCode: 200 });
  await telemetry.stop();
  expect(receiver.spans()).toHaveLength(kept);
});

test('half of the turns are about half', async () => {
  const telemetry = await start({ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '.5' });
  const turn = telemetry.turns(async () => {});
  for (let n = 0; n < 400; n += 1) await turn(MESSAGE, { statusCode: 200 });
  await telemetry.stop();
  // Six standard deviations of a fair coin.
  expect(Math.abs(receiver.spans().length - 200)).toBeLessThan(60);
});

test('a receiver that refuses is told once; the turns go on', async () => {
  receiver.answerWith(400);
  const telemetry = await start();
  const turn = telemetry.turns(async () => {});
  // More than one batch of 512.
  for (let n = 0; n < 1_100; n += 1) await turn(MESSAGE, { statusCode: 200 });
  await telemetry.stop();
  expect(receiver.requests.length).toBeGreaterThan(1);
  expect(lines).toEqual([{ level: 'warn', text: 'traces cannot be delivered' }]);
});

test('a receiver that hangs keeps the stop for two seconds and no longer', async () => {
  receiver.answerWith('nothing');
  const telemetry = await start();
  await telemetry.turns(async () => {})(MESSAGE, { statusCode: 200 });
  const begun = performance.now();
  await telemetry.stop();
  expect(performance.now() - begun).toBeLessThan(3_000);
});
