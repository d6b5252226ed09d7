import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotUnderTest, inGroup, saidOf, startBotUnderTest } from '../bot-under-test.ts';
import {
  ADELE,
  BEN,
  buttonsOf,
  CHLOE,
  CONDITIONAL_ACCESS,
  DESK,
  inDesk,
  MEGAN,
  post,
  press,
  ROOM,
  SAM,
  SECRET_EXPIRED,
  startDeskBot,
  tell,
  threadOf,
  updates,
} from './desk-bot.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startDeskBot();
});
afterEach(() => bot.close());

const APPS = [1, 2, 3, 4, 5].map((digit) => `${String(digit).repeat(8)}-2222-4333-8444-555555555555`);
const mentions = (...people: { id: string; name: string }[]) => [
  { type: 'mention', text: '<at>why401</at>', mentioned: { id: '28:bot', name: 'why401' } },
  ...people.map(({ id, name }) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } })),
];

describe('agents', () => {
  it('are named by anybody of the organisation while there is none, then by agents alone', async () => {
    const open = await startBotUnderTest({ triage: {} });
    try {
      const [none] = await tell(open, BEN, 'agents', 't');
      expect(JSON.stringify(none?.card)).toContain('Nobody is an agent here yet');
      await post(open, SAM, 'AADSTS50011', 'm1');
      expect((await tell(open, BEN, 'take 1', 't'))[0]?.text).toContain('agents add me');
      expect((await tell(open, BEN, 'agents add me', 't'))[0]?.text).toContain('Ben Okafor is an agent');
      expect((await tell(open, MEGAN, 'agents add me', 't'))[0]?.text).toContain('Only an agent');
      expect(
        (await tell(open, BEN, 'agents add <at>Megan Bowen</at>', 't', { entities: mentions(MEGAN) }))[0]?.text,
      ).toContain('Megan Bowen is an agent');
      expect(
        (await tell(open, MEGAN, 'agents remove <at>Ben Okafor</at>', 't', { entities: mentions(BEN) }))[0]?.text,
      ).toContain('no agent of this channel any more');
      expect((await tell(open, BEN, 'take 1', 't'))[0]?.text).toContain('Only an agent');
      expect((await tell(open, MEGAN, 'take 1', 't'))[0]?.text).toBe('Megan Bowen took case 1.');
    } finally {
      await open.close();
    }
  });

  it('of the installer act everywhere, and who asks for deletion of their data is none any more', async () => {
    expect((await tell(bot, BEN, 'agents add me', 't'))[0]?.text).toContain('Only an agent');
    await tell(bot, ADELE, 'agents add <at>Megan Bowen</at>', 't', { entities: mentions(MEGAN) });
    const [list] = await tell(bot, BEN, 'agents', 't');
    expect(JSON.stringify(list?.card)).toContain('Megan Bowen');
    await bot.say('yes, delete my data', {
      from: MEGAN,
      conversation: { id: 'megan-chat', conversationType: 'personal' },
    });
    expect(JSON.stringify((await tell(bot, BEN, 'agents', 't'))[0]?.card)).not.toContain('Megan Bowen');
    expect(JSON.stringify(await bot.store.state.read([`desks/${DESK}`]))).not.toContain(MEGAN.id);
  });

  it('are asked for in the roster of this very channel', async () => {
    bot.connector.members([ADELE]);
    const [said] = await tell(bot, ADELE, 'agents add <at>Megan Bowen</at>', 't', { entities: mentions(MEGAN) });
    expect(said?.text).toBe('Megan Bowen is not in this channel.');
    expect(bot.connector.calls.some(({ path }) => path === `/v3/conversations/${ROOM}/members/29:megan`)).toBe(true);
  });
});

describe('the board', () => {
  it('shows what is open, and the last 24 hours as a picture and in words', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await post(bot, CHLOE, SECRET_EXPIRED(), 'm2');
    await post(bot, SAM, CONDITIONAL_ACCESS(), 'm3');
    bot.pass(2 * 60 * 60_000 + 10 * 60_000);
    const [board] = await tell(bot, MEGAN, 'board', 't');
    const card = JSON.stringify(board?.card);
    for (const words of [
      'open incident',
      '2 people, 2 cases',
      'open for 2 h 10 min',
      'The client secret has expired',
      'the app’s developer',
      '3 reports in the last 24 hours',
      'data:image/png;base64,',
    ])
      expect(card).toContain(words);
    expect(Buffer.byteLength(card)).toBeLessThan(25_000);
    await press(bot, ADELE, board?.card, 'Show', 't');
    const shown = bot.connector.messagesTo(threadOf('t')).at(-1) as { attachments: { content: unknown }[] };
    const { card: taken } = await press(bot, ADELE, shown.attachments[0]?.content, 'Take', 't');
    expect(JSON.stringify(taken)).toContain('Taken by Adele Vance');
    expect(JSON.stringify((await updates(bot)).get('reply-1')?.card)).toContain('Taken by Adele Vance');
  });

  it('is kind where nothing is open', async () => {
    const [board] = await tell(bot, MEGAN, 'board', 't');
    expect(JSON.stringify(board?.card)).toContain('No reports in the last 24 hours.');
  });
});

