import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { understand } from '../../../src/calendar/understand.ts';
import { BERLIN, buttonsOf, type EventBot, startEventBot } from './event-bot.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot({ understand });
});
afterEach(() => bot.close());

async function made(text: string, inputs: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  await bot.words(text, BERLIN);
  const pressed = await bot.press('Create', { inputs });
  expect(pressed.text).toContain('In your calendar.');
  return bot.events().at(-1) as Record<string, unknown>;
}

describe('sentences as people write them, from the message to the event', () => {
  it('lunch', async () => {
    expect(await made('lunch at the canteen tomorrow noon')).toMatchObject({
      start: { dateTime: expect.stringContaining('T12:00:00') },
      isAllDay: false,
    });
  });

  it('a meeting on Teams with somebody whose address is asked for', async () => {
    const event = await made('1-1 w/ adele thu 3-4pm on teams', { 'event-guest-0': 'adele@lumenworks.example' });
    expect(event).toMatchObject({
      start: { dateTime: expect.stringContaining('T15:00:00') },
      end: { dateTime: expect.stringContaining('T16:00:00') },
      isOnlineMeeting: true,
      attendees: [{ emailAddress: { address: 'adele@lumenworks.example' } }],
    });
  });

  it('a series every other week', async () => {
    const event = await made('every other tuesday 9:30 standup until june');
    expect(event).toMatchObject({
      type: 'seriesMaster',
      recurrence: { pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'] }, range: { type: 'endDate' } },
    });
    const { start, recurrence } = event as {
      start: { dateTime: string };
      recurrence: { range: { startDate: string } };
    };
    expect(start.dateTime.slice(0, 10)).toBe(recurrence.range.startDate);
  });

  it('an all-day trip', async () => {
    expect(await made('trip to Paris from next monday to wednesday, all day')).toMatchObject({ isAllDay: true });
  });
});

describe('bad input is a clear question or a clear refusal', () => {
  it.each([
    ['a question', 'how do I schedule a meeting?'],
    ['only emoji', '🎉🎉🎉'],
    ['a 401', 'why do I get a 401 when I call POST /me/events tomorrow?'],
  ])('%s makes no draft', async (_, text) => {
    await bot.words(text, BERLIN);
    expect(await bot.words('yes', BERLIN)).not.toContain('In your calendar');
    expect(bot.events()).toHaveLength(0);
  });

  it('five thousand characters', async () => {
    const words = await bot.words(`lunch tomorrow noon ${'and more words about nothing '.repeat(180)}`, BERLIN);
    expect(words).toContain('a long text for one event');
    expect(bot.events()).toHaveLength(0);
  });

  it.each([
    ['30 February', 'dentist on february 30 at 10', 'That date does not exist'],
    ['the year 9999', 'party on 1 january 9999 at 10:00', 'too far ahead'],
    ['an end before the start', 'meeting tomorrow from 15:00 to 14:00', '?'],
    ['no time', 'dentist tomorrow', 'At what time'],
  ])('%s: nothing can be created before it is answered', async (_, text, asked) => {
    expect(await bot.words(text, BERLIN)).toContain(asked);
    expect(buttonsOf(bot.newestCard()).map(({ title }) => title)).not.toContain('Create');
    expect((await bot.words('yes', BERLIN)).includes('In your calendar')).toBe(false);
  });

  it('a question about the day is answered by one word that else lists the calendar', async () => {
    expect(await bot.words('schedule a meeting with the auditors', BERLIN)).toMatch(/\?/);
    expect(await bot.words('tomorrow', BERLIN)).not.toContain('in your calendar');
  });

  it('a question that is open is not answered by another event', async () => {
    await bot.words('party on 1 january 9999 at 10:00', BERLIN);
    expect(await bot.words('lunch tomorrow at noon', BERLIN)).not.toContain('Party');
    await bot.words('dentist tomorrow', BERLIN);
    expect(await bot.words('at 3pm', BERLIN)).toMatch(/Dentist[\s\S]*15:00–16:00/);
  });

  it('six hundred guests', async () => {
    const guests = Array.from({ length: 600 }, (_, n) => `p${n}@contoso.com`).join(', ');
    const words = await bot.words(`lunch tomorrow noon with ${guests}`, BERLIN);
    expect(words).toContain('More than 500 people');
    expect(bot.events()).toHaveLength(0);
  });
});
