import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT, inGroup, MENTION } from '../bot-under-test.ts';
import { ADA_ID, asAda, oauthCards, type SandboxBot, startSandboxBot } from './sandbox-bot.ts';

let bot: SandboxBot;
beforeEach(async () => {
  bot = await startSandboxBot();
});
afterEach(() => bot.close());

const THREAD = '19:c@thread.tacv2;messageid=17';
const PERSONAL = `private-${ADA_ID}`;

function adaIn(place: Record<string, unknown>): Record<string, unknown> {
  return { ...asAda(bot.running.sandbox.world.people[0]!), ...place, entities: [MENTION] };
}

describe('where others read along', () => {
  it.each([
    ['a group chat', inGroup(), 'group-1'],
    ['a team channel', inGroup(THREAD, 'channel'), THREAD],
  ])('%s: the card goes to the personal chat, one line stays', async (_, place, id) => {
    await bot.say('<at>why401</at> check my sign-in', adaIn(place));
    const crowd = bot.connector.messagesTo(id);
    expect(crowd).toHaveLength(1);
    expect(crowd[0]?.text).toContain('personal chat');
    expect(crowd[0]?.attachments ?? []).toEqual([]);
    const [card] = bot.connector.messagesTo(PERSONAL);
    expect(JSON.stringify(card)).toContain('application/vnd.microsoft.card.oauth');
    const created = bot.connector.calls.find(({ path }) => path === '/v3/conversations');
    expect(created?.body).toMatchObject({ isGroup: false, bot: BOT, members: [{ id: ADA_ID }] });
  });

  it('the code is typed in the personal chat, where the check then runs', async () => {
    await bot.say('<at>why401</at> check my sign-in', adaIn(inGroup()));
    const code = await bot.codeAtPage();
    const [inCrowd] = await bot.say(`<at>why401</at> ${code}`, adaIn(inGroup()));
    expect(inCrowd?.text).toContain('in our personal chat');
    await bot.adaSays(code, { conversation: { id: PERSONAL, conversationType: 'personal', tenantId: 'tenant-1' } });
    expect(JSON.stringify(bot.connector.calls.at(-1)?.body)).toContain('Your sign-in works');
    expect(JSON.stringify(bot.connector.messagesTo('group-1'))).not.toContain('Your sign-in works');
  });

  it.each(['/v3/conversations', `/v3/conversations/${PERSONAL}/activities`])(
    'says what to do where the personal chat cannot be opened: %s',
    async (refused) => {
      bot.connector.refuse(({ path }) => path === refused, 403);
      await bot.say('<at>why401</at> sign in', adaIn(inGroup()));
      const crowd = bot.connector.messagesTo('group-1');
      expect(crowd).toHaveLength(1);
      expect(crowd[0]?.text).toContain('Add me for yourself');
    },
  );

  it('a command that is not for the bot is none', async () => {
    await bot.say('sign in', { ...adaIn(inGroup()), entities: [] });
    expect(bot.connector.calls).toHaveLength(0);
  });
});

describe('buttons', () => {
  const press = (data: unknown, more: Record<string, unknown> = {}) =>
    bot.post({
      ...asAda(bot.running.sandbox.world.people[0]!),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', data } },
      ...more,
    });

  it('«Check my sign-in» answers in words and leads to the card', async () => {
    const { status, body } = await press({ why401: { verb: 'check-sign-in' } });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('below');
    expect(oauthCards(bot)).toHaveLength(1);
  });

  it('in a channel it answers in the personal chat of whoever pressed it', async () => {
    const { body } = await press({ why401: { verb: 'check-sign-in' } }, inGroup(THREAD, 'channel'));
    expect(JSON.stringify(body)).toContain('personal chat');
    expect(bot.connector.messagesTo(THREAD)).toHaveLength(0);
    expect(bot.connector.messagesTo(PERSONAL)).toHaveLength(1);
  });

  it('comes as a message where the client knows Action.Submit only', async () => {
    const said = await bot.adaSays('', { value: { why401: { verb: 'who-am-i' } } });
    expect(said.map(({ text }) => text).join(' ')).toContain('not signed in');
  });

  it.each([
    [{ why401: { verb: 'sign-in-as', person: '29:ben' } }],
    [{ why401: { verb: ['check-sign-in'] } }],
    [{ verb: 'check-sign-in' }],
    ['check-sign-in'],
  ])('forged or old data does nothing: %j', async (data) => {
    const { status, body } = await press(data);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('no longer know this button');
    expect(bot.connector.calls).toHaveLength(0);
  });
});
