import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGraph, type Fetch } from '../../../src/graph/graph-client.ts';
import { createTokenServiceSignIn } from '../../../src/identity/token-service/token-service-sign-in.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { BotUnderTest, BotUnderTestOptions } from '../bot-under-test.ts';
import type { InMemoryStore } from '../in-memory-store.ts';
import { BERLIN, type EventBot, startEventBot } from './event-bot.ts';

let folder: string;
let bot: EventBot;
const closing: (() => Promise<unknown>)[] = [];
const open = (): InMemoryStore => {
  const store = { ...openSqliteStore(join(folder, 'store.db')), given: [] };
  closing.push(() => store.close());
  return store;
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why401-events-'));
  bot = await startEventBot({ store: open() });
});
afterEach(async () => {
  await bot.close();
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true });
});

/** Another instance on the same file, whose calls to Graph pass through `network`. */
async function another(network?: (real: Fetch) => Fetch, now = bot.running.now): Promise<BotUnderTest> {
  const real = sandboxTransport(bot.running.sandbox);
  const graph = createGraph({ fetch: network?.(real) ?? real, now, sleep: async () => undefined });
  const { world } = bot.running.sandbox;
  const wired: BotUnderTestOptions = {
    store: open(),
    now,
    signIn: (clock, store) => ({
      graph,
      by: (client) =>
        createTokenServiceSignIn({ connectionName: world.connection.name, client, state: store.state, now: clock }),
    }),
  };
  const instance = await bot.another(wired);
  closing.push(() => instance.close());
  return instance;
}

describe('one event', () => {
  it('of two instances and many clicks', async () => {
    const others = [await another(), await another()];
    await bot.words('lunch tomorrow noon', BERLIN);
    const card = bot.newestCard();
    const pressed = await Promise.all([bot, ...others, bot, ...others].map((at) => bot.press('Create', { card, at })));
    expect(bot.events()).toHaveLength(1);
    expect(pressed.filter(({ text }) => text.includes('In your calendar')).length).toBeGreaterThan(0);
    for (const { text } of pressed) expect(text).toMatch(/In your calendar|I am at it/);
    for (const at of [bot, ...others])
      expect((await bot.press('Create', { card, at })).text).toContain('In your calendar');
  });

  it('of a lost response: the same transactionId goes out again', async () => {
    const sent: string[] = [];
    const losing = await another((real) => async (url, init) => {
      const response = await real(url, init);
      if (init.method !== 'POST') return response;
      sent.push((JSON.parse(String(init.body)) as { transactionId: string }).transactionId);
      if (sent.length === 1) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      return response;
    });
    await bot.words('lunch tomorrow noon', BERLIN);
    expect((await bot.press('Create', { at: losing })).text).toContain('In your calendar');
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    expect(bot.events()).toHaveLength(1);
  });

  it('of an answer that never comes, and a second press at another instance', async () => {
    const deaf = await another((real) => async (url, init) => {
      const response = await real(url, init);
      if (init.method !== 'POST') return response;
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    });
    await bot.words('lunch tomorrow noon', BERLIN);
    const lost = await bot.press('Create', { at: deaf });
    expect(lost.text).toContain('I do not know whether Outlook made it');
    expect(bot.events()).toHaveLength(1);
    expect((await bot.press('Create', { card: lost.card! })).text).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('of a delivery that is repeated: a message with the same id gives one draft', async () => {
    const once = { ...BERLIN, id: 'same-id' };
    await bot.words('lunch tomorrow noon', once);
    expect(await bot.words('lunch tomorrow noon', once)).toBe('');
  });

  it('of an instance that failed in the middle: the claim is free again, and the request is the same', async () => {
    let fails = true;
    const failing = await another((real) => async (url, init) => {
      if (init.method === 'POST' && fails) {
        fails = false;
        await real(url, init);
        return new Response('not json', { status: 201 });
      }
      return real(url, init);
    });
    await bot.words('lunch tomorrow noon', BERLIN);
    const first = await bot.press('Create', { at: failing });
    expect(first.text).toContain('do not know');
    expect((await bot.press('Create', { card: first.card!, at: failing })).text).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });
});
