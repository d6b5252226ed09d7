import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEN, type BotUnderTest, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

const MINUTE = 60_000;

describe('evidence of earlier messages', () => {
  it('adds up for thirty minutes', async () => {
    await bot.say('AADSTS50011');
    bot.pass(29 * MINUTE);
    const [both] = await bot.say('AADSTS7000215');
    expect(both?.summary).toBe('Found 50011 and 7000215.');
    bot.pass(2 * MINUTE);
    const [later] = await bot.say('AADSTS65001');
    expect(later?.summary).toBe('Found 7000215 and 65001.');
  });

  it('is that of thirty messages at most', async () => {
    for (let index = 0; index < 31; index += 1) {
      await bot.say(`AADSTS${50_000 + index}`);
      bot.pass(1_000);
    }
    const [last] = await bot.say('AADSTS65001');
    expect(last?.summary).not.toContain('50000');
    expect(last?.summary).toMatch(/^Found 50001 and 50002 .* and 50030 and 65001\.$/);
  });

  it('never crosses from one conversation, thread or person to another', async () => {
    await bot.say('AADSTS50011');
    const thread = (id: string) => ({
      ...inGroup(`19:c@thread.tacv2;messageid=${id}`, 'channel'),
      entities: [MENTION],
    });
    const [first] = await bot.say('<at>why401</at> AADSTS7000215', thread('1'));
    expect(first?.summary).toBe('Found 7000215.');
    const [otherThread] = await bot.say('<at>why401</at> AADSTS65001', thread('2'));
    expect(otherThread?.summary).toBe('Found 65001.');
    const [otherPerson] = await bot.say('<at>why401</at> AADSTS90002', { ...thread('1'), from: BEN });
    expect(otherPerson?.summary).toBe('Found 90002.');
    const [samePerson] = await bot.say('<at>why401</at> AADSTS90094', thread('1'));
    expect(samePerson?.summary).toBe('Found 7000215 and 90094.');
  });

  it('is emptied by forget, which says how much it was', async () => {
    await bot.say('AADSTS50011');
    await bot.say('AADSTS7000215');
    const [said] = await bot.say('Forget everything, please');
    expect(said?.text).toContain('2 messages');
    const [after] = await bot.say('AADSTS65001');
    expect(after?.summary).toBe('Found 65001.');
  });

  it('holds no text', async () => {
    await bot.say('AADSTS50011 a very particular sentence secret:abc');
    const [entry] = await bot.store.memory.recall({ conversation: 'msteams/anna-chat', person: '29:anna' }, 0);
    expect(JSON.stringify(entry)).not.toMatch(/particular|abc/);
  });

  it('that this version cannot read is passed over', async () => {
    const owner = { conversation: 'msteams/anna-chat', person: '29:anna' };
    await bot.store.memory.keep(owner, {
      activityId: 'old',
      at: 0,
      expires: Number.MAX_SAFE_INTEGER,
      remembered: '{"version":0}',
    });
    const [said] = await bot.say('AADSTS65001');
    expect(said?.summary).toBe('Found 65001.');
  });
});

