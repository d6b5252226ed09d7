import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';
import { type FakeConnector, startFakeConnector } from '../fake-connector.ts';
import { fakeEngine } from '../fake-engine.ts';
import { createInMemoryStore, type InMemoryStore } from '../in-memory-store.ts';
import { BEN, DESK, inDesk, SECRET_EXPIRED, startDeskBot, threadOf } from '../triage/desk-bot.ts';

let connector: FakeConnector;
let store: InMemoryStore;
const bots: BotUnderTest[] = [];
beforeEach(async () => {
  connector = await startFakeConnector();
  store = createInMemoryStore();
});
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.close()));
  await connector.close();
  await store.close();
});

async function start(): Promise<BotUnderTest> {
  const bot = await startBotUnderTest({ store, connector, diagnose: fakeEngine });
  bots.push(bot);
  return bot;
}

const edit = (text: string, minute: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'messageUpdate',
  id: 'm1',
  text,
  timestamp: `2026-03-02T09:${String(minute).padStart(2, '0')}:00Z`,
  channelData: { eventType: 'editMessage' },
  ...more,
});

/** The summary of each message of the bot that still stands. */
function standing(): string[] {
  const shown = new Map<string, string>();
  let replies = 0;
  for (const { method, path, body } of connector.calls) {
    replies += 1;
    const id = path.split('/').at(-1) ?? '';
    if (method === 'DELETE') shown.delete(id);
    else shown.set(method === 'PUT' ? id : `reply-${replies}`, String(body.summary));
  }
  return [...shown.values()];
}

/** Lets a call of the store wait until the returned function is called. */
function holdBack<K extends 'keep' | 'drop'>(name: K): () => void {
  const { memory } = store;
  const original = memory[name].bind(memory) as (...args: unknown[]) => Promise<unknown>;
  const free = Promise.withResolvers<void>();
  let first = true;
  Object.assign(memory, {
    [name]: async (...args: unknown[]) => {
      if (first) {
        first = false;
        await free.promise;
      }
      return original(...args);
    },
  });
  return () => free.resolve();
}

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

describe('editions of a message at two instances', () => {
  it('end with the newest, whichever is read longer', async () => {
    const [one, other] = [await start(), await start()];
    await one.post({ id: 'm1', text: 'AADSTS50011' });
    const free = holdBack('keep');
    const older = one.post(edit('AADSTS7000215', 1));
    await aMoment();
    const newer = other.post(edit('AADSTS65001', 2));
    await aMoment();
    free();
    await Promise.all([older, newer]);
    expect(standing()).toEqual(['Found 65001.']);
    expect((await one.say('AADSTS90002', { id: 'm2' }))[0]?.summary).toBe('Found 65001 and 90002.');
  });

  it('that come in the wrong order end with the newest', async () => {
    const [one, other] = [await start(), await start()];
    await one.post({ id: 'm1', text: 'AADSTS50011' });
    await one.post(edit('AADSTS65001', 2));
    await other.post(edit('AADSTS7000215', 1));
    expect(standing()).toEqual(['Found 65001.']);
    expect((await one.say('AADSTS90002', { id: 'm2' }))[0]?.summary).toBe('Found 65001 and 90002.');
  });

  it('behind its deletion do not bring it back, and one that restores it does', async () => {
    const bot = await start();
    await bot.post({ id: 'm1', text: 'AADSTS50011' });
    await bot.post({ type: 'messageDelete', id: 'm1', timestamp: '2026-03-02T09:05:00Z' });
    await bot.post(edit('AADSTS7000215', 4));
    expect((await bot.say('AADSTS90002', { id: 'm2' }))[0]?.summary).toBe('Found 90002.');
    await bot.post(edit('AADSTS7000215', 6, { channelData: { eventType: 'undeleteMessage' } }));
    expect((await bot.say('AADSTS65001', { id: 'm3' }))[0]?.summary).toContain('7000215');
  });
});

describe('an edition while the first answer is made', () => {
  it('waits for it at the same instance, and updates it', async () => {
    const bot = await start();
    const free = holdBack('keep');
    const first = bot.post({ id: 'm1', text: 'AADSTS50011' });
    await aMoment();
    const edition = bot.post(edit('AADSTS7000215', 1));
    await aMoment();
    free();
    await Promise.all([first, edition]);
    expect(standing()).toEqual(['Found 7000215.']);
    expect((await bot.say('AADSTS90002', { id: 'm2' }))[0]?.summary).toBe('Found 7000215 and 90002.');
  });

  it('at another instance stands alone: the first answer is taken back, and nothing of it counts', async () => {
    const [one, other] = [await start(), await start()];
    const free = holdBack('keep');
    const first = one.post({ id: 'm1', text: 'AADSTS50011' });
    await aMoment();
    await other.post(edit('AADSTS7000215', 1));
    free();
    await first;
    expect(standing()).toEqual(['Found 7000215.']);
    expect((await one.say('AADSTS90002', { id: 'm2' }))[0]?.summary).not.toContain('50011');
  });

  it('is the case of a helpdesk, also where the first text comes behind it', async () => {
    const [one, other] = [await startDeskBot({ store, connector }), await startDeskBot({ store, connector })];
    bots.push(one, other);
    const free = holdBack('keep');
    const first = one.post({ ...inDesk(BEN, 'm1'), text: 'AADSTS50011: The redirect URI does not match' });
    await aMoment();
    await other.post({ ...inDesk(BEN, 'm1'), ...edit(SECRET_EXPIRED(), 1) });
    free();
    await first;
    expect(await store.triage.caseIn(DESK, threadOf('m1'), BEN.id)).toMatchObject({ cause: 'client-secret-expired' });
    expect(connector.messagesTo(threadOf('m1'))).toHaveLength(1);
  });
});

describe('a message that is deleted while it is read', () => {
  it('is not remembered, and its answer goes', async () => {
    const bot = await start();
    const free = holdBack('keep');
    const first = bot.post({ id: 'm1', text: 'AADSTS50011' });
    await aMoment();
    await bot.post({ type: 'messageDelete', id: 'm1', timestamp: '2026-03-02T09:01:00Z' });
    free();
    await first;
    expect(standing()).toEqual([]);
    expect((await bot.say('AADSTS90002', { id: 'm2' }))[0]?.summary).toBe('Found 90002.');
  });
});
