import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';

const KEY = 'msteams/anna-chat/m1';
const ANSWERED = `answered/${KEY}`;
const START = Date.parse('2026-03-02T09:00:00Z');

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

const deliver = () => bot.say('AADSTS50011', { id: 'm1' });

describe('an activity that another instance claimed', () => {
  it('is answered here once that one is dead', async () => {
    await bot.store.seen.claim(KEY, START);
    bot.pass(10_001);
    expect(await deliver()).toHaveLength(1);
    expect(await deliver()).toHaveLength(0);
  });

  it('is not answered where its answer went out before', async () => {
    await bot.store.seen.claim(KEY, START);
    await bot.store.seen.claim(ANSWERED, START);
    bot.pass(3_600_000);
    expect(await deliver()).toHaveLength(0);
  });

  it('is left to it while it is at work', async () => {
    await bot.store.seen.claim(KEY, START);
    setTimeout(() => void bot.store.seen.claim(ANSWERED, START), 200);
    expect(await deliver()).toHaveLength(0);
  });

  it('is answered here where it failed there', async () => {
    await bot.store.seen.claim(KEY, START);
    setTimeout(() => void bot.store.seen.release(KEY), 200);
    expect(await deliver()).toHaveLength(1);
  });
});

describe('two instances with one store', () => {
  it('answer once, whoever gets the repetition', async () => {
    const other = await startBotUnderTest({ store: bot.store, connector: bot.connector });
    try {
      await Promise.all([bot.post({ id: 'm1', text: 'AADSTS50011' }), other.post({ id: 'm1', text: 'AADSTS50011' })]);
      expect(bot.connector.messagesTo('anna-chat')).toHaveLength(1);
    } finally {
      await other.close();
    }
  });
});

it('an answer that the channel refused is given with the next delivery', async () => {
  bot.connector.refuse(({ method }) => method === 'POST', 400);
  await bot.post({ id: 'm1', text: 'AADSTS50011' });
  bot.connector.recover();
  expect(await bot.store.seen.isClaimed(ANSWERED)).toBe(false);
  expect(await deliver()).toHaveLength(1);
});
