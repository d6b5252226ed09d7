import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { StoreUnavailableError } from '../../../src/storage/store-unavailable-error.ts';
import { type BotUnderTest, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';
import { createInMemoryStore, type InMemoryStore } from '../in-memory-store.ts';

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

it('tells of a refusal of the channel in the words of the engine, in the chat and in the log', async () => {
  const isCard = ({ method, body }: { method: string; body: Record<string, unknown> }): boolean =>
    method === 'POST' && (body.attachments as unknown[] | undefined)?.length === 1;
  bot.connector.refuse(isCard, 429, 'RateLimitExceeded');
  const [, said] = await bot.say('AADSTS50011');
  expect(said?.text).toContain('a service that I need refused me. The Bot Connector has had too many requests');
  expect(said?.text).toContain('Please send it once more in a minute.');
  const line = bot.log.find(({ message }) => message === 'turn failed');
  expect(line?.data).toMatchObject({
    cause: 'throttled',
    why: expect.stringContaining('too many requests'),
    fix: expect.stringContaining('Wait'),
  });
});

it('asks for no other try where it would give the same', async () => {
  const isCard = ({ body }: { body: Record<string, unknown> }): boolean =>
    (body.attachments as unknown[] | undefined)?.length === 1;
  bot.connector.refuse(isCard, 403, 'ConversationBlockedByUser');
  const said = (await bot.say('AADSTS50011')).at(-1)?.text ?? '';
  expect(said).toContain('This person blocked the bot: only they can let it write again.');
  expect(said).toContain('Another try would end the same way: please give the operator of this bot the id');
  expect(said).not.toContain('once more');
});

it('says that it is the store, and when to try again', async () => {
  const store = createInMemoryStore();
  const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  const withoutRoom = { ...store, seen: { ...store.seen, claim: () => Promise.reject(full) } };
  const broken = await startBotUnderTest({ store: withoutRoom });
  try {
    const [said] = await broken.say('I do not know what to do');
    expect(said?.text).toContain('the database in which I keep my notes takes nothing just now');
    expect(said?.text).toContain('in a minute');
    expect(said?.text).not.toContain('disk');
  } finally {
    await broken.close();
  }
});

describe('a paste, where the store takes nothing', () => {
  const down = (): Promise<never> => Promise.reject(new StoreUnavailableError('The database does not answer'));
  let without: BotUnderTest;
  beforeEach(async () => {
    const store = createInMemoryStore();
    const seen = { claim: down, release: down, isClaimed: down, takeOver: down };
    without = await startBotUnderTest({ store: { ...store, seen }, diagnose: diagnoseAndRemember, triage: {} });
  });
  afterEach(() => without.close());
  const EXPIRED =
    "AADSTS7000222: The provided client secret keys for app '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21' are expired.";

  it('is answered from it alone, and says so', async () => {
    const [answer, note, ...more] = await without.say(EXPIRED);
    expect(answer?.summary).toContain('has expired');
    expect(note?.text).toContain('without what you sent before');
    expect(more).toEqual([]);
    expect(without.log).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'answered without the store' }),
    );
  });

  it('is answered in a group that named the bot, and not where cases are made of it', async () => {
    const [answer] = await without.say(`<at>why401</at> ${EXPIRED}`, { entities: [MENTION], ...inGroup() });
    expect(answer?.summary).toContain('has expired');
    const inDesk = { entities: [MENTION], ...inGroup('19:c;messageid=1', 'channel') };
    const [failure] = await without.say(`<at>why401</at> ${EXPIRED}`, inDesk);
    expect(failure?.text).toContain('the database in which I keep my notes takes nothing');
    expect(await without.say(EXPIRED, inGroup())).toEqual([]);
  });

  it('and a question that needs no notes is answered as ever', async () => {
    expect((await without.say('hello')).map(({ text }) => text)).toEqual([expect.stringMatching(/^Hello!/)]);
    expect((await without.say('help')).map(({ summary }) => summary)).toEqual(['What why401 can do']);
    expect((await without.say('explain AADSTS50011')).map(({ summary }) => summary)).toEqual([
      expect.stringContaining('redirect'),
    ]);
  });

  it('that decides nothing is asked for again later', async () => {
    for (const words of ['HTTP/1.1 401 Unauthorized', 'lunch with Sam tomorrow noon', 'board'])
      expect((await without.say(words)).map(({ text }) => text)).toEqual([
        expect.stringContaining('Please send it once more in a minute.'),
      ]);
  });
});

