import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA, BOT, type BotUnderTest, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

const THREAD = '19:c@thread.tacv2;messageid=17';
const inThread = inGroup(THREAD, 'channel');

describe('where others read along', () => {
  it.each([
    ['a group chat', inGroup()],
    ['a team channel', inThread],
  ])('the bot is silent in %s until it is mentioned', async (_, place) => {
    expect(await bot.say('AADSTS50011', place)).toEqual([]);
    expect(
      await bot.say('<at>Ben</at> AADSTS50011', { ...place, entities: [{ ...MENTION, mentioned: { id: '29:ben' } }] }),
    ).toEqual([]);
    const [said] = await bot.say('<at>why401</at> AADSTS50011', { ...place, entities: [MENTION] });
    expect(said?.summary).toBe('Found 50011.');
  });

  it('an answer goes into the thread, as a reply to the message', async () => {
    await bot.say('<at>why401</at> AADSTS50011', { ...inThread, id: 'm1', entities: [MENTION] });
    expect(bot.connector.calls[0]?.path).toBe(`/v3/conversations/${THREAD}/activities/m1`);
  });

  it('a command is understood beside the mention, in text and in HTML', async () => {
    const html = '<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">why401</span>&nbsp;help</p>';
    for (const attachments of [[], [{ contentType: 'text/html', content: html }]]) {
      const [said] = await bot.say('<at>why401</at> help', { ...inGroup(), entities: [MENTION], attachments });
      expect(JSON.stringify(said?.card)).toContain('forget');
    }
  });

  it('who names the bot without an error is told how to show it somebody else’s message', async () => {
    const named = { ...inGroup(), entities: [MENTION] };
    const [alone] = await bot.say('<at>why401</at> ', named);
    expect(alone?.text).toMatch(/together with my name.*«Why this error\?»/);
    const [asked] = await bot.say('<at>why401</at> any idea about the message above', named);
    expect(JSON.stringify(asked?.card)).toContain('«Why this error?»');
    const [pointed] = await bot.say('<at>why401</at> explain this', named);
    expect(pointed?.text).toContain('«Why this error?»');
    const [inSlack] = await bot.say('<at>why401</at>', { ...named, channelId: 'slack' });
    expect(inSlack?.text).toContain('together with my name');
    expect(inSlack?.text).not.toContain('«Why this error?»');
  });

  it('a file that was not given is asked for, also beside words', async () => {
    const content = '<p>see the log</p><attachment id="1"></attachment>';
    const [said] = await bot.say('<at>why401</at> see the log', {
      ...inGroup(),
      entities: [MENTION],
      attachments: [{ contentType: 'text/html', content }],
    });
    expect(JSON.stringify(said?.card)).toContain('Send it to me there');
  });

  it('what was said without naming the bot is not kept', async () => {
    await bot.say('AADSTS50011', inGroup());
    const [said] = await bot.say('<at>why401</at> AADSTS65001', { ...inGroup(), entities: [MENTION] });
    expect(said?.summary).toBe('Found 65001.');
  });
});

describe('a live credential where others read along', () => {
  it.each([
    ['without naming the bot', 'our secret:abc', []],
    ['naming the bot', '<at>why401</at> AADSTS50011 secret:abc', [MENTION]],
    ['naming the bot, without an error', '<at>why401</at> look at secret:abc', [MENTION]],
  ])('is told to its poster alone: %s', async (_, text, entities) => {
    const channelData = { channel: { id: '19:c', name: 'Helpdesk' } };
    await bot.post({ text, entities, channelData, ...inThread });
    const created = bot.connector.calls.find((call) => call.path === '/v3/conversations');
    expect(created?.body).toMatchObject({
      isGroup: false,
      bot: BOT,
      members: [ANNA],
      tenantId: 'tenant-1',
      channelData: { tenant: { id: 'tenant-1' } },
    });
    const [warning, ...more] = bot.connector.messagesTo('private-29:anna');
    expect(more).toEqual([]);
    const words = JSON.stringify(warning);
    for (const word of ['Helpdesk', 'lient secret', 'elete the message', 'Replace it now.'])
      expect(words).toContain(word);
    const thread = JSON.stringify(bot.connector.messagesTo(THREAD));
    expect(thread).not.toMatch(/credential|Replace it now/);
    expect(bot.connector.messagesTo(THREAD)).toHaveLength(entities.length);
  });

  it('is posted as a message of its own, not as a reply to nothing', async () => {
    await bot.post({ text: 'secret:abc', ...inGroup() });
    expect(bot.connector.calls.at(-1)?.path).toBe('/v3/conversations/private-29:anna/activities');
  });

  it('is warned of once for a message, edits included', async () => {
    await bot.post({ id: 'm1', text: 'secret:abc', ...inGroup() });
    await bot.post({ id: 'm1', text: 'secret:abc', ...inGroup() });
    await bot.post({ id: 'm1', type: 'messageUpdate', text: 'my secret:abc', ...inGroup() });
    expect(bot.connector.messagesTo('private-29:anna')).toHaveLength(1);
  });

  it('that has expired is no reason to write', async () => {
    await bot.post({ text: 'dead-secret:abc', ...inGroup() });
    expect(bot.connector.calls).toEqual([]);
  });

  it.each([
    ['the personal chat cannot be opened', '/v3/conversations'],
    ['the message cannot be delivered', '/v3/conversations/private-29:anna/activities'],
  ])('is logged and kept out of the thread where %s', async (_, path) => {
    bot.connector.refuse((call) => call.path === path, 403);
    const { status } = await bot.post({
      text: '<at>why401</at> AADSTS50011 secret:abc',
      entities: [MENTION],
      ...inGroup(),
    });
    expect(status).toBe(200);
    expect(bot.connector.messagesTo('group-1')).toHaveLength(1);
    expect(JSON.stringify(bot.connector.messagesTo('group-1'))).not.toContain('credential');
    expect(bot.log).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'private warning could not be delivered' }),
    );
    expect(JSON.stringify(bot.log.map(({ data }) => data.kinds))).toContain('client-secret');
  });
});
