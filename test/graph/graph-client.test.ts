import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphAnswer, GraphRequest } from '../../src/graph/graph.ts';
import { createGraph, type GraphCall, type GraphParts } from '../../src/graph/graph-client.ts';
import { accessToken, goodClaims } from '../identity/made-access-token.ts';
import { claimsChallenge, type EdgeAnswer, GraphEdge, type Script } from './graph-edge.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const TOKEN = accessToken(goodClaims(NOW));
const GET_ME: GraphRequest = { method: 'GET', path: '/me' };
const POST_EVENT: GraphRequest = { method: 'POST', path: '/me/events', body: { subject: 'Lunch' } };
const LOST = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
});

/** A client over a scripted edge; its clock moves by what it sleeps. */
function scene(answers: Record<string, Script | readonly Script[]> = {}, parts: Partial<GraphParts> = {}) {
  let time = NOW;
  const slept: number[] = [];
  const calls: GraphCall[] = [];
  const edge = new GraphEdge({ now: () => time, answers });
  const graph = createGraph({
    fetch: edge.fetch,
    now: () => time,
    sleep: async (ms) => {
      slept.push(ms);
      time += ms;
    },
    chance: () => 1,
    clientVersion: '1.2.3',
    onCall: (call) => calls.push(call),
    ...parts,
  });
  return { graph, edge, slept, calls };
}