describe('cases and figures', () => {
  beforeEach(async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await post(bot, SAM, CONDITIONAL_ACCESS(APPS[1]), 'm2');
  });

  it('are listed, all or one’s own', async () => {
    expect(JSON.stringify((await tell(bot, ADELE, 'cases mine', 't'))[0]?.card)).toContain('You have no open case');
    await tell(bot, ADELE, 'take 2', 't');
    const [mine] = await tell(bot, ADELE, 'cases mine', 't');
    expect(JSON.stringify(mine?.card)).toContain('taken by Adele Vance');
    expect(JSON.stringify(mine?.card)).not.toContain('client secret');
    const [all] = await tell(bot, ADELE, 'cases', 't');
    expect(buttonsOf(all?.card)).toEqual([]);
    expect(JSON.stringify(all?.card)).toMatch(/l\/message/);
  });

  it('are shown with their excerpt away from their thread, and change there as well', async () => {
    const [shown] = await tell(bot, ADELE, 'case 1', 't');
    expect(JSON.stringify(shown?.card)).toContain('Visit the Azure portal');
    // The quote above it says the same already.
    const body = JSON.stringify((shown?.card?.body as unknown[] | undefined)?.slice(0, 5));
    expect(body.split('Visit the Azure portal')).toHaveLength(2);
    const { card } = await press(bot, ADELE, shown?.card, 'Take', 't', { replyToId: 'reply-9' });
    expect(JSON.stringify(card)).toContain('Visit the Azure portal');
    expect(JSON.stringify((await updates(bot)).get('reply-1')?.card)).toContain('Taken by Adele Vance');
    expect((await tell(bot, ADELE, 'case 99', 't'))[0]?.text).toContain('I know no such case');
  });

  it('are summed up', async () => {
    await tell(bot, ADELE, 'resolve 1', 't');
    const [stats] = await tell(bot, ADELE, 'stats 7d', 't');
    expect(JSON.stringify(stats?.card)).toContain('2, of which 1 open and 1 resolved');
    expect((await tell(bot, ADELE, 'stats forever', 't'))[0]?.text).toContain('24h, 7d or 4w');
  });

  it('are changed once by a command, which an edit does not repeat', async () => {
    const edit = (text: string) =>
      bot.post({
        ...inDesk(ADELE, 'c1', 't'),
        type: 'messageUpdate',
        entities: mentions(),
        text,
        timestamp: new Date().toISOString(),
      });
    await tell(bot, ADELE, 'tke 1', 't', { id: 'c1' });
    expect(await bot.store.triage.readCase(DESK, 1)).toMatchObject({ state: 'open' });
    await edit('<at>why401</at> take 1');
    expect(await bot.store.triage.readCase(DESK, 1)).toMatchObject({ state: 'taken' });
    await edit('<at>why401</at> resolve 1');
    expect(await bot.store.triage.readCase(DESK, 1)).toMatchObject({ state: 'taken' });
  });

  it('are those of the thread where no number is named', async () => {
    expect((await tell(bot, ADELE, 'take', 'm1'))[0]?.text).toBe('<at>Ben Okafor</at> Adele Vance took case 1.');
    expect((await tell(bot, ADELE, 'take', 't'))[0]?.text).toContain('Which one?');
  });
});

describe('who names the bot in the thread of a case, without an error', () => {
  beforeEach(async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
  });

  it('is told of that case, and how to be counted', async () => {
    for (const words of ['me too', 'is there a fix?']) {
      const [said] = await tell(bot, CHLOE, words, 'm1');
      expect(said?.text?.replace('I found no error in that message. ', '')).toMatch(
        /^This thread is about case 1, open: The client secret/,
      );
      expect(said?.text).toContain('then you are counted');
    }
    // Whose case it is is counted already.
    expect((await tell(bot, BEN, 'any news?', 'm1'))[0]?.text).not.toContain('counted');
    expect(JSON.stringify((await tell(bot, CHLOE, 'me too', 'elsewhere'))[0]?.card)).toContain('curl -i');
  });

  it('and is glad, is asked whether it is done, as long as it is theirs and open', async () => {
    expect((await tell(bot, BEN, 'it works now, thanks', 'm1'))[0]?.text).toContain('I close case 1');
    expect((await tell(bot, CHLOE, 'thanks', 'm1'))[0]?.text).toBe(
      'Glad to help. When the next error comes, paste it here.',
    );
    await tell(bot, BEN, 'resolved', 'm1');
    expect((await tell(bot, BEN, 'thanks', 'm1'))[0]?.text).not.toContain('close');
    expect((await tell(bot, BEN, 'still the same error', 'm1'))[0]?.text).toContain('“reopen” opens case 1 again');
  });
});

