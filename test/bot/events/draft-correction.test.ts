import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correctionWords } from '../../../src/bot/events/draft-correction.ts';
import { understand } from '../../../src/calendar/understand.ts';
import { BERLIN, type EventBot, startEventBot } from './event-bot.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot({ understand });
});
afterEach(() => bot.close());

describe('words that correct the draft just shown', () => {
  it.each([
    ['no, make it 4', /16:00–16:45/],
    ['sorry, i meant 10:30', /10:30–11:15/],
    ['make it 90 minutes', /15:00–16:30/],
    ['actually 4 to 6 pm', /16:00–18:00/],
    ['at 5 instead', /17:00–17:45/],
    ['no, make it 4 for 90 minutes', /16:00–17:30/],
    ['make it 10:30 for an hour', /10:30–11:30/],
  ])('%s', async (correction, shown) => {
    await bot.words('review with the board tomorrow at 3pm for 45 minutes', BERLIN);
    const words = await bot.words(correction, BERLIN);
    expect(words).toMatch(shown);
    expect(words).toContain('Review');
    expect(bot.events()).toHaveLength(0);
  });

  it('another day keeps the hour, and what is created is the corrected one', async () => {
    await bot.words('dentist tomorrow at 9am', BERLIN);
    expect(await bot.words('no, make it in 3 days', BERLIN)).toContain('09:00');
    expect((await bot.press('Create')).text).toContain('In your calendar.');
    expect(bot.events()).toHaveLength(1);
  });

  it.each([["sorry, i can't sign in since 9"], ['actually the vpn is down since 3pm'], ['no, Bo is at 4']])(
    '%s is about something else',
    async (words) => {
      await bot.words('dentist tomorrow at 9am', BERLIN);
      expect(await bot.words(words, BERLIN)).not.toContain('Dentist');
    },
  );

  it('says nothing of a draft where there is none', async () => {
    expect(await bot.words('no, make it 4', BERLIN)).not.toContain('16:00');
  });

  it.each([['tomorrow'], ['at 3pm'], ['no'], ['no thanks'], ['yes'], ['make it'], ['what about friday?']])(
    '%s corrects nothing',
    (words) => {
      const read = correctionWords(words);
      expect(read === null || !/\d|day/.test(read)).toBe(true);
    },
  );
});
