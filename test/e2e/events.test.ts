import { describe, expect, it } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { inPlayground } from './in-playground.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { signInFrom } from './sign-in-tab.ts';

const MADE = 'In your calendar.';

/** What stops a creation at the gate, what the person then reads, and who has to act. */
const BROKEN = [
  { fault: 'missing-scope', says: /The token lacks Calendars\.ReadWrite\./, owner: 'The app’s developer' },
  {
    fault: 'client-secret-expired',
    says: /The client secret of the app \S+ has expired\./,
    owner: 'The app’s developer',
  },
  { fault: 'conditional-access-blocked', says: /Conditional Access policy/, owner: 'An administrator of the tenant' },
] as const;

describe.skipIf(chromiumPath === undefined)('a person who makes events', () => {
  let chat: PlaygroundPage;
  inPlayground((opened) => {
    chat = opened;
  });

  it('signs in first, and the lunch goes on by itself', async () => {
    await chat.ask('my time zone is Europe/Berlin', 'Noted: your time zone is Europe/Berlin.');
    const draft = await chat.ask('lunch tomorrow at noon', /lunch/i);
    expect(draft).toContain('12:00–13:00, Berlin time, tomorrow');
    await chat.picture('events-01-draft');
    await chat.press('Create');
    await chat.answer('this goes on by itself');
    await chat.picture('events-02-sign-in-first');
    const code = await signInFrom(chat, 'events-sign-in');
    const made = await chat.ask(code!, MADE);
    expect(made).toContain('12:00–13:00');
    await chat.answer('In your calendar: see my newer message.');
    await chat.picture('events-03-made');
  });

  it('moves it, undoes it, and sees the day', async () => {
    await chat.press('30 min later');
    await chat.answer('12:30–13:30');
    await chat.picture('events-04-moved');
    expect(await chat.ask('tomorrow', /lunch/i)).toContain('12:30–13:30');
    await chat.picture('events-05-tomorrow');
    await chat.press('Undo');
    await chat.answer('Undone: it is out of your calendar.');
    expect(await chat.ask('tomorrow', 'Tomorrow,')).toContain('Nothing is in your calendar tomorrow.');
  });

  it('changes a draft in the card', async () => {
    await chat.ask('review tomorrow at 10:00', /review/i);
    await chat.press('Change');
    await chat.picture('events-06-change');
    await chat.fill('Title', 'Quarterly review');
    await chat.press('Create');
    await chat.answer(MADE);
    expect(await chat.ask('tomorrow', 'Quarterly review')).toContain('10:00–11:00');
    await chat.picture('events-07-changed');
  });

  it('plans a weekly standup in one sentence', async () => {
    await chat.reload();
    const draft = await chat.ask('weekly standup every monday at 9:30 for 15 min on teams', /standup/i);
    expect(draft).toContain('09:30–09:45');
    expect(draft).toMatch(/every Monday/i);
    await chat.picture('events-10-standup-draft');
    await chat.press('Create');
    await chat.answer(MADE);
    expect(await chat.lastCard()).toMatch(/every Monday/i);
    await chat.picture('events-11-standup');
  });

  it('plans a trip of whole days', async () => {
    await chat.reload();
    const draft = await chat.ask('trip to Oslo next wednesday to friday, all day', /Oslo/);
    expect(draft).toContain('3 days');
    await chat.picture('events-12-trip-draft');
    await chat.press('Create');
    await chat.answer(MADE);
    await chat.picture('events-13-trip');
  });

  it.each(BROKEN)(
    'is stopped by $fault, reads why, and goes on with the same draft',
    async ({ fault, says, owner }) => {
      await chat.reload();
      await chat.ask(`break ${fault}`, /Broken:|broken already:/);
      await chat.ask('design review tomorrow at 14:00', /design review/i);
      // Who has to act comes with the end of the report.
      expect(await chat.pressFor('Create', owner)).toMatch(says);
      await chat.picture(`events-20-${fault}`);
      await chat.ask('repair', 'Repaired:');
      await chat.press('Create');
      await chat.answer(MADE);
      await chat.picture(`events-21-${fault}-mended`);
    },
  );

  it.each([
    ['mailbox-unavailable', /no usable Exchange Online mailbox/i],
    ['throttled', /too many requests/i],
    ['service-outage', /failed by itself|unavailable/i],
  ])('reads why nothing was made: %s', async (fault, says) => {
    await chat.ask(`break ${fault}`, /Broken:|broken already:/);
    await chat.ask('planning tomorrow at 16:00', /planning/i);
    await chat.pressFor('Create', says);
    await chat.picture(`events-08-${fault}`);
    await chat.ask('repair', 'Repaired:');
  });
});