describe('a burst over all apps', () => {
  it('is called out once, in the channel itself, with the status page', async () => {
    const people = [BEN, CHLOE, SAM, MEGAN, ADELE, { id: '29:rosa', name: 'Rosa' }];
    for (const [index, person] of people.entries())
      await post(bot, person, CONDITIONAL_ACCESS(APPS[index % APPS.length]), `m${index}`);
    const called = bot.connector.messagesTo(ROOM);
    expect(called).toHaveLength(1);
    const words = JSON.stringify(called[0]);
    for (const word of ['Probable outage', '5 people, 5 apps', 'https://azure.status.microsoft'])
      expect(words).toContain(word);
    const { body } = saidOf(called[0]!).card as { body: unknown[] };
    expect(JSON.stringify(body).split('Probable outage'), 'said once on the card').toHaveLength(2);
  });
});

describe('people of another organisation', () => {
  const elsewhere = (type: string) => ({ channelData: { tenant: { id: 'tenant-1' }, channel: { id: ROOM, type } } });

  it.each([
    ['by the channel data', { channelData: { tenant: { id: 'tenant-2' } } }, []],
    ['by the roster of a shared channel', elsewhere('shared'), [{ ...BEN, tenantId: 'tenant-2' }]],
  ])('known %s get the diagnosis and never a sign-in', async (_, more, roster) => {
    bot.connector.members(roster);
    const signing = await startBotUnderTest({
      triage: {},
      connector: bot.connector,
      signIn: () => ({ by: NO_SIGN_IN, graph: {} as never }),
    });
    try {
      for (const words of ['sign in', 'check my sign-in']) {
        const [said] = await tell(signing, BEN, words, 't', more);
        expect(said?.text).toContain('another organisation');
      }
      const [report] = await tell(signing, BEN, 'AADSTS50011', 'm1', more);
      expect(report?.summary).toBe('Found 50011.');
      expect(buttonsOf(report?.card).map(({ title }) => title)).not.toContain('Check my sign-in');
    } finally {
      await signing.close();
    }
  });
});

const NO_SIGN_IN = {
  token: () => Promise.reject(new Error('nobody was to be asked for a token')),
} as never;

describe('a channel that is gone', () => {
  const event = (more: object) =>
    bot.post({
      ...inDesk(BEN, `e-${Math.random()}`, 'x'),
      conversation: { id: ROOM, conversationType: 'channel', isGroup: true, tenantId: 'tenant-1' },
      ...more,
    });
  beforeEach(async () => {
    await tell(bot, ADELE, 'agents add <at>Megan Bowen</at>', 't', { entities: mentions(MEGAN) });
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
  });

  it.each([
    ['the bot is removed', { type: 'installationUpdate', action: 'remove' }],
    ['the bot is among those removed', { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }],
    [
      'the channel is deleted',
      {
        type: 'conversationUpdate',
        channelData: { eventType: 'channelDeleted', channel: { id: ROOM }, team: { id: '19:team@thread.tacv2' } },
      },
    ],
    [
      'the team is deleted',
      {
        type: 'conversationUpdate',
        conversation: { id: '19:team@thread.tacv2', conversationType: 'channel' },
        channelData: { eventType: 'teamDeleted', team: { id: '19:team@thread.tacv2' } },
      },
    ],
  ])('takes its cases and agents along where %s', async (_, more) => {
    await event(more);
    expect(await bot.store.triage.readCase(DESK, 1)).toBeUndefined();
    expect(await bot.store.state.read([`desks/${DESK}`, `agents/${DESK}/29:megan`])).toEqual({});
  });

  it('by a refusal that says so, too', async () => {
    bot.connector.refuse(({ path }) => path.includes('messageid=m3'), 403, 'BotNotInConversationRoster');
    await post(bot, SAM, SECRET_EXPIRED(APPS[2]), 'm3');
    expect(await bot.store.triage.readCase(DESK, 1)).toBeUndefined();
    const before = bot.connector.calls.length;
    await bot.settled();
    expect(bot.connector.calls).toHaveLength(before);
  });

  it('is not a group chat, which has no helpdesk', async () => {
    expect(await bot.say('AADSTS50011', inGroup())).toEqual([]);
  });
});

describe('somebody who left', () => {
  it('is no agent any more, and what was theirs is open', async () => {
    await tell(bot, ADELE, 'agents add <at>Megan Bowen</at>', 't', { entities: mentions(MEGAN) });
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await tell(bot, MEGAN, 'take 1', 't');
    await bot.post({ ...inDesk(BEN, 'e1', 'x'), type: 'conversationUpdate', membersRemoved: [MEGAN] });
    expect(await bot.store.triage.readCase(DESK, 1)).toMatchObject({ state: 'open', assignee: null });
    expect((await tell(bot, MEGAN, 'take 1', 't'))[0]?.text).toContain('Only an agent');
  });

  it('is not told, and the others go on', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    bot.connector.refuse(({ path, method }) => method === 'POST' && path.includes('m1'), 403);
    expect((await tell(bot, ADELE, 'take 1', 't'))[0]?.text).toBe('Adele Vance took case 1.');
    expect(await bot.store.triage.readCase(DESK, 1)).toMatchObject({ state: 'taken' });
  });
});
