import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotUnderTest } from '../bot-under-test.ts';
import { ADELE, BEN, CHLOE, CONDITIONAL_ACCESS, MEGAN, post, ROOM, SAM, startDeskBot } from './desk-bot.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startDeskBot();
});
afterEach(() => bot.close());

const APPS = [1, 2, 3, 4, 5].map((digit) => `${String(digit).repeat(8)}-2222-4333-8444-555555555555`);

// Here and not beside the other tests of the desk: the SDK repeats what a channel answered with 503, for ten seconds.
describe('a burst that the channel did not take', () => {
  it('is called out with the next report, and those before are answered all the same', async () => {
    const inChannel = ({ method, path }: { method: string; path: string }): boolean =>
      method === 'POST' && path === `/v3/conversations/${ROOM}/activities`;
    bot.connector.refuse(inChannel, 503);
    const people = [BEN, CHLOE, SAM, MEGAN, ADELE, { id: '29:rosa', name: 'Rosa' }];
    for (const [index, person] of people.entries())
      await post(bot, person, CONDITIONAL_ACCESS(APPS[index % APPS.length]), `m${index}`);
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
    bot.connector.recover();
    const before = bot.connector.messagesTo(ROOM).length;
    await post(bot, { id: '29:tim', name: 'Tim' }, CONDITIONAL_ACCESS(APPS[0]), 'm9');
    expect(JSON.stringify(bot.connector.messagesTo(ROOM).slice(before))).toContain('Probable outage');
  });
});
