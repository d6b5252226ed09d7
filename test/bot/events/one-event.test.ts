import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asAda, oauthCards } from '../sign-in/sandbox-bot.ts';
import { BERLIN, buttonsOf, type EventBot, startEventBot } from './event-bot.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot();
});
afterEach(() => bot.close());

describe('from a sentence to an event', () => {
  it('one sentence, one card, Create, one event, undo', async () => {
    const words = await bot.words('lunch tomorrow noon', BERLIN);
    expect(words).toContain('Lunch');
    expect(words).toMatch(/12:00–13:00, Berlin time, tomorrow/);
    expect(words).toContain('You did not say the length (1 hour): that is my guess.');
    expect(bot.events()).toHaveLength(0);
    const { card } = await bot.press('Create');
    expect(bot.events()).toMatchObject([
      { subject: 'Lunch', start: { timeZone: 'W. Europe Standard Time' }, isAllDay: false },
    ]);
    expect(buttonsOf(card!).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Open in Outlook', 'Undo', '30 min later', '30 min earlier', 'Change']),
    );
    const undone = await bot.press('Undo', { card: card! });
    expect(undone.text).toContain('Undone');
    expect(bot.events()).toHaveLength(0);
    expect((await bot.press('Undo', { card: card! })).text).toContain('Undone');
  });

  it('a double click and a repeated delivery make one', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const card = bot.newestCard();
    const pressed = await Promise.all([1, 2, 3].map(() => bot.press('Create', { card })));
    expect(bot.events()).toHaveLength(1);
    expect(pressed.filter(({ text }) => text.includes('In your calendar') || text.includes('at it'))).toHaveLength(3);
    expect((await bot.press('Create', { card })).text).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('the gate: who has not signed in is asked, and the draft goes on by itself', async () => {
    await bot.adaSays('sign out');
    await bot.words('lunch tomorrow noon', BERLIN);
    const before = oauthCards(bot).length;
    const pressed = await bot.press('Create');
    expect(pressed.text).toContain('goes on by itself');
    expect(oauthCards(bot)).toHaveLength(before + 1);
    const words = await bot.words(await bot.codeAtPage());
    expect(words).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('another person’s click is refused politely', async () => {
    const group = { conversation: { id: 'g', conversationType: 'groupChat', isGroup: true, tenantId: 't' } };
    expect(await bot.words('lunch tomorrow noon', { ...BERLIN, ...group })).toBe('');
    const mention = { type: 'mention', text: '<at>why401</at>', mentioned: { id: '28:bot' } };
    await bot.words('<at>why401</at> lunch tomorrow noon', { ...BERLIN, ...group, entities: [mention] });
    const pressed = await bot.press('Create', { who: { ...group, from: { id: '29:ben', name: 'Ben' } } });
    expect(pressed.text).toContain('belongs to whoever asked');
    expect(bot.events()).toHaveLength(0);
    const own = await bot.press('Create', { who: { ...asAda(bot.running.sandbox.world.people[0]!), ...group } });
    expect(own.text).toContain('In your calendar');
  });
});
