import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotUnderTest, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';
import { createInMemoryStore } from '../in-memory-store.ts';

let bot: BotUnderTest;
let failed: unknown[];
beforeEach(async () => {
  failed = [];
  bot = await startBotUnderTest({ onTurnFailed: (activity) => void failed.push(activity) });
});
afterEach(() => bot.close());

it('tells the person in plain words, with the id under which it is logged', async () => {
  const { status } = await bot.post({ text: 'please explode' });
  expect(status).toBe(200);
  const [said] = bot.connector.messagesTo('anna-chat');
  const line = bot.log.find(({ message }) => message === 'turn failed');
  expect(line?.data.id).toMatch(/^[0-9a-f]{8}$/);
  expect(said?.text).toContain(String(line?.data.id));
  expect(said?.text).not.toMatch(/something went wrong|explode/i);
  expect(failed).toEqual([{ type: 'message' }]);
});

it('lets a repeated delivery try again after a failed turn', async () => {
  await bot.post({ id: 'm1', text: 'explode' });
  const [said] = await bot.say('AADSTS50011', { id: 'm1' });
  expect(said?.summary).toBe('Found 50011.');
  expect(failed).toHaveLength(1);
});

it('stays silent in a group where it was not asked', async () => {
  await bot.post({ text: 'explode', ...inGroup() });
  expect(bot.connector.calls).toEqual([]);
  await bot.post({ text: '<at>why401</at> explode', entities: [MENTION], ...inGroup() });
  expect(bot.connector.calls).toHaveLength(1);
});

it('answers 500 with an id and no words of the failure where the person cannot be told either', async () => {
  bot.connector.refuse(() => true, 403);
  const { status, body } = await bot.post({ text: 'explode on my own words' });
  expect(status).toBe(500);
  expect(body).toEqual({ error: 'The turn failed', id: expect.stringMatching(/^[0-9a-f]{8}$/) });
});

it('says that it is the store, and when to try again', async () => {
  const store = createInMemoryStore();
  const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  const withoutRoom = { ...store, seen: { ...store.seen, claim: () => Promise.reject(full) } };
  const broken = await startBotUnderTest({ store: withoutRoom });
  try {
    const [said] = await broken.say('AADSTS50011');
    expect(said?.text).toContain('the database in which I keep my notes takes nothing just now');
    expect(said?.text).toContain('in a minute');
    expect(said?.text).not.toContain('disk');
  } finally {
    await broken.close();
  }
});

it('asks for another press, and no message, where a button failed', async () => {
  const store = createInMemoryStore();
  const record = (): Promise<void> => Promise.reject(new Error('no'));
  const broken = await startBotUnderTest({ store: { ...store, feedback: { ...store.feedback, record } } });
  try {
    const data = { why401: { verb: 'fixed', diagnosisId: 'd1', cause: 'wrong-audience', verdict: 'certain' } };
    const { body } = await broken.post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'fixed', data }, trigger: 'manual' },
    });
    const { value } = body as { value: string };
    expect(value).toMatch(/^I could not do that: a part of me failed\. Please press the button once more\./);
    expect(value).not.toContain('send it');
  } finally {
    await broken.close();
  }
});
