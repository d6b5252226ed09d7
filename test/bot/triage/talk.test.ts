import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotUnderTest } from '../bot-under-test.ts';
import { BEN, CHLOE, DESK, post, SECRET_EXPIRED, startDeskBot, tell } from './desk-bot.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startDeskBot();
});
afterEach(() => bot.close());

const caseOf = (number: number) => bot.store.triage.readCase(DESK, number);

describe('talk about failures in the channel', () => {
  it.each([
    'we had AADSTS50011 last week, it was the trailing slash',
    'HD-4711 closed: AADSTS50126, user had caps lock on',
    'stats: 40x AADSTS50126, 20x AADSTS50053 last week',
    'From Monday a Conditional Access policy blocks sign-ins from unmanaged devices.',
    'SigninLogs | where ResultType == 50011 | summarize count()',
    'case "consent_required":\n  return signIn();',
  ])('is left alone: %s', async (text) => {
    expect(await post(bot, BEN, text, 'm1')).toEqual([]);
    expect(await caseOf(1)).toBeUndefined();
  });

  it('is answered where the bot is named', async () => {
    expect(await tell(bot, BEN, 'and AADSTS50105? what about that one', 'm1')).toHaveLength(1);
  });

  it('is a report where somebody meets it now', async () => {
    expect(await post(bot, BEN, 'I get AADSTS50105 when I open the portal', 'm1')).toHaveLength(1);
    expect(await caseOf(1)).toMatchObject({ cause: 'user-not-assigned' });
  });

  it('makes no failure together with what the same person says next', async () => {
    await post(bot, BEN, 'if a user sends you AADSTS50034, check the spelling first', 'm1');
    expect(await post(bot, BEN, 'what is the difference between 401 and 403?', 'm2', 'm1')).toEqual([]);
    expect(await caseOf(1)).toBeUndefined();
  });
});

describe('reports that name no app', () => {
  const reports = async (text: string) => {
    await post(bot, BEN, text, 'm1');
    await post(bot, CHLOE, text, 'm2');
    return [(await caseOf(1))?.incident, (await caseOf(2))?.incident];
  };

  it('are no incident where the fault lies in one app: nobody knows that it is the same', async () => {
    const text =
      "AADSTS50011: The redirect URI 'https://a.example/cb' specified in the request does not match the redirect URIs configured.";
    expect(await reports(text)).toEqual([null, null]);
  });

  it('are one where it lies in the tenant', async () => {
    const text =
      'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.';
    expect(await reports(text)).toEqual([1, 1]);
  });
});

describe('who names the bot below somebody’s report', () => {
  it.each([['me too'], ['+1'], ['same error here'], ['still not working']])(
    '«%s» is told how to be counted, and what the thread is about',
    async (words) => {
      await post(bot, BEN, SECRET_EXPIRED(), 'm1');
      const [said] = await tell(bot, CHLOE, words, 'm1');
      expect(said?.text).toMatch(
        /^This thread is about case 1, open: The client secret .* then you are counted, and told\./,
      );
    },
  );

  it('and asks for the code is told where the card has it', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    const [said] = await tell(bot, BEN, 'show me the code in java', 'm1');
    expect(said?.text).toMatch(/^“Show the fix” on the card of case 1 has the steps, and the code/);
  });
});