function refused(answer: GraphAnswer): Extract<GraphAnswer, { kind: 'refused' }> {
  if (answer.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(answer)}`);
  return answer;
}

const status = (code: number, headers: Record<string, string> = {}): EdgeAnswer => ({ status: code, headers });

describe('a call', () => {
  it('carries the token, an id of its own and the body, and gives the JSON with Graph’s clock', async () => {
    const { graph, edge } = scene({ '/me/events': { status: 201, body: { id: 'e1' } } });
    const answer = await graph.send(TOKEN, { ...POST_EVENT, headers: { Prefer: 'outlook.timezone="UTC"' } });
    expect(answer).toEqual({
      kind: 'ok',
      status: 201,
      body: { id: 'e1' },
      serverTime: NOW,
      requestId: '0f1e2d3c-4b5a-4968-8776-655443322110',
    });
    const [sent] = edge.sent;
    expect(sent!.url).toBe('https://graph.microsoft.com/v1.0/me/events');
    expect(sent!.headers.get('authorization')).toBe(`Bearer ${TOKEN}`);
    expect(sent!.headers.get('client-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent!.headers.get('user-agent')).toBe('why401/1.2.3');
    expect(sent!.headers.get('prefer')).toBe('outlook.timezone="UTC"');
    expect(sent!.body).toBe('{"subject":"Lunch"}');
  });

  it('has no body where Graph answers with none', async () => {
    const { graph } = scene({ '/me/events/1': { status: 204 } });
    expect(await graph.send(TOKEN, { method: 'DELETE', path: '/me/events/1' })).toMatchObject({
      kind: 'ok',
      body: null,
    });
  });
});

describe('repeating', () => {
  it.each([429, 503, 504])('waits as long as Retry-After says in seconds after %i', async (code) => {
    const { graph, edge, slept } = scene({ '/me': [status(code, { 'retry-after': '2' }), { body: { id: '1' } }] });
    expect((await graph.send(TOKEN, GET_ME)).kind).toBe('ok');
    expect(slept).toEqual([2000]);
    expect(new Set(edge.sent.map(({ headers }) => headers.get('client-request-id'))).size).toBe(1);
  });

  it('takes an HTTP date in Retry-After against the Date of the same answer, not the clock here', async () => {
    const past = new Date(NOW - 86_400_000);
    const headers = {
      date: past.toUTCString(),
      'retry-after': new Date(past.getTime() + 3000).toUTCString(),
    };
    const { graph, slept } = scene({ '/me': [status(429, headers), { body: {} }] });
    await graph.send(TOKEN, GET_ME);
    expect(slept).toEqual([3000]);
  });

  it('gives up at once where Retry-After does not fit into the time', async () => {
    const { graph, edge, slept } = scene({ '/me': status(429, { 'retry-after': '30' }) });
    const answer = refused(await graph.send(TOKEN, { ...GET_ME, withinMs: 10_000 }));
    expect([answer.status, answer.tries, edge.sent.length, slept]).toEqual([429, 1, 1, []]);
    expect(answer.refusal.response?.headers['retry-after']).toBe('30');
  });

  it('backs off exponentially with chance in it, four tries in all', async () => {
    const { graph, slept } = scene({ '/me': status(503) });
    expect(refused(await graph.send(TOKEN, { ...GET_ME, withinMs: 60_000 })).tries).toBe(4);
    expect(slept).toEqual([500, 1000, 2000]);
    const calm = scene({ '/me': status(503) }, { chance: () => 0 });
    await calm.graph.send(TOKEN, GET_ME);
    expect(calm.slept).toEqual([250, 500, 1000]);
  });

  it('repeats a lost connection and a 500 only where that does no harm', async () => {
    const repeatable = { ...POST_EVENT, repeatable: true };
    for (const first of [LOST, status(500), status(502)]) {
      const answers = () => ({ '/me/events': [first, { status: 201, body: {} }], '/me': [first, { body: {} }] });
      expect((await scene(answers()).graph.send(TOKEN, GET_ME)).kind).toBe('ok');
      expect((await scene(answers()).graph.send(TOKEN, repeatable)).kind).toBe('ok');
      const once = scene(answers());
      expect(refused(await once.graph.send(TOKEN, POST_EVENT)).tries).toBe(1);
      expect(once.edge.sent).toHaveLength(1);
    }
  });

  it('repeats a POST after 429, which did nothing, but not after 503', async () => {
    const throttled = scene({ '/me/events': [status(429, { 'retry-after': '1' }), { status: 201, body: {} }] });
    expect((await throttled.graph.send(TOKEN, POST_EVENT)).kind).toBe('ok');
    const down = scene({ '/me/events': [status(503, { 'retry-after': '1' }), { status: 201, body: {} }] });
    expect((await down.graph.send(TOKEN, POST_EVENT)).kind).toBe('refused');
  });

  it.each([400, 401, 403, 404])('never repeats after %i', async (code) => {
    const { graph, edge } = scene({ '/me': status(code) });
    expect(refused(await graph.send(TOKEN, GET_ME)).status).toBe(code);
    expect(edge.sent).toHaveLength(1);
  });
});

describe('a refusal', () => {
  const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

  it.each(['base64', 'base64url'] as const)('gives the claims of a challenge, %s', async (encoding) => {
    const { graph } = scene({ '/me': claimsChallenge(CLAIMS, encoding) });
    expect(refused(await graph.send(TOKEN, GET_ME)).claims).toBe(CLAIMS);
  });

  it('records what the engine needs, and never the token', async () => {
    const { graph } = scene({
      '/me': { status: 401, headers: { 'set-cookie': 'a=b' }, body: `{"echo":"Bearer ${TOKEN}"}` },
    });
    const answer = refused(await graph.send(TOKEN, { method: 'GET', path: '/me' }));
    const text = JSON.stringify(answer);
    for (const part of TOKEN.split('.')) expect(text).not.toContain(part);
    expect(text).not.toContain('a=b');
    expect(answer.refusal.request).toEqual({ method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' });
    expect(answer.refusal.claims).toMatchObject({ scp: expect.stringContaining('User.Read') });
    expect(answer.refusal.response!.headers).toMatchObject({ date: new Date(NOW).toUTCString() });
    expect(answer.requestId).not.toBeNull();
  });

  it('follows no redirection', async () => {
    const { graph, edge } = scene({ '/me': status(302, { location: 'https://evil.example/' }) });
    expect(refused(await graph.send(TOKEN, GET_ME)).status).toBe(302);
    expect(edge.sent).toHaveLength(1);
  });

  it('comes of a token that no header takes, without a word of it', async () => {
    for (const token of ['two words', 'line\nbreak', 'sécret-value-é']) {
      const { graph, edge } = scene();
      const answer = refused(await graph.send(token, GET_ME));
      expect(answer.refusal.error?.code).toBe('ERR_TOKEN_UNSENDABLE');
      expect(JSON.stringify(answer)).not.toContain(token);
      expect(edge.sent).toHaveLength(0);
    }
  });

  it('of no token at all is left to Graph', async () => {
    const { graph, edge } = scene({ '/me': status(401) });
    expect(refused(await graph.send('', GET_ME)).status).toBe(401);
    expect(edge.sent[0]!.headers.has('authorization')).toBe(false);
  });

  it('comes of an answer that is no JSON, once', async () => {
    const { graph, edge } = scene({ '/me': { body: '<html>Sign in to the Wi-Fi</html>' } });
    expect(refused(await graph.send(TOKEN, GET_ME)).refusal.error?.code).toBe('ERR_ANSWER_NOT_JSON');
    expect(edge.sent).toHaveLength(1);
  });

  it('comes of an answer that is too long, once; a long error page is cut', async () => {
    const long = scene({ '/me': { body: `"${'x'.repeat(5 * 1024 * 1024)}"` } });
    expect(refused(await long.graph.send(TOKEN, GET_ME)).refusal.error?.code).toBe('ERR_ANSWER_TOO_LONG');
    expect(long.edge.sent).toHaveLength(1);
    const page = scene({ '/me': { status: 404, body: 'x'.repeat(1024 * 1024) } });
    const answer = refused(await page.graph.send(TOKEN, GET_ME));
    expect(answer.status).toBe(404);
    expect(answer.refusal.response!.body.length).toBeLessThanOrEqual(8192);
  });

  it('comes of a lost connection, with the network’s own code', async () => {
    const { graph } = scene({ '/me/events': LOST });
    expect(refused(await graph.send(TOKEN, POST_EVENT)).refusal.error).toEqual({
      name: 'Error',
      code: 'ECONNRESET',
      message: 'read ECONNRESET',
    });
  });
});

describe('the metrics', () => {
  it('hear of each try, without an address or a person', async () => {
    const { graph, calls } = scene({ '/users/anna@contoso.com/events': [LOST, status(503), { body: {} }] });
    await graph.send(TOKEN, { method: 'GET', path: '/users/anna@contoso.com/events?$filter=x' });
    expect(calls.map((call) => [call.status, call.operation])).toEqual([
      [null, 'GET /users/{id}/events'],
      [503, 'GET /users/{id}/events'],
      [200, 'GET /users/{id}/events'],
    ]);
  });
});

describe('calls at a time', () => {
  it('are four for one mailbox, whatever the token, and others do not wait for them', async () => {
    const edge = new GraphEdge({ delayMs: 20 });
    const graph = createGraph({ fetch: edge.fetch, now: Date.now });
    const renewed = accessToken({ ...goodClaims(NOW), iat: 1 });
    await Promise.all(Array.from({ length: 12 }, (_, index) => graph.send(index % 2 ? TOKEN : renewed, GET_ME)));
    expect(edge.mostAtOnce).toBe(4);
    const other = accessToken({ ...goodClaims(NOW), oid: 'somebody-else' });
    await Promise.all(Array.from({ length: 12 }, (_, index) => graph.send(index % 2 ? TOKEN : other, GET_ME)));
    expect(edge.mostAtOnce).toBe(8);
  });
});

describe('over a real connection', () => {
  const server = createServer((request, response) => {
    if (request.url === '/v1.0/hangs') return;
    if (request.url === '/v1.0/breaks') return void request.socket.destroy();
    response.setHeader('content-type', 'application/json').end('{"id":"1"}');
  });
  let root = '';
  const graph = createGraph({
    fetch: (url, init) => fetch(url.replace('https://graph.microsoft.com', root), init),
    now: Date.now,
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gets through', async () => {
    expect(await graph.send(TOKEN, GET_ME)).toMatchObject({ kind: 'ok', body: { id: '1' } });
  });

  it('ends in the time it was given, and keeps time for a second try', async () => {
    const before = Date.now();
    const answer = refused(await graph.send(TOKEN, { method: 'GET', path: '/hangs', withinMs: 400 }));
    expect(Date.now() - before).toBeLessThan(2_000);
    expect(answer.refusal.error?.name).toBe('TimeoutError');
    expect(answer.status).toBeNull();
  });

  it('says the network’s code of a broken connection', async () => {
    const answer = refused(await graph.send(TOKEN, { method: 'POST', path: '/breaks', body: {} }));
    expect(answer.refusal.error?.code).toMatch(/^(?:UND_ERR_SOCKET|ECONNRESET)$/);
    expect(answer.tries).toBe(1);
  });
});
