import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oauthCards, type SandboxBot, startSandboxBot, wordsSince } from './sandbox-bot.ts';

let bot: SandboxBot;
beforeEach(async () => {
  bot = await startSandboxBot();
});
afterEach(() => bot.close());

async function signedIn(): Promise<void> {
  await bot.adaSays('sign in');
  await bot.adaSays(await bot.codeAtPage());
}

/** What a message led to, as one text. */
async function words(text: string, more: Record<string, unknown> = {}): Promise<string> {
  const before = bot.connector.calls.length;
  await bot.adaSays(text, more);
  return wordsSince(bot, before);
}

describe('the sandbox from the chat', () => {
  it('breaks, lists, repairs, and the check says each', async () => {
    await signedIn();
    expect(await words('break wrong audience')).toContain('Broken:');
    expect(await words('faults')).toContain('wrong-audience');
    await words('sign out');
    await signedIn();
    expect(await words('check my sign-in')).toContain('was issued for Exchange Online');
    expect(await words('repair')).toContain('Repaired: wrong-audience');
    expect(await words('repair')).toContain('Nothing is broken');
    expect(await words('break nonsense')).toContain('no such fault');
    await words('sign out');
    await signedIn();
    expect(await words('check my sign-in')).toContain('Your sign-in works');
  });

  it('a permission that the connection does not ask for leads to one report, and to no card', async () => {
    await signedIn();
    await words('break missing-scope');
    bot.running.advance(61 * 60_000);
    const report = await words('check my sign-in');
    expect(report.match(/Does not work/g)).toHaveLength(1);
    expect(report).toContain('The token lacks Calendars.ReadWrite.');
    expect(report).toContain('The app’s developer can fix this.');
    expect(report).toContain('The OAuth connection of the Azure Bot has to ask for it, too');
    expect(oauthCards(bot)).toHaveLength(1);
    expect(await words('sign in')).toContain('You are signed in.');
  });

  it('an expired secret is said when the grant cannot be renewed; mended, the grant is good again', async () => {
    await signedIn();
    await words('break client-secret-expired');
    bot.running.advance(61 * 60_000);
    expect(await words('check my sign-in')).toMatch(/client secret .*expired/i);
    expect(await words('who am i')).toContain('Found 7000222.');
    await words('repair');
    expect(await words('check my sign-in')).toContain('Your sign-in works');
    expect(oauthCards(bot)).toHaveLength(1);
  });
});

describe('a session that Graph ended', () => {
  it('by a challenge: a sign-out, one card with a word on MSAL; after the sign-in the check runs by itself', async () => {
    await signedIn();
    bot.running.advance(3_000);
    await words('break cae-challenge');
    // The token service renews what it has: the challenge is about the sign-in, not about the token.
    bot.running.advance(3_000);
    const report = await words('check my sign-in');
    expect(report).toMatch(/refused your profile .*with 401/);
    expect(report).toContain('asks for a fresh or a stronger sign-in');
    expect(report).toContain('may have to choose the MSAL way');
    expect(oauthCards(bot)).toHaveLength(2);
    expect(await words('who am i')).toContain('not signed in');
    expect(await words(await bot.codeAtPage())).toContain('Your sign-in works');
    expect(oauthCards(bot)).toHaveLength(2);
    expect(await words('check my sign-in')).toContain('Your sign-in works');
    expect(oauthCards(bot)).toHaveLength(2);
  });

  it('by an administrator: the card says that it was revoked, and nothing of MSAL', async () => {
    await signedIn();
    bot.running.advance(3_000);
    const { world } = bot.running.sandbox;
    world.people[0]!.sessionsValidFrom = Math.ceil(bot.running.now() / 1000);
    bot.running.advance(3_000);
    const report = await words('check my sign-in');
    expect(report).toContain('Your sign-in was revoked');
    expect(report).not.toContain('MSAL way');
    expect(oauthCards(bot)).toHaveLength(2);
    expect(await words(await bot.codeAtPage())).toContain('Your sign-in works');
  });

  it('that a sign-in does not mend leads to no second card by itself', async () => {
    await signedIn();
    const { world } = bot.running.sandbox;
    world.graph.claimsChallengeBefore = bot.running.now() + 3_600_000;
    await words('check my sign-in');
    expect(oauthCards(bot)).toHaveLength(2);
    await words(await bot.codeAtPage());
    expect(oauthCards(bot)).toHaveLength(2);
  });
});

describe('clients that cannot update a message', () => {
  it('Slack gets one message, in words, also without an object id', async () => {
    const slack = {
      channelId: 'slack',
      from: { id: 'U1:T1', name: 'Ada' },
      conversation: { id: 'B1:T1:D1', isGroup: false },
    };
    await words('sign in', slack);
    expect(oauthCards(bot)).toHaveLength(1);
    // Azure's Slack channel turns the card into its own; the link is the service's.
    const link = await linkOf('U1:T1', 'slack');
    const { codeOn, walkThroughSignIn } = await import('../../identity/msal/browser-walk.ts');
    await words(codeOn(await walkThroughSignIn(link, bot.running.sandbox.world.people[0]!)), slack);
    const before = bot.connector.calls.length;
    const said = await bot.adaSays('check my sign-in', slack);
    expect(bot.connector.calls.length - before).toBe(1);
    expect(said[0]?.card).toBeUndefined();
    expect(said[0]?.text).toContain('Your sign-in works');
    expect(said[0]?.text).toContain('Slack does not say who you are in Entra ID');
  });

  it('expected replies hold one report', async () => {
    await signedIn();
    const { body } = await bot.post({
      ...ADA_IN_CHAT(),
      text: 'check my sign-in',
      deliveryMode: 'expectReplies',
    });
    const { activities } = body as { activities: unknown[] };
    expect(activities).toHaveLength(1);
    expect(JSON.stringify(activities)).toContain('Your sign-in works');
  });

  it('a client that refuses the update gets the report as a new message', async () => {
    await signedIn();
    bot.connector.refuse(({ method }) => method === 'PUT', 501);
    const before = bot.connector.calls.length;
    await words('check my sign-in');
    const posts = bot.connector.calls.slice(before).filter(({ method }) => method === 'POST');
    expect(JSON.stringify(posts.at(-1)?.body)).toContain('Your sign-in works');
  });
});

function ADA_IN_CHAT(): Record<string, unknown> {
  const ada = bot.running.sandbox.world.people[0]!;
  return {
    from: { id: '29:ada', name: ada.displayName, aadObjectId: ada.oid },
    conversation: { id: 'ada-chat', conversationType: 'personal', tenantId: ada.tenantId },
  };
}

async function linkOf(userId: string, channelId: string): Promise<string> {
  const state = { connectionName: 'graph', conversation: { user: { id: userId }, channelId } };
  const encoded = Buffer.from(JSON.stringify(state)).toString('base64');
  const { origin } = bot.running.sandbox;
  const response = await fetch(`${origin}/token-service/api/botsignin/GetSignInResource?state=${encoded}`);
  return ((await response.json()) as { signInLink: string }).signInLink;
}
