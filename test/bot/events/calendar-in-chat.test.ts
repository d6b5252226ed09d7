import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BERLIN, type EventBot, startEventBot } from './event-bot.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot();
  await bot.words('lunch tomorrow noon', BERLIN);
  await bot.press('Create');
  await bot.words('meeting tomorrow 10:00', BERLIN);
  await bot.press('Create');
});
afterEach(() => bot.close());

describe('the calendar in the chat', () => {
  it('lists a day, numbered, and what comes next', async () => {
    const tomorrow = await bot.words('tomorrow', BERLIN);
    expect(tomorrow).toMatch(/1\. +10:00–11:00\s+Meeting/);
    expect(tomorrow).toMatch(/2\. +12:00–13:00\s+Lunch/);
    expect(await bot.words('my day', BERLIN)).toContain('Nothing is in your calendar today');
    expect(await bot.words("what's next?", BERLIN)).toMatch(/Meeting[\s\S]*Lunch/);
  });

  it('cancels by number, after a question', async () => {
    await bot.words('tomorrow', BERLIN);
    expect(await bot.words('cancel 2', BERLIN)).toContain('Cancel this event?');
    expect(bot.events()).toHaveLength(2);
    expect((await bot.press('Cancel the event')).text).toContain('Cancelled');
    expect(bot.events()).toHaveLength(1);
    expect((await bot.press('Cancel the event')).text).toContain('Cancelled');
    expect(await bot.words('cancel 9', BERLIN)).toContain('no number 9');
  });

  it('moves by number, keeps the day and the half of it, and by title', async () => {
    await bot.words('tomorrow', BERLIN);
    expect(await bot.words('move 2 to 4', BERLIN)).toContain('16:00–17:00');
    expect(await bot.words('no', BERLIN)).toContain('Left as it is');
    expect(await bot.words('move my lunch to 1pm', BERLIN)).toContain('13:00–14:00');
    expect(await bot.words('yes', BERLIN)).toContain('Moved to');
    expect(bot.events().find(({ subject }) => subject === 'Lunch')).toMatchObject({
      start: { dateTime: expect.stringContaining('T13:00') },
      end: { dateTime: expect.stringContaining('T14:00') },
    });
  });

  it('finds by its time what is there today', async () => {
    const today = bot.events()[0] as unknown as { start: { dateTime: string }; end: { dateTime: string } };
    const date = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(
      bot.running.now(),
    );
    today.start.dateTime = `${date}T15:00:00`;
    today.end.dateTime = `${date}T16:00:00`;
    expect(await bot.words('move my 3pm to 4', BERLIN)).toContain('16:00–17:00');
    expect(await bot.words('cancel my 3pm', BERLIN)).toContain('Cancel this event?');
    expect(await bot.words('cancel my 7pm', BERLIN)).toContain('no such event');
  });

  it('shows nothing of a calendar to a group', async () => {
    const mention = { type: 'mention', text: '<at>why401</at>', mentioned: { id: '28:bot' } };
    const group = { conversation: { id: 'g', conversationType: 'groupChat', isGroup: true, tenantId: 't' } };
    await bot.words('<at>why401</at> tomorrow', { ...BERLIN, ...group, entities: [mention] });
    expect(JSON.stringify(bot.connector.messagesTo('g'))).not.toContain('Lunch');
    expect(JSON.stringify(bot.connector.messagesTo('private-29:ada'))).toContain('Lunch');
  });

  it('asks for the sign-in where there is none', async () => {
    await bot.words('sign out');
    expect(await bot.words('my day', BERLIN)).toContain('Say “sign in”');
  });
});

describe('the time zone', () => {
  it('comes from the mailbox where the channel says none', async () => {
    expect(await bot.words('lunch tomorrow noon')).toContain('Berlin time');
  });

  it('is asked for where nobody knows, and the message is not lost', async () => {
    bot.running.sandbox.world.mailboxes[0]!.timeZone = '';
    const asked = await bot.words('lunch tomorrow noon');
    expect(asked).toContain('Which one is it?');
    expect(await bot.words('my time zone is Mars/Olympus')).toContain('I know no time zone');
    expect(await bot.words('my time zone is Asia/Kolkata')).toMatch(/12:00–13:00, (?:Kolkata|Calcutta) time/);
    await bot.press('Create');
    expect(bot.events().at(-1)).toMatchObject({ start: { timeZone: 'India Standard Time' } });
    expect(await bot.words('lunch tomorrow noon')).toMatch(/(?:Kolkata|Calcutta) time/);
  });
});
