import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PAGE_FILES } from '../../../src/sandbox/console/page-file.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';

type Json = Record<string, unknown>;

/** What the bot got, and what it answers. */
let received: Json[];
let invokeAnswer: Json | undefined;
let bot: Server;
let endpoint: string | null;
let sandbox: Sandbox;

beforeEach(async () => {
  received = [];
  invokeAnswer = undefined;
  bot = createServer((req, res) => {
    let text = '';
    req.on('data', (piece) => {
      text += piece;
    });
    req.on('end', () => {
      received.push(JSON.parse(text) as Json);
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end(invokeAnswer === undefined ? '' : JSON.stringify(invokeAnswer));
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`;
  sandbox = await startSandbox({ port: 0, botEndpoint: () => endpoint });
});
afterEach(async () => {
  await sandbox.close();
  await new Promise((resolve) => {
    bot.close(resolve);
    bot.closeAllConnections();
  });
});

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${sandbox.origin}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

const said = async (person: string, place: string, since = 0) =>
  (await call('GET', `/api/chat?${new URLSearchParams({ person, place, since: String(since) })}`)).body as {
    version: number;
    messages: Json[];
  };

const { ada, ben } = SAMPLE_IDS;
const card = (text: string) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] },
});

describe('the page', () => {
  test.each(PAGE_FILES)('%s is served, and may load nothing from elsewhere', async (name) => {
    const response = await fetch(`${sandbox.origin}${name === 'index.html' ? '/' : `/console/${name}`}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(await response.text()).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?https?:/);
  });

  test.each(['/console/..%2fmount-console.ts', '/console/page-file.ts', '/console/'])(
    'nothing else is: %s',
    async (path) => {
      expect((await fetch(`${sandbox.origin}${path}`)).status).toBe(404);
    },
  );
});

describe('somebody speaks', () => {
  test('in a personal chat, as Teams would send it', async () => {
    expect((await call('POST', '/api/chat/message', { person: ada, place: 'personal', text: 'hello' })).body).toEqual({
      status: 200,
    });
    expect(received).toEqual([
      expect.objectContaining({
        type: 'message',
        channelId: 'msteams',
        text: 'hello',
        serviceUrl: `${sandbox.origin}/connector/`,
        from: { id: `29:${ada}`, name: 'Ada Winter', aadObjectId: ada },
        conversation: { id: `a:personal-${ada}`, conversationType: 'personal', tenantId: SAMPLE_IDS.tenant },
      }),
    ]);
    expect((await said(ada, 'personal')).messages).toMatchObject([{ from: ada, text: 'hello' }]);
    expect((await said(ben, 'personal')).messages).toEqual([]);
  });

  test('in a group, naming the bot or not; everybody there reads it', async () => {
    await call('POST', '/api/chat/message', { person: ben, place: 'group', text: 'hello', mention: true });
    await call('POST', '/api/chat/message', { person: ben, place: 'group', text: 'hello', mention: false });
    expect(received.map(({ text, entities }) => [text, (entities as unknown[]).length])).toEqual([
      ['<at>why401</at> hello', 1],
      ['hello', 0],
    ]);
    expect((await said(ada, 'group')).messages).toHaveLength(2);
  });

  test('in a team channel: a thread of its own, or an older one', async () => {
    await call('POST', '/api/chat/message', { person: ada, place: 'team-channel', text: 'one' });
    const [root] = (await said(ada, 'team-channel')).messages;
    await call('POST', '/api/chat/message', { person: ben, place: 'team-channel', text: 'two', thread: root?.id });
    expect(received.map(({ conversation }) => (conversation as Json).id)).toEqual(
      Array(2).fill(`19:sign-in-problems@thread.tacv2;messageid=${root?.id}`),
    );
    expect((await said(ben, 'team-channel')).messages).toMatchObject([{ thread: root?.id }, { thread: root?.id }]);
  });

  test('to no bot, or as nobody: said', async () => {
    expect((await call('POST', '/api/chat/message', { person: 'x', place: 'personal', text: 'a' })).status).toBe(400);
    expect((await call('POST', '/api/chat/message', { person: ada, place: 'moon', text: 'a' })).status).toBe(400);
    endpoint = 'http://127.0.0.1:1/api/messages';
    expect((await call('POST', '/api/chat/message', { person: ada, place: 'personal', text: 'a' })).body).toEqual({
      status: null,
    });
    endpoint = null;
    expect((await call('POST', '/api/chat/message', { person: ada, place: 'personal', text: 'a' })).status).toBe(503);
  });
});

describe('the bot answers by the connector', () => {
  const room = `/connector/v3/conversations/${encodeURIComponent(`a:personal-${ada}`)}`;

  test('sends, changes and deletes; the page asks for what is new', async () => {
    const sent = await call('POST', `${room}/activities/1`, { type: 'message', attachments: [card('one')] });
    const first = await said(ada, 'personal');
    expect(first.messages).toMatchObject([
      { id: sent.body.id, from: 'bot', attachments: [card('one')], edited: false },
    ]);
    await call('PUT', `${room}/activities/${sent.body.id}`, { type: 'message', attachments: [card('two')] });
    const second = await said(ada, 'personal', first.version);
    expect(second.messages).toMatchObject([{ attachments: [card('two')], edited: true }]);
    await call('DELETE', `${room}/activities/${sent.body.id}`);
    expect((await said(ada, 'personal', second.version)).messages).toMatchObject([{ deleted: true, attachments: [] }]);
    expect((await call('DELETE', `${room}/activities/none`)).status).toBe(404);
  });

  test('typing is no message, and more than Teams takes is refused as Teams does', async () => {
    await call('POST', `${room}/activities`, { type: 'typing' });
    const big = await call('POST', `${room}/activities`, { type: 'message', text: 'x'.repeat(60_000) });
    expect([big.status, big.body.code]).toEqual([413, 'MessageSizeTooBig']);
    expect((await said(ada, 'personal')).messages).toEqual([]);
  });

  test('opens a personal chat with somebody, and knows the members', async () => {
    const made = await call('POST', '/connector/v3/conversations', {
      members: [{ id: `29:${ben}` }],
      activity: { type: 'message', text: 'psst' },
    });
    expect([made.status, made.body.id]).toEqual([201, `a:personal-${ben}`]);
    expect((await said(ben, 'personal')).messages).toMatchObject([{ text: 'psst' }]);
    expect((await call('GET', `${room}/members/${encodeURIComponent(`29:${ada}`)}`)).body).toMatchObject({
      aadObjectId: ada,
      tenantId: SAMPLE_IDS.tenant,
    });
    expect((await call('GET', `${room}/members/29%3Anobody`)).status).toBe(404);
  });
});

describe('somebody clicks', () => {
  const room = `/connector/v3/conversations/${encodeURIComponent(`a:personal-${ada}`)}`;
  const click = { person: ada, place: 'personal', name: 'adaptiveCard/action', value: { action: { verb: 'go' } } };

  test('and the card in the answer takes the place of the old one', async () => {
    const { body } = await call('POST', `${room}/activities`, { type: 'message', attachments: [card('one')] });
    invokeAnswer = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('two').content };
    expect((await call('POST', '/api/chat/invoke', { ...click, replyToId: body.id })).body).toEqual({ status: 200 });
    expect(received).toMatchObject([{ type: 'invoke', name: 'adaptiveCard/action', replyToId: body.id }]);
    expect((await said(ada, 'personal')).messages).toMatchObject([{ attachments: [card('two')] }]);
  });

  test('and a message in the answer is handed to the one who clicked', async () => {
    invokeAnswer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' };
    expect((await call('POST', '/api/chat/invoke', click)).body).toEqual({ status: 200, message: 'Done.' });
  });

  test('but no other invoke is sent for the page', async () => {
    expect((await call('POST', '/api/chat/invoke', { ...click, name: 'task/fetch' })).status).toBe(400);
    expect(received).toEqual([]);
  });
});
