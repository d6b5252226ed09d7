import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotUnderTest } from '../bot-under-test.ts';
import { BEN, buttonsOf, CHLOE, DESK, post, SAM, SECRET_EXPIRED, startDeskBot, updates } from './desk-bot.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startDeskBot();
});
afterEach(() => bot.close());

describe('the same failure of several people', () => {
  it('becomes one incident, in the card of the first', async () => {
    const [first] = await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    expect(first?.summary).toContain('expired');
    bot.pass(10 * 60_000);
    const [second, ...more] = await post(bot, CHLOE, `we cannot sign in: ${SECRET_EXPIRED()}`, 'm2');
    expect(more).toEqual([]);
    expect(JSON.stringify(second?.card)).toContain('Same as incident 1: 2 people since 09:00 UTC, open.');
    const [link] = buttonsOf(second?.card).filter(({ url }) => url?.includes('/l/message/'));
    expect(link?.url).toBe(
      'https://teams.microsoft.com/l/message/19%3Ahelpdesk%40thread.tacv2/m1?tenantId=tenant-1&groupId=group-1&parentMessageId=m1&createdTime=m1',
    );
    await post(bot, SAM, SECRET_EXPIRED(), 'm3');
    const incident = await bot.store.triage.readIncident(DESK, 1);
    const card = (await updates(bot)).get(incident?.card ?? '');
    expect(JSON.stringify(card?.card)).toContain('3 people since 09:00 UTC, likely app-wide');
    expect(JSON.stringify(card?.card)).toContain('reported by Ben Okafor, Chloe Tan and Sam Reed');
  });
});
