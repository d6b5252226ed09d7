import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/start-sandbox.ts';
import { SAMPLE_IDS } from '../../../../src/sandbox/world/sample-ids.ts';

type Json = Record<string, unknown>;
interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
}

/** What the bot got, and what the other client's connector got. */
let toBot: Json[];
let toClient: Call[];
let bot: Server;
let client: Server;
let sandbox: Sandbox;

async function listening(answer: (call: Call) => unknown): Promise<Server> {
  const server = createServer((req, res) => {
    let text = '';
    req.on('data', (piece) => {
      text += piece;
    });
    req.on('end', () => {
      const body = JSON.parse(text || '{}') as Json;
      const given = answer({ method: req.method ?? '', path: decodeURIComponent(req.url ?? ''), body });
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(given ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

beforeEach(async () => {
  toBot = [];
  toClient = [];
  bot = await listening(({ body }) => void toBot.push(body));
  client = await listening((call) => {
    toClient.push(call);
    if (call.path.endsWith('/members')) return [{ id: 'user-id-1', aadObjectId: SAMPLE_IDS.ben }];
    return { id: `message-${toClient.length}` };
  });
  sandbox = await startSandbox({ port: 0, botEndpoint: () => `http://127.0.0.1:${portOf(bot)}/api/messages` });
});
afterEach(async () => {
  await sandbox.close();
  for (const server of [bot, client]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const inChannel = (more: Json = {}): Json => ({
  type: 'message',
  id: 'guid-1',
  text: '<at>why401</at> it fails',
  channelId: 'msteams',
  serviceUrl: `http://localhost:${portOf(client)}/_connector`,
  from: { id: 'user-id-0', name: 'Ada Winter', aadObjectId: SAMPLE_IDS.ada },
  recipient: { id: 'bot-id', name: 'why401' },
  conversation: { id: 'team-id;messageid=17', conversationType: 'channel', tenantId: SAMPLE_IDS.tenant },
  channelData: { team: { id: 'team-id', name: 'Helpdesk' }, channel: { id: 'team-id' } },
  ...more,
});

async function call(method: string, path: string, body?: unknown): Promise<Json> {
  const response = await fetch(`${sandbox.origin}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return (await response.json()) as Json;
}

const place = () => `${portOf(client)}/team-id`;
const room = async () =>
  (await call('GET', `/api/chat?${new URLSearchParams({ person: SAMPLE_IDS.ben, place: place() })}`)) as {
    messages: Json[];
    others: Json[];
  };

describe('a team channel of another client', () => {
  test('is known once the bot was seen in it, with what was said', async () => {
    const activity = inChannel();
    sandbox.overhear(activity);
    expect(activity.serviceUrl).toBe(`${sandbox.origin}/relay/${portOf(client)}`);
    const { others, messages } = await room();
    expect(others).toEqual([{ place: place(), name: 'Helpdesk · General' }]);
    expect(messages).toMatchObject([{ id: '17', thread: '17', name: 'Ada Winter', text: '@why401  it fails' }]);
  });

  test('gets what the bot says by the sandbox, and the page shows it', async () => {
    sandbox.overhear(inChannel());
    const relay = `/relay/${portOf(client)}/v3/conversations/${encodeURIComponent('team-id;messageid=17')}/activities`;
    const { id } = await call('POST', `${relay}/guid-1`, { type: 'message', text: 'one' });
    await call('PUT', `${relay}/${id}`, { type: 'message', text: 'two' });
    expect(toClient.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /_connector/v3/conversations/team-id;messageid=17/activities/guid-1',
      `PUT /_connector/v3/conversations/team-id;messageid=17/activities/${id}`,
    ]);
    expect((await room()).messages.at(-1)).toMatchObject({ from: 'bot', id, thread: '17', text: 'two', edited: true });
  });

  test('lets the sandbox’s people speak: to the bot in their own name, to the client by the bot', async () => {
    sandbox.overhear(inChannel());
    await call('POST', '/api/chat/message', { person: SAMPLE_IDS.ben, place: place(), text: 'same here' });
    expect(toClient[0]).toMatchObject({
      path: '/_connector/v3/conversations/team-id/activities',
      body: { text: 'Ben Okafor (by the sandbox’s page): same here', textFormat: 'plain' },
    });
    expect(toBot).toMatchObject([
      {
        type: 'message',
        text: 'same here',
        id: 'message-1',
        from: { id: 'user-id-1', name: 'Ben Okafor', aadObjectId: SAMPLE_IDS.ben },
        recipient: { id: 'bot-id' },
        conversation: { id: 'team-id;messageid=message-1', conversationType: 'channel' },
        serviceUrl: `${sandbox.origin}/relay/${portOf(client)}`,
        entities: [],
      },
    ]);
    await call('POST', '/api/chat/invoke', {
      person: SAMPLE_IDS.ben,
      place: place(),
      thread: '17',
      name: 'adaptiveCard/action',
      replyToId: 'card',
      value: { action: { verb: 'go' } },
    });
    expect(toBot[1]).toMatchObject({ type: 'invoke', conversation: { id: 'team-id;messageid=17' }, replyToId: 'card' });
  });

  test.each([
    ['in a personal chat', { conversation: { id: 'x', conversationType: 'personal' } }],
    ['of the sandbox itself', { own: true }],
    ['of somebody elsewhere', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['that is none', { serviceUrl: 'nowhere' }],
  ])('is not %s', async (_, { own, ...more }: Json) => {
    const activity = inChannel({ ...more, ...(own === true ? { serviceUrl: `${sandbox.origin}/connector/` } : {}) });
    const before = activity.serviceUrl;
    sandbox.overhear(activity);
    expect(activity.serviceUrl).toBe(before);
    for (const nothing of [null, 'text', 7, []]) expect(() => sandbox.overhear(nothing)).not.toThrow();
  });

  test('is passed on to only where it was seen', async () => {
    const response = await fetch(`${sandbox.origin}/relay/${portOf(client)}/v3/conversations/team-id/activities`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"type":"message","text":"x"}',
    });
    expect(response.status).toBe(404);
    expect(toClient).toEqual([]);
  });
});
