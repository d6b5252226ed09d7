import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '../../src/logging/logger.ts';
import { readSettings } from '../../src/settings.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { startTelemetry } from '../../src/telemetry/start-telemetry.ts';
import { startWhy401 } from '../../src/wiring/start-why401.ts';
import { startFakeConnector } from '../bot/fake-connector.ts';
import { codeOn, walkThroughSignIn } from '../identity/msal/browser-walk.ts';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.ts';

/** What must reach no span: who, where, what, and the credentials in it. */
const SECRET = 'made~Up.For_Tests-0123456789abcdefghijkl';
const PLANTED = {
  secret: SECRET,
  person: '29:ada-from-planted',
  name: 'Ada Planted',
  objectId: '7d0c1f4e-52ab-4c0e-9d53-6a0b3f1c9e27',
  conversation: 'planted-chat',
  activity: 'planted-activity',
  tenant: 'c3a7f0d2-8b1e-4f66-a0d5-2e9b7c41f853',
  text: 'plantedwords',
  invoke: 'signin/planted',
  channel: 'planted-channel',
};

let receiver: OtlpReceiver;
let spans: readonly ReceivedSpan[];
let raw: string;
let signedIn: boolean;

/** One life of the whole service on its sandbox, traced: a paste, a sign-in with its check, refusals, a probe, a stop. */
beforeAll(async () => {
  receiver = await startOtlpReceiver();
  const connector = await startFakeConnector();
  const settings = readSettings({
    PORT: '0',
    WHY401_SANDBOX_PORT: '0',
    WHY401_DATABASE_FILE: ':memory:',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-planted-key=a%20key',
  });
  const logger = createLogger({ level: 'silent', form: 'json' });
  const telemetry = await startTelemetry(settings.telemetry, { version: '9.9.9', logger });
  const store = await openStore(settings);
  const running = await startWhy401({ settings, store, logger, version: '9.9.9', telemetry });
  const origin = `http://localhost:${running.service.port}`;
  const ada = running.sandbox!.world.people[0]!;
  let count = 0;
  const sentSoFar = (): string => JSON.stringify(connector.calls.map(({ body }) => body));
  const post = (activity: Record<string, unknown>): Promise<Response> => {
    count += 1;
    return fetch(`${origin}/api/messages?planted=${SECRET}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', authorization: `Bearer ${SECRET}`, traceparent: TRACEPARENT },
      body: JSON.stringify({
        type: 'message',
        id: `${PLANTED.activity}-${count}`,
        channelId: 'msteams',
        serviceUrl: `${connector.serviceUrl}${PLANTED.tenant}/`,
        from: { id: PLANTED.person, name: PLANTED.name, aadObjectId: PLANTED.objectId },
        recipient: { id: '28:bot', name: 'why401' },
        conversation: { id: PLANTED.conversation, conversationType: 'personal', tenantId: PLANTED.tenant },
        ...activity,
      }),
    });
  };
  // A reading thread that still loads on a busy machine gives its first message up after five seconds.
  for (let tries = 0; tries < 5 && !sentSoFar().includes('redirect URI'); tries += 1) {
    await post({ text: `AADSTS50011: ${PLANTED.text} client_secret=${SECRET} https://x.example/?code=${SECRET}` });
  }
  await post({ text: 'check my sign-in' });
  const sent = sentSoFar();
  const link = /"type":"signin"[^}]*?"value":"([^"]+)"|"value":"([^"]+)"[^}]*?"type":"signin"/.exec(sent);
  const code = codeOn(await walkThroughSignIn(link?.[1] ?? link?.[2] ?? '', ada));
  await post({ text: code });
  signedIn = sentSoFar().includes('Your sign-in works');
  await post({ type: 'invoke', name: PLANTED.invoke, channelId: PLANTED.channel });
  await post({ type: '', text: SECRET });
  await fetch(`${origin}/readyz?planted=${SECRET}`);
  await running.stop();
  await store.close();
  await telemetry.stop();
  spans = receiver.spans();
  raw = receiver.requests.map(({ body }) => body).join('\n');
  await connector.close();
  await receiver.close();
}, 60_000);
afterAll(() => receiver.close());

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const named = (name: string): readonly ReceivedSpan[] => spans.filter((span) => span.name === name);

describe('traces of the whole service', () => {
  test('arrive at the receiver, from a service that names itself', () => {
    expect(receiver.requests.length).toBeGreaterThan(0);
    expect(receiver.requests.map(({ path }) => path)).toEqual(receiver.requests.map(() => '/v1/traces'));
    expect(receiver.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-planted-key': 'a key',
    });
    expect(receiver.resource()).toMatchObject({
      'service.name': 'why401',
      'service.version': '9.9.9',
      'service.instance.id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('a span for each turn, with what was found', () => {
    const paste = named('turn message').find(({ attributes }) => attributes['why401.cause'] !== undefined);
    expect(paste).toMatchObject({ kind: 2, status: 0, parentSpanId: undefined });
    expect(paste?.attributes).toEqual({
      'why401.turn.kind': 'message',
      'why401.channel': 'msteams',
      'why401.cause': 'redirect-uri-mismatch',
      'why401.verdict': expect.stringMatching(/^(?:certain|likely|possible)$/),
      'http.response.status_code': 200,
    });
    expect(named('turn message').length).toBeGreaterThanOrEqual(3);
    expect(named('turn sign-in')[0]?.attributes).toMatchObject({ 'why401.channel': 'other' });
    expect(named('turn other')[0]?.attributes).toMatchObject({ 'http.response.status_code': 400 });
  });

  test('below the turn the calls made for it, each with its route', () => {
    expect(signedIn).toBe(true);
    const code = named('turn message').at(-1);
    const calls = spans.filter(({ traceId, kind }) => kind === 3 && traceId === code?.traceId);
    expect(new Set(calls.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([code?.spanId]));
    expect(new Set(calls.map(({ attributes }) => attributes['why401.service']))).toEqual(
      new Set(['token-service', 'graph', 'connector']),
    );
    expect(calls.find(({ name }) => name === 'graph GET /v1.0/me')?.attributes).toEqual({
      'why401.service': 'graph',
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'server.address': 'localhost',
      'url.template': '/v1.0/me',
    });
    expect(calls.map(({ attributes }) => attributes['url.template'])).toContain('/api/usertoken/GetToken');
    expect(calls.map(({ name }) => name).find((name) => name.startsWith('connector POST'))).toMatch(
      /^connector POST \/\{id\}\/v3\/conversations\/\{id\}\/activities/,
    );
  });

  test('a span for the readiness of the store, and none for the posts to the receiver', () => {
    expect(named('store ready')).toHaveLength(1);
    expect(raw).not.toContain('/v1/traces');
    expect(spans.filter(({ kind }) => kind === 3).length).toBeGreaterThan(5);
  });

  test('no trace goes on from outside', () => {
    expect(raw).not.toContain(TRACEPARENT.slice(3, 35));
  });

  test.each(Object.entries(PLANTED))('nothing planted arrives: %s', (_, value) => {
    expect(raw).not.toContain(value);
  });

  test('no token, no address with a query, and no attribute that is not listed', () => {
    expect(raw).not.toMatch(/eyJ[\w-]{10,}|\?|%3F/);
    expect([...new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)))].toSorted()).toEqual([
      'error.type',
      'http.request.method',
      'http.response.status_code',
      'server.address',
      'url.template',
      'why401.cause',
      'why401.channel',
      'why401.service',
      'why401.turn.kind',
      'why401.verdict',
    ]);
  });
});
