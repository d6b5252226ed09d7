import { describe, expect, it } from 'vitest';
import type { BotLogger } from '../../../src/bot/adapter/bot-logger.ts';
import { createBot } from '../../../src/bot/create-bot.ts';
import { fakeEngine } from '../fake-engine.ts';
import { createInMemoryStore } from '../in-memory-store.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} } as unknown as BotLogger;
const credentials = {
  appId: '11111111-1111-4111-8111-111111111111',
  appType: 'MultiTenant',
  region: 'global',
  appPassword: 'not a real password',
} as const;
const message = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:1/',
  conversation: { id: 'c' },
  text: 'AADSTS50011',
};

async function answered(
  request: { method?: string; headers?: Record<string, string>; body?: unknown },
  bot: typeof credentials | null = null,
) {
  const got = { status: 0, headers: new Map<string, string>(), body: '' };
  const res = {
    get statusCode() {
      return got.status;
    },
    set statusCode(status: number) {
      got.status = status;
    },
    setHeader: (name: string, value: string) => got.headers.set(name, value),
    end: (body?: string) => {
      got.body = body ?? '';
    },
  };
  const whole = createBot({
    settings: { bot },
    store: createInMemoryStore(),
    logger: silent,
    now: () => 0,
    diagnose: fakeEngine,
  });
  await whole.process({ method: 'POST', headers: {}, ...request }, res);
  return got;
}

describe('the HTTP edge', () => {
  it('takes only POST', async () => {
    const { status, headers } = await answered({ method: 'GET' });
    expect(status).toBe(405);
    expect(headers.get('Allow')).toBe('POST');
  });

  it.each([
    ['nothing', undefined],
    ['text', 'hello'],
    ['a list', [message]],
    ['an id of a conversation that no store keeps', { ...message, conversation: { id: 'c'.repeat(1_001) } }],
    ['an id of a person that no store keeps', { ...message, from: { id: 'é'.repeat(301) } }],
    ['an id of a message that no store keeps', { ...message, id: 'm'.repeat(601) }],
    ['no type', { ...message, type: undefined }],
    ['no service address', { ...message, serviceUrl: undefined }],
    ['a service address that is none', { ...message, serviceUrl: 'over there' }],
    ['no conversation', { ...message, conversation: null }],
    ['a text that is none', { ...message, text: { a: 1 } }],
  ])('answers 400 to %s', async (_, body) => {
    expect((await answered({ body })).status).toBe(400);
  });

  it.each([{}, { authorization: 'Bearer abc' }, { authorization: 'Basic YTpi' }])(
    'with credentials answers 401 to a caller that is not the channel',
    async (headers) => {
      const { status, body } = await answered({ body: { ...message }, headers: { ...headers } }, credentials);
      expect(status).toBe(401);
      expect(JSON.parse(body)).toEqual({ error: 'Unauthorized' });
    },
  );

  it('with credentials runs no turn for a caller without a token', async () => {
    const { body } = await answered({ body: { ...message, deliveryMode: 'expectReplies' } }, credentials);
    expect(body).not.toContain('50011');
  });

  it('answers expected replies as JSON', async () => {
    const { status, headers, body } = await answered({ body: { ...message, deliveryMode: 'expectReplies' } });
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toContain('application/json');
    expect(JSON.parse(body)).toMatchObject({ activities: [{ summary: 'Found 50011.' }] });
  });
});
