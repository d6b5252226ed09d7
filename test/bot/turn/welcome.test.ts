import { afterEach, beforeEach, expect, it } from 'vitest';
import { ANNA, BOT, type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

const added = { type: 'installationUpdate', action: 'add' };
const joined = { type: 'conversationUpdate', membersAdded: [BOT, ANNA], channelData: {} };

it('welcomes once, with a sample to try, however often the installation is announced', async () => {
  await Promise.all([bot.post(added), bot.post(joined)]);
  await bot.post(added);
  await bot.post(joined);
  expect(bot.connector.calls).toHaveLength(1);
  expect(JSON.stringify(bot.connector.calls[0]?.body)).toContain('401 Unauthorized');
});

it('welcomes again after the bot was removed', async () => {
  await bot.post(added);
  await bot.post({ type: 'installationUpdate', action: 'remove' });
  await bot.post(added);
  expect(bot.connector.calls).toHaveLength(2);
});

it('welcomes nobody else, and not after an upgrade', async () => {
  await bot.post({ ...joined, membersAdded: [ANNA] });
  await bot.post({ type: 'installationUpdate', action: 'add-upgrade' });
  expect(bot.connector.calls).toEqual([]);
});

it('tries again where the welcome could not be delivered', async () => {
  bot.connector.refuse(() => true, 403);
  await bot.post(added);
  bot.connector.recover();
  await bot.post(joined);
  expect(bot.connector.messagesTo('anna-chat').length).toBe(2);
});
