import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../../../src/graph/graph-client.ts';
import { sandboxTransport } from '../../../src/sandbox/client-transport.ts';
import { createMsalFixture, type MsalFixture } from '../../identity/msal/msal-fixture.ts';
import { type BotUnderTest, startBotUnderTest } from '../bot-under-test.ts';
import { asAda, oauthCards, wordsSince } from './sandbox-bot.ts';

let msal: MsalFixture;
let bot: BotUnderTest;
beforeEach(async () => {
  msal = await createMsalFixture();
  const graph = createGraph({ fetch: sandboxTransport(msal.sandbox), now: msal.now });
  bot = await startBotUnderTest({ now: msal.now, signIn: () => ({ by: msal.signIn, graph }) });
});
afterEach(async () => {
  await bot.close();
  await msal.dispose();
});

const ada = () => msal.sandbox.world.people[0]!;

async function words(text: string, more: Record<string, unknown> = {}): Promise<string> {
  const before = bot.connector.calls.length;
  await bot.say(text, { ...asAda(ada()), ...more });
  return wordsSince(bot, before);
}

function exchange(value: unknown): Promise<{ status: number; body: unknown }> {
  return bot.post({ ...asAda(ada()), type: 'invoke', name: 'signin/tokenExchange', value });
}

/** What Teams' client does with a card: it gets a token for the resource of the card, and sends it with its id. */
async function teamsExchange(): Promise<Record<string, unknown>> {
  const card = oauthCards(bot).at(-1)!;
  const answer = await msal.sandbox.entra.teamsToken({ person: ada(), resource: card.tokenExchangeResource!.uri });
  if (answer.kind !== 'token') throw new Error(answer.message);
  return { id: card.tokenExchangeResource!.id, token: answer.token, connectionName: card.connectionName };
}

/** Requests to the token endpoint since `from`. */
function tokenRequests(from = 0): number {
  return (
    msal.sandbox.recent.list().filter(({ method, path }) => method === 'POST' && path.includes('/oauth2/v2.0/token'))
      .length - from
  );
}

describe('Teams SSO, by MSAL', () => {
  it('all clients of a person share one exchange, and the sign-in completes once', async () => {
    await words('sign in');
    const value = await teamsExchange();
    const [asked, before] = [tokenRequests(), bot.connector.calls.length];
    const answers = await Promise.all([1, 2, 3].map(() => exchange(value)));
    for (const answer of answers) {
      expect(answer).toEqual({
        status: 200,
        body: { id: value.id, connectionName: value.connectionName, failureDetail: null },
      });
    }
    expect(tokenRequests(asked)).toBe(1);
    expect(wordsSince(bot, before).match(/You are signed in/g)).toHaveLength(1);
    expect(await words('who am i')).toContain('You are signed in as ada@');
    // A client that wakes up later.
    expect((await exchange(value)).status).toBe(200);
    expect(tokenRequests(asked)).toBe(1);
  });

  it('leads to the check that the sign-in was for, and the grant renews itself', async () => {
    await words('check my sign-in');
    const before = bot.connector.calls.length;
    await exchange(await teamsExchange());
    expect(wordsSince(bot, before)).toContain('Your sign-in works');
  });

  it('412 with the reason where Entra ID refuses, and the link of the card still works', async () => {
    await words('sign in');
    const card = oauthCards(bot).at(-1)!;
    const good = await teamsExchange();
    const before = bot.connector.calls.length;
    msal.advance(2 * 3_600_000);
    const { status, body } = await exchange(good);
    expect(status).toBe(412);
    expect(body).toMatchObject({ id: good.id, failureDetail: expect.stringMatching(/\w/) });
    expect(JSON.stringify(body)).not.toContain(String(good.token).split('.')[1]);
    expect(bot.connector.calls).toHaveLength(before);
    msal.advance(-2 * 3_600_000);
    const code = await msal.completeAtPage(card.buttons[0]!.value, ada());
    expect(await words(code)).toContain('You are signed in');
  });

  it('another connection is none of ours: 400', async () => {
    await words('sign in');
    expect((await exchange({ ...(await teamsExchange()), connectionName: 'graph' })).status).toBe(400);
    expect(await words('who am i')).toContain('not signed in');
  });

  it('the assertion of somebody else binds nothing', async () => {
    await words('sign in');
    const resource = oauthCards(bot).at(-1)!.tokenExchangeResource!.uri;
    const other = await msal.sandbox.entra.teamsToken({ person: msal.sandbox.world.people[1]!, resource });
    if (other.kind !== 'token') throw new Error(other.message);
    expect((await exchange({ ...(await teamsExchange()), token: other.token })).status).toBe(412);
    expect(await words('who am i')).toContain('not signed in');
  });

  it('from a team channel the card goes to the personal chat, with the same silent way', async () => {
    const mention = { type: 'mention', text: '<at>why401</at>', mentioned: { id: '28:bot', name: 'why401' } };
    await words('<at>why401</at> sign in', {
      conversation: { id: 'team-1', conversationType: 'channel', isGroup: true, tenantId: ada().tenantId },
      entities: [mention],
    });
    expect(JSON.stringify(bot.connector.messagesTo('team-1'))).not.toContain('tokenExchangeResource');
    expect(JSON.stringify(bot.connector.messagesTo('private-29:ada'))).toContain('tokenExchangeResource');
  });

  it.each(['slack', 'webchat'])('on %s, which has no silent way, the card has the link alone', async (channelId) => {
    expect(await words('sign in', { channelId })).toContain('Sign in with Microsoft');
    expect(oauthCards(bot)).toHaveLength(0);
  });

  it('a claims challenge wants the person: the card has the link alone', async () => {
    await words('sign in');
    await exchange(await teamsExchange());
    msal.advance(3_000);
    msal.sandbox.world.graph.claimsChallengeBefore = msal.now();
    msal.advance(3_000);
    const cards = oauthCards(bot).length;
    expect(await words('check my sign-in')).toContain('Sign in with Microsoft');
    expect(oauthCards(bot)).toHaveLength(cards);
  });
});

it('without an identifier URI nothing silent is offered', async () => {
  msal.sandbox.world.connection.tokenExchangeUrl = '';
  const invitation = await msal.signIn.invite(msal.asPerson(0).person);
  expect(invitation).not.toHaveProperty('tokenExchangeResource');
});