describe('a live credential, where the store takes nothing', () => {
  const down = (): Promise<never> => Promise.reject(new StoreUnavailableError('The database does not answer'));
  const startWithout = (broken: Partial<InMemoryStore>): Promise<BotUnderTest> =>
    startBotUnderTest({ store: { ...createInMemoryStore(), ...broken } });
  const seen = { claim: down, release: down, isClaimed: down, takeOver: down };

  it.each([
    ['without naming the bot', 'our secret:abc', []],
    ['naming the bot', '<at>why401</at> AADSTS50011 secret:abc', [MENTION]],
  ])('is told to its poster all the same, once: %s', async (_, text, entities) => {
    const broken = await startWithout({ seen });
    try {
      for (let delivery = 1; delivery <= 2; delivery += 1)
        await broken.post({ id: 'm1', text, entities, ...inGroup('group-1', 'channel') });
      const [warning, ...more] = broken.connector.messagesTo('private-29:anna');
      expect(JSON.stringify(warning)).toContain('Replace it now.');
      expect(more).toEqual([]);
      expect(JSON.stringify(broken.connector.messagesTo('group-1'))).not.toContain('credential');
    } finally {
      await broken.close();
    }
  });

  it('is told in an edited message', async () => {
    const broken = await startWithout({ seen });
    try {
      await broken.post({ id: 'm1', type: 'messageUpdate', text: 'secret:abc', ...inGroup() });
      expect(broken.connector.messagesTo('private-29:anna')).toHaveLength(1);
    } finally {
      await broken.close();
    }
  });

  it('is told where only the note of the warning cannot be kept, or takes too long', async () => {
    for (const claim of [down, () => new Promise<boolean>(() => undefined)]) {
      const { seen: whole } = createInMemoryStore();
      const broken = await startWithout({
        seen: { ...whole, claim: (key, at) => (key.startsWith('warned/') ? claim() : whole.claim(key, at)) },
      });
      try {
        await broken.post({ text: 'secret:abc', ...inGroup() });
        expect(broken.connector.messagesTo('private-29:anna')).toHaveLength(1);
      } finally {
        await broken.close();
      }
    }
  });

  it('is told in a personal chat before the failure, without a place', async () => {
    const broken = await startWithout({ seen });
    try {
      const said = await broken.say('board secret:abc');
      expect(said.map(({ summary, text }) => summary || text)).toEqual([
        'Your message holds a live credential.',
        expect.stringContaining('the database in which I keep my notes'),
      ]);
      expect(await broken.say('board')).toHaveLength(1);
    } finally {
      await broken.close();
    }
  });
});

it('an answer that was given is no failure where only the note of it cannot be kept', async () => {
  const store = createInMemoryStore();
  const write = (): Promise<never> => Promise.reject(new StoreUnavailableError('The database is full'));
  const broken = await startBotUnderTest({ store: { ...store, state: { ...store.state, write } } });
  try {
    const said = await broken.say('AADSTS50011 secret:abc', { id: 'm1' });
    expect(said.map(({ summary }) => summary)).toEqual(['Found 50011.']);
    expect(await broken.say('AADSTS50011 secret:abc', { id: 'm1' })).toEqual([]);
    expect(broken.log).toContainEqual(expect.objectContaining({ message: 'what answers a message could not be kept' }));
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
