import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { understand } from '../../../src/calendar/understand.ts';
import { BERLIN, type EventBot, startEventBot } from './event-bot.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot({ understand });
});
afterEach(() => bot.close());

describe('several events in one message', () => {
  it('each gets a draft of its own, and says so', async () => {
    const words = await bot.words('dentist tomorrow 9am and vet in 3 days at 4pm', BERLIN);
    expect(words).toMatch(/Dentist[\s\S]*more than one event[\s\S]*Vet[\s\S]*more than one event/);
    const newest = bot.newestCard();
    expect(JSON.stringify(newest)).toContain('Vet');
    expect((await bot.press('Create')).text).toContain('In your calendar.');
    expect(bot.events()).toHaveLength(1);
  });

  it('the other is asked about where it is unclear', async () => {
    const words = await bot.words("lunch with Sam tomorrow 12:30 and Kim's review in 5 days", BERLIN);
    expect(words).toMatch(/Lunch with Sam[\s\S]*At what time/);
  });

  it('one event says nothing of others', async () => {
    expect(await bot.words('dentist tomorrow 9am', BERLIN)).not.toContain('more than one event');
  });

  it('a yes makes none before it is said which one', async () => {
    await bot.words('dentist tomorrow 9am and vet in 3 days at 4pm', BERLIN);
    const asked = await bot.words('yes', BERLIN);
    expect(asked).toMatch(/Which one\? 2 events[\s\S]*1\. Dentist: [\s\S]*2\. Vet: /);
    expect(bot.events()).toHaveLength(0);
    expect(await bot.words('the first one', BERLIN)).toMatch(/In your calendar[\s\S]*Dentist/);
    expect(bot.events().map(({ subject }) => subject)).toEqual(['Dentist']);
    // One is left: a plain yes is clear.
    expect(await bot.words('yes', BERLIN)).toMatch(/In your calendar[\s\S]*Vet/);
  });

  it.each([['all'], ['yes, both'], ['create all of them']])('%s makes each of them', async (words) => {
    await bot.words('dentist tomorrow 9am and vet in 3 days at 4pm', BERLIN);
    await bot.words(words, BERLIN);
    expect(bot.events().map(({ subject }) => subject)).toEqual(['Dentist', 'Vet']);
  });

  it('one is chosen by its name', async () => {
    await bot.words('dentist tomorrow 9am and vet in 3 days at 4pm', BERLIN);
    await bot.words('create the dentist', BERLIN);
    expect(bot.events().map(({ subject }) => subject)).toEqual(['Dentist']);
  });

  it('a no drops each of them', async () => {
    await bot.words('dentist tomorrow 9am and vet in 3 days at 4pm', BERLIN);
    expect(await bot.words('no', BERLIN)).toMatch(/Dropped[\s\S]*Dentist[\s\S]*Dropped[\s\S]*Vet/);
    await bot.words('yes', BERLIN);
    expect(bot.events()).toHaveLength(0);
  });

  it('two messages are two matters: yes is about the newer one', async () => {
    await bot.words('dentist tomorrow 9am', BERLIN);
    await bot.words('vet in 3 days at 4pm', BERLIN);
    await bot.words('yes', BERLIN);
    expect(bot.events().map(({ subject }) => subject)).toEqual(['Vet']);
  });

  it('of a list the first five are drafted and the rest is told', async () => {
    const lines = [
      'Mon 9am planning',
      'Tue 2pm retro',
      'Wed 4pm demo',
      'Thu 9am sync',
      'Fri 2pm review',
      'Sat 4pm party',
    ];
    const words = await bot.words(lines.join('\n'), BERLIN);
    expect(words).toMatch(/Review[\s\S]*“Sat 4pm party”, I made nothing/);
  });
});
