import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oauthCards, wordsSince } from '../sign-in/sandbox-bot.ts';
import { BERLIN, type EventBot, startEventBot } from './event-bot.ts';

let bot: EventBot;
beforeEach(async () => {
  bot = await startEventBot();
});
afterEach(() => bot.close());

/** Presses Create, and gives the words of the card and of all messages beside it. */
async function create(): Promise<string> {
  const before = bot.connector.calls.length;
  const pressed = await bot.press('Create');
  return `${pressed.text}\n${wordsSince(bot, before)}`;
}

/** As the chat does it: the fault, and a fresh sign-in where the token has to be another one. */
async function broken(cause: string, signInAgain: boolean): Promise<void> {
  await bot.words(`break ${cause}`);
  if (!signInAgain) return;
  await bot.words('sign out');
  await bot.words('sign in');
  await bot.words(await bot.codeAtPage());
}

describe('what Graph refuses is explained in the same thread', () => {
  it('a token without the permission is met at the gate, with the check that fails', async () => {
    await broken('missing-scope', true);
    await bot.words('lunch tomorrow noon', BERLIN);
    const words = await create();
    expect(words).toContain('Calendars.ReadWrite');
    expect(words).toContain('Nothing is made yet');
    expect(bot.events()).toHaveLength(0);
  });

  it('a token for another API is named as such', async () => {
    await broken('wrong-audience', true);
    await bot.words('lunch tomorrow noon', BERLIN);
    expect(await create()).toContain('was issued for Exchange Online');
  });

  it('an app-only token is named as such', async () => {
    await broken('app-only-on-me', true);
    await bot.words('lunch tomorrow noon', BERLIN);
    const words = await create();
    expect(words).toMatch(/application|app-only|without a (?:user|person)/i);
    expect(bot.events()).toHaveLength(0);
  });

  it('a mailbox that is none', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    await broken('mailbox-unavailable', false);
    const words = await create();
    expect(words).toMatch(/mailbox/i);
    expect(words).toContain('Not made.');
    await bot.words('repair');
    expect(await create()).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('too many requests, with a time to wait that does not fit into the turn', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    await broken('throttled', false);
    const words = await create();
    expect(words).toMatch(/too many requests|throttl/i);
    expect(words).toContain('Not made.');
    // What a developer does about it is not theirs to read.
    expect(words).toContain('nothing for you to repair');
    expect(words).not.toContain('$batch');
    await bot.words('repair');
    expect(await create()).toContain('In your calendar');
  });

  it('an outage: nobody knows, and the next press makes one', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    await broken('service-outage', false);
    const words = await create();
    expect(words).toContain('I do not know whether Outlook made it');
    // As long as that is so, nothing about it can be changed.
    expect((await bot.press('Save', { inputs: { 'event-title': 'x' } })).text).toContain('do not know');
    expect((await bot.press('Cancel')).text).toContain('do not know');
    await bot.words('repair');
    expect(await create()).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('an expired secret, once the token has to be renewed', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    await broken('client-secret-expired', false);
    bot.running.advance(61 * 60_000);
    expect(await create()).toMatch(/client secret .*expired/i);
    await bot.words('repair');
    expect(await create()).toContain('In your calendar');
  });

  it('Conditional Access that blocks the renewal of the token', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    await broken('conditional-access-blocked', false);
    bot.running.advance(61 * 60_000);
    expect(await create()).toContain('Conditional Access');
    expect(bot.events()).toHaveLength(0);
    await bot.words('repair');
    expect(await create()).toContain('In your calendar');
  });

  it('a session that Graph ended leads to one sign-in, after which the draft goes on', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    bot.running.advance(3_000);
    await broken('cae-challenge', false);
    bot.running.advance(3_000);
    const before = oauthCards(bot).length;
    const words = await create();
    expect(words).toContain('goes on by itself');
    expect(oauthCards(bot)).toHaveLength(before + 1);
    expect(await bot.words(await bot.codeAtPage())).toContain('In your calendar');
    expect(bot.events()).toHaveLength(1);
  });

  it('a challenge that no sign-in meets ends with its diagnosis, and no further card', async () => {
    await bot.words('lunch tomorrow noon', BERLIN);
    const { world } = bot.running.sandbox;
    world.graph.claimsChallengeBefore = bot.running.now() + 3_600_000;
    await create();
    const cards = oauthCards(bot).length;
    const words = await bot.words(await bot.codeAtPage());
    expect(words).toContain('Not made.');
    expect(oauthCards(bot)).toHaveLength(cards);
  });

  it('a calendar that cannot be looked into does not stand in the way of the draft', async () => {
    await broken('throttled', false);
    const words = await bot.words('lunch tomorrow noon', BERLIN);
    expect(words).toContain('Lunch');
    expect(words).toContain('I could not look into your calendar');
  });
});
