import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plusMinutes } from '../../../src/calendar/event/draft.ts';
import { BERLIN, buttonsOf, type EventBot, startEventBot } from './event-bot.ts';
import { NOTHING_SAID as NOTHING } from './scripted-understanding.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot();
});
afterEach(() => bot.close());

const subject = () => bot.events().map((event) => event.subject);

describe('the draft card', () => {
  it('is edited in place: what stands in the inputs at Create is what is made', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const inputs = { 'event-title': 'Long lunch', 'event-time': '13:00', 'event-length': '90', 'event-online': 'true' };
    const made = await bot.press('Create', { inputs });
    expect(made.text).toMatch(/13:00–14:30/);
    expect(buttonsOf(made.card!).some(({ title }) => title === 'Join')).toBe(true);
    expect(bot.events()).toMatchObject([{ subject: 'Long lunch', isOnlineMeeting: true }]);
  });

  it('says what cannot be, and keeps the draft', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const bad: readonly [Record<string, unknown>, RegExp][] = [
      [{ 'event-date': '9999-01-01' }, /more than 10 years ahead/],
      [{ 'event-date': '2026-02-30' }, /no date and time that exist/],
      [{ 'event-date': '2001-01-01' }, /in the past/],
      [{ 'event-time': '' }, /time is missing/],
      [{ 'event-length': '-5' }, /length/],
      [{ 'event-people': 'sam@@contoso' }, /no address that can be invited/],
      [{ 'event-people': Array.from({ length: 600 }, (_, n) => `p${n}@contoso.com`).join(', ') }, /600 people/],
      [{ 'event-title': '   ' }, /title is empty/],
    ];
    const card = bot.newestCard();
    for (const [inputs, says] of bad) expect((await bot.press('Create', { card, inputs })).text).toMatch(says);
    expect(bot.events()).toHaveLength(0);
    expect((await bot.press('Create', { card })).text).toContain('In your calendar');
  });

  it.each(['Create', 'Save'])('takes no credential for a title: %s', async (button) => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const secret = 'q7R8Q~3kLm9xT2vB6nW4yZ1cD5fG8hJ0pS-aE';
    const said = await bot.press(button, { inputs: { 'event-title': `client_secret=${secret}` } });
    expect(said.text).toContain('looks like a password, a secret or a token');
    expect(JSON.stringify(said)).not.toContain(secret);
    expect(bot.events()).toHaveLength(0);
  });

  it('takes none for a title of what is in the calendar', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const made = await bot.press('Create');
    const inputs = {
      'event-title': 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2dyYXBoIn0.c2lnbmF0dXJlc2lnbmF0dXJl',
    };
    const said = await bot.press('Save', { card: made.card!, inputs });
    expect(JSON.stringify(said)).toContain('looks like a password, a secret or a token');
    expect(subject()).toEqual(['Lunch']);
  });

  it('shows an older card as outdated, and makes nothing from it', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const old = bot.newestCard();
    const saved = await bot.press('Save', { card: old, inputs: { 'event-title': 'Brunch' } });
    expect(saved.text).toContain('Brunch');
    const pressed = await bot.press('Create', { card: old });
    expect(pressed.text).toContain('not the newest');
    expect(bot.events()).toHaveLength(0);
    await bot.press('Create', { card: saved.card! });
    expect(subject()).toEqual(['Brunch']);
  });

  it('offers the other reading, a conflict, and the next free time', async () => {
    await bot.words('review at half 3', BERLIN);
    await bot.press('Create');
    await bot.words('review at half 3', BERLIN);
    const card = bot.newestCard();
    expect(JSON.stringify(card)).toContain('You are busy then: “Review” (14:30–15:30)');
    const free = buttonsOf(card).find(({ title }) => title.includes('(free)'));
    expect(free?.title).toContain('15:30');
    const other = await bot.press('I meant 15:30', { card });
    expect(other.text).toContain('15:30–16:30');
    expect(other.text).not.toContain('busy');
    expect((await bot.press('Create', { card: other.card! })).text).toContain('In your calendar');
    expect(bot.events()).toHaveLength(2);
  });

  it('says which guest is busy, and not with what', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    await bot.press('Create');
    const ben = bot.running.sandbox.world.mailboxes[1]!;
    ben.events.push({ ...bot.events()[0]!, id: 'of-ben', subject: 'Secret talk' });
    bot.running.sandbox.world.mailboxes[0]!.events.length = 0;
    const words = await bot.words('lunch with ben@lumenworks.example tomorrow noon', BERLIN);
    expect(words).toContain('Busy then: ben@lumenworks.example.');
    expect(words).toMatch(/Take .*13:00 \(free\)/);
    expect(words).not.toContain('Secret talk');
  });

  it('takes the free time by its button', async () => {
    await bot.words('review at half 3', BERLIN);
    await bot.press('Create');
    await bot.words('review at half 3', BERLIN);
    const moved = await bot.press('Take');
    expect(moved.text).toContain('15:30–16:30');
  });

  it('asks one question, and reads the answer together with the message', async () => {
    expect(await bot.words('dentist tomorrow', BERLIN)).toContain('At what time?');
    expect(buttonsOf(bot.newestCard()).map(({ title }) => title)).not.toContain('Create');
    expect(await bot.words('3pm', BERLIN)).toMatch(/15:00–16:00/);
    await bot.press('Create');
    expect(subject()).toEqual(['Dentist']);
  });

  it('is cancelled, once and for all', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const card = bot.newestCard();
    expect((await bot.press('Cancel', { card })).text).toContain('Dropped');
    expect((await bot.press('Create', { card })).text).toContain('Dropped');
    expect(bot.events()).toHaveLength(0);
  });

  it('makes a series from its first real day, and an all-day trip', async () => {
    await bot.words('standup every tuesday 9:30', BERLIN);
    expect((await bot.press('Create')).text).toContain('every Tuesday, 5 times');
    const [series] = bot.events() as unknown as {
      recurrence: { range: { startDate: string } };
      start: { dateTime: string };
    }[];
    const { startDate } = series!.recurrence.range;
    expect(new Date(`${startDate}T00:00:00Z`).getUTCDay()).toBe(2);
    expect(series!.start.dateTime.slice(0, 10)).toBe(startDate);
    await bot.words('trip from thursday to friday', BERLIN);
    expect((await bot.press('Create')).text).toContain('2 days');
    expect(bot.events()[1]).toMatchObject({ isAllDay: true });
  });

  it('looks for conflicts of the next times of a series, too, in one call', async () => {
    await bot.words('standup every tuesday 9:30', BERLIN);
    await bot.press('Create');
    const [series] = bot.events() as unknown as { start: { dateTime: string } }[];
    const second = plusMinutes(series!.start.dateTime.slice(0, 19), 7 * 1440);
    await bot.words('lunch tomorrow noon', BERLIN);
    await bot.press('Create');
    const lunch = bot.events()[1]!;
    const at = (dateTime: string) => ({ dateTime, timeZone: 'W. Europe Standard Time' });
    (bot.events() as unknown[]).splice(0, 2, { ...lunch, start: at(second), end: at(plusMinutes(second, 60)) });
    const words = await bot.words('standup every tuesday 9:30', BERLIN);
    expect(words).toMatch(/You are busy then: “Lunch” \(Tue \d+ \w+, 09:30–10:30\)\./);
    // The first time is free: there is nothing to move.
    expect(words).not.toContain('(free)');
  });

  it('an event in another language is told so', async () => {
    expect(await bot.words('Mittagessen morgen um zwölf', BERLIN)).toContain('looks like an event in German');
  });

  it('a paste with evidence is a diagnosis and never an event', async () => {
    const understand = () => ({
      intent: 'create-event' as const,
      event: { ...NOTHING, title: { value: 'x', certainty: 'said' as const } },
    });
    const other = await startEventBot({ understand, signedIn: false });
    try {
      const words = await other.words(
        'AADSTS700016: Application not found in the directory. Timestamp: 2026-03-12 10:00',
        BERLIN,
      );
      expect(words).toContain('not known in the tenant');
    } finally {
      await other.close();
    }
  });
});