describe('an edited message', () => {
  it('updates its own card and replaces what it gave', async () => {
    await bot.say('AADSTS50011', { id: 'm1' });
    const edit = {
      type: 'messageUpdate',
      id: 'm1',
      channelData: { eventType: 'editMessage' },
      timestamp: '2026-03-02T09:05:00Z',
    };
    await bot.say('AADSTS7000215', edit);
    const update = bot.connector.calls.at(-1);
    expect(update).toMatchObject({ method: 'PUT', path: '/v3/conversations/anna-chat/activities/reply-1' });
    expect(update?.body.summary).toBe('Found 7000215.');
    const [next] = await bot.say('AADSTS65001');
    expect(next?.summary).toBe('Found 7000215 and 65001.');
  });

  it('that no longer holds evidence drops what it gave', async () => {
    await bot.say('AADSTS50011', { id: 'm1' });
    await bot.post({ type: 'messageUpdate', id: 'm1', text: 'never mind that' });
    expect(bot.connector.calls.at(-1)).toMatchObject({ method: 'PUT' });
    const [next] = await bot.say('AADSTS65001');
    expect(next?.summary).toBe('Found 65001.');
  });

  it('gets a new answer where the old one is gone, and the next edit updates that', async () => {
    await bot.say('AADSTS50011', { id: 'm1' });
    bot.connector.refuse((call) => call.method === 'PUT', 404);
    await bot.post({ type: 'messageUpdate', id: 'm1', text: 'AADSTS7000215', timestamp: '2026-03-02T09:05:00Z' });
    const answer = bot.connector.calls.at(-1);
    expect(answer).toMatchObject({ method: 'POST', body: { summary: 'Found 7000215.' } });
    bot.connector.recover();
    await bot.post({ type: 'messageUpdate', id: 'm1', text: 'AADSTS65001', timestamp: '2026-03-02T09:06:00Z' });
    expect(bot.connector.calls.at(-1)).toMatchObject({ method: 'PUT', body: { summary: 'Found 65001.' } });
  });

  it('is worked on once for each edit', async () => {
    await bot.say('AADSTS50011', { id: 'm1' });
    const edit = { type: 'messageUpdate', id: 'm1', text: 'AADSTS7000215', timestamp: '2026-03-02T09:05:00Z' };
    await bot.post(edit);
    await bot.post(edit);
    expect(bot.connector.calls.filter((call) => call.method === 'PUT')).toHaveLength(1);
    await bot.post({ ...edit, timestamp: '2026-03-02T09:07:00Z' });
    expect(bot.connector.calls.filter((call) => call.method === 'PUT')).toHaveLength(2);
  });

  it('in a group that never named the bot stays unanswered', async () => {
    await bot.post({ type: 'messageUpdate', id: 'm1', text: 'AADSTS7000215', ...inGroup() });
    expect(bot.connector.calls).toEqual([]);
  });
});

describe('a deleted message', () => {
  it('drops its evidence and says nothing', async () => {
    await bot.say('AADSTS50011', { id: 'm1' });
    await bot.say('AADSTS7000215', { id: 'm2' });
    const before = bot.connector.calls.length;
    await bot.post({ type: 'messageDelete', id: 'm1', channelData: { eventType: 'softDeleteMessage' } });
    expect(bot.connector.calls).toHaveLength(before);
    const [next] = await bot.say('AADSTS65001');
    expect(next?.summary).toBe('Found 7000215 and 65001.');
  });

  it('takes along the answer that quotes it where others read along, and comes back with a new one', async () => {
    const mentioned = { ...inGroup(), id: 'm1', entities: [MENTION], text: '<at>why401</at> AADSTS50011' };
    const [answer] = await bot.say('', mentioned);
    await bot.say('AADSTS50011', { id: 'm2' });
    await bot.post({ ...inGroup(), type: 'messageDelete', id: 'm1', channelData: { eventType: 'softDeleteMessage' } });
    await bot.post({ type: 'messageDelete', id: 'm2' });
    const deleted = bot.connector.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    expect(deleted).toEqual(['/v3/conversations/group-1/activities/reply-1']);
    const edited = { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } };
    const [again] = await bot.say('', { ...mentioned, ...edited });
    expect(again?.summary).toBe(answer?.summary);
  });

  it('that comes back counts again', async () => {
    await bot.say('AADSTS50011', { id: 'm1' });
    await bot.post({ type: 'messageDelete', id: 'm1' });
    await bot.post({
      type: 'messageUpdate',
      id: 'm1',
      text: 'AADSTS50011',
      channelData: { eventType: 'undeleteMessage' },
    });
    const [next] = await bot.say('AADSTS65001');
    expect(next?.summary).toBe('Found 50011 and 65001.');
  });
});
