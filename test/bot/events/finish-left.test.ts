import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { StoredDraft } from '../../../src/storage/store.ts';
import { wordsSince } from '../sign-in/sandbox-bot.ts';
import { BERLIN, buttonsOf, type Card, type EventBot, startEventBot } from './event-bot.ts';

/** Longer than a claim is held. */
const LATER_MS = 30_000;

let folder: string;
let bot: EventBot;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why401-left-'));
  bot = await startEventBot({ store: { ...openSqliteStore(join(folder, 'store.db')), given: [] } });
});
afterEach(async () => {
  await bot.close();
  await bot.store.close();
  rmSync(folder, { recursive: true });
});

const draftId = (): string =>
  (buttonsOf(bot.newestCard()).find(({ title }) => title === 'Create')!.data!.why401 as { draft: string }).draft;

/** A draft, and somebody who claimed its creation and died. */
async function left(): Promise<StoredDraft> {
  await bot.words('lunch tomorrow noon', BERLIN);
  const now = bot.running.now();
  const stored = (await bot.store.drafts.read(draftId(), now))!;
  const claimedUntil = now + 20_000;
  expect(await bot.store.drafts.claim(stored.id, stored.version, now, claimedUntil)).toBe(true);
  return { ...stored, claimedUntil };
}

async function finish(): Promise<{
  readonly count: number;
  readonly words: string;
  readonly updated: Card | undefined;
}> {
  const before = bot.connector.calls.length;
  const count = await bot.finishLeft();
  const put = bot.connector.calls.slice(before).find(({ method }) => method === 'PUT');
  const updated = (put?.body.attachments as { content: Card }[] | undefined)?.[0]?.content;
  return { count, words: wordsSince(bot, before), updated };
}

describe('a creation that a process left when it died', () => {
  it('is finished once its claim has run out: one event, its card, and a word', async () => {
    await left();
    expect(await finish()).toMatchObject({ count: 0, words: '' });
    bot.running.advance(LATER_MS);
    const { count, words, updated } = await finish();
    expect(count).toBe(1);
    expect(words).toContain('I was interrupted while I made “Lunch”. It is in your calendar now, once.');
    expect(buttonsOf(updated!).map(({ title }) => title)).toContain('Undo');
    expect(bot.events()).toHaveLength(1);
    expect(await finish()).toMatchObject({ count: 0, words: '' });
  });

  it('is finished by one of several instances', async () => {
    await left();
    bot.running.advance(LATER_MS);
    const others = [await bot.another({ store: bot.store }), await bot.another({ store: bot.store })];
    const counts = await Promise.all([bot, ...others].map((one) => one.finishLeft()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(bot.events()).toHaveLength(1);
    for (const other of others) await other.close();
  });

  it('that Graph refuses is told once, and is open again', async () => {
    const { id } = await left();
    bot.running.advance(LATER_MS);
    await bot.words('break mailbox-unavailable');
    const { count, words } = await finish();
    expect(count).toBe(0);
    expect(words).toContain('Not made.');
    expect(await bot.store.drafts.read(id, bot.running.now())).toMatchObject({ state: 'open' });
    expect(await finish()).toMatchObject({ count: 0, words: '' });
  });

  it('of somebody who is signed out waits without a word, and goes on with their own press', async () => {
    await left();
    await bot.words('sign out');
    bot.running.advance(LATER_MS);
    expect(await finish()).toMatchObject({ count: 0, words: '' });
    await bot.words('sign in');
    await bot.words(await bot.codeAtPage());
    expect((await bot.press('Create')).text).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('whose answer was lost is the person’s own to repeat', async () => {
    const { id, claimedUntil } = await left();
    await bot.store.drafts.release(id, claimedUntil, 'unknown');
    bot.running.advance(LATER_MS);
    expect(await finish()).toMatchObject({ count: 0, words: '' });
    expect((await bot.press('Create')).text).toContain('In your calendar');
  });
});
