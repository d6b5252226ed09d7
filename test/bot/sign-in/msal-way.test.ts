import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../../../src/graph/graph-client.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { createMsalFixture, type MsalFixture } from '../../identity/msal/msal-fixture.ts';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';
import { asAda, wordsSince } from './sandbox-bot.ts';

let msal: MsalFixture;
let bot: BotUnderTest;
beforeEach(async () => {
  msal = await createMsalFixture();
  const { sandbox, now } = msal;
  const fetch = sandboxTransport({ world: sandbox.world, origin: sandbox.origin, entra: sandbox.entra });
  const graph = createGraph({ fetch, now });
  bot = await startBotUnderTest({ now, sandbox: sandbox.control, signIn: () => ({ by: msal.signIn, graph }) });
});
afterEach(async () => {
  await bot.close();
  await msal.dispose();
});

/** What Ada says, and what a person reads of the answer. */
async function words(text: string): Promise<string> {
  const before = bot.connector.calls.length;
  await bot.say(text, asAda(msal.sandbox.world.people[0]!));
  return wordsSince(bot, before);
}

/** The link on the newest card. */
function link(): string {
  const all = JSON.stringify(bot.connector.calls.map(({ body }) => body));
  return (
    /"(?:url|value)":"(http:\/\/localhost:\d+\/auth\/start\?[^"]+)"/g.exec(
      all.slice(all.lastIndexOf('/auth/start') - 60),
    )?.[1] ?? ''
  );
}

function codeAtPage(): Promise<string> {
  return msal.completeAtPage(link(), msal.sandbox.world.people[0]!);
}

describe('signing in in the chat, by MSAL', () => {
  it('check, card, page, code, green report', async () => {
    expect(await words('check my sign-in')).toContain('Sign in with Microsoft');
    expect(await words(await codeAtPage())).toContain('Your sign-in works');
    expect(await words('who am I')).toContain('You are signed in as ada@');
    expect(await words('sign out')).toContain('Signed out');
    expect(await words('who am I')).toContain('not signed in');
  });

  it('wrong codes are counted and the sign-in ends', async () => {
    await words('sign in');
    const code = await codeAtPage();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(await words(wrong)).toContain('You have 4 tries left');
    for (const _ of [1, 2, 3]) await words(wrong);
    expect(await words(wrong)).toContain('one wrong code too many');
    expect(await words(code)).toContain('no sign-in of yours waits');
    expect(await words('who am i')).toContain('not signed in');
  });

  it('a grant that cannot be renewed leads to one report and one card, though its token still works', async () => {
    await words('sign in');
    await words(await codeAtPage());
    const first = link();
    await words('break refresh-token-expired');
    msal.advance(3_000);
    const report = await words('check my sign-in');
    expect(report.match(/Does not work/g)).toHaveLength(1);
    expect(report).toContain('Sign in again with the message below');
    const second = link();
    expect(second).not.toBe(first);
    // So does whoever asks to sign in.
    expect(await words('sign in')).toContain('Your sign-in has run out');
    expect(link()).not.toBe(second);
    await words('repair');
    expect(await words(await codeAtPage())).toContain('Your sign-in works');
    expect(await words('sign in')).toContain('You are signed in.');
  });

  it('a claims challenge leads to one card that carries the claims, and no loop', async () => {
    await words('sign in');
    await words(await codeAtPage());
    msal.advance(3_000);
    await words('break cae-challenge');
    msal.advance(3_000);
    const before = link();
    // Somebody who does not sign in at once reads the same again, though the token was renewed meanwhile.
    for (const _ of [1, 2]) {
      const report = await words('check my sign-in');
      expect(report).toMatch(/refused your profile .*with 401/);
      expect(report.match(/asks for a fresh or a stronger sign-in/g)).toHaveLength(1);
      expect(report).not.toContain('MSAL way');
    }
    expect(link()).not.toBe(before);
    expect(await words(await codeAtPage())).toContain('Your sign-in works');
    const after = link();
    expect(await words('check my sign-in')).toContain('Your sign-in works');
    expect(link()).toBe(after);
  });
});