describe('the event card', () => {
  it('moves by half an hour, once a press, and back', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const made = await bot.press('Create');
    const later = await Promise.all([1, 2].map(() => bot.press('30 min later', { card: made.card! })));
    expect(later.some(({ text }) => text.includes('12:30–13:30'))).toBe(true);
    expect(bot.events()[0]).toMatchObject({ start: { dateTime: expect.stringContaining('T12:30') } });
    const earlier = await bot.press('30 min earlier', {
      card: later.find(({ text }) => text.includes('Moved.'))!.card!,
    });
    expect(earlier.text).toContain('12:00–13:00');
  });

  it('changes title and people', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const made = await bot.press('Create');
    const changed = await bot.press('Save', {
      card: made.card!,
      inputs: { 'event-title': 'Dinner', 'event-time': '19:00', 'event-people': 'ben@lumenworks.example' },
    });
    expect(changed.text).toContain('Changed.');
    expect(bot.events()[0]).toMatchObject({
      subject: 'Dinner',
      attendees: [{ emailAddress: { address: 'ben@lumenworks.example' } }],
    });
  });

  it('is undone for ten minutes and no longer', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const made = await bot.press('Create');
    bot.running.advance(11 * 60_000);
    expect((await bot.press('Undo', { card: made.card! })).text).toContain('ten minutes');
    expect(bot.events()).toHaveLength(1);
  });

  it('that was removed in Outlook is told so', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const made = await bot.press('Create');
    (bot.events() as unknown[]).length = 0;
    expect((await bot.press('30 min later', { card: made.card! })).text).toContain('no longer in your calendar');
  });
});

describe('a client without cards', () => {
  const slack = {
    channelId: 'slack',
    from: { id: 'U1:T1', name: 'Ada' },
    conversation: { id: 'B1:T1:D1', isGroup: false },
    ...BERLIN,
  };

  it('gets words, and yes, no and undo work', async () => {
    const words = await bot.words('lunch tomorrow noon', slack);
    expect(words).toContain('Reply yes to create it, no to drop it.');
    expect(await bot.words('no', slack)).toContain('Dropped');
    expect(await bot.words('yes', slack)).not.toContain('calendar');
    // In Teams, where Ada has signed in, the same words work.
    await bot.words('lunch tomorrow noon', BERLIN);
    expect(await bot.words('yes', BERLIN)).toContain('In your calendar');
    expect(await bot.words('undo', BERLIN)).toContain('Undone');
    expect(bot.events()).toHaveLength(0);
  });

  it('Action.Submit comes as a message, and its card is updated', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const create = buttonsOf(bot.newestCard()).find(({ title }) => title === 'Create')!;
    const before = bot.connector.calls.length;
    await bot.adaSays('', { value: create.data, replyToId: 'reply-7' });
    const calls = bot.connector.calls.slice(before);
    expect(calls.map(({ method }) => method)).toEqual(['PUT']);
    expect(calls[0]?.path).toContain('reply-7');
    expect(bot.events()).toHaveLength(1);
  });
});
