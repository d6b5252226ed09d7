import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import { asAda, oauthCards, rawSince, type SandboxBot, startSandboxBot, wordsSince } from './sandbox-bot.ts';

let bot: SandboxBot;
beforeEach(async () => {
  bot = await startSandboxBot();
});
afterEach(() => bot.close());

const ada = (): Record<string, unknown> => asAda(bot.running.sandbox.world.people[0]!);

function invoke(name: string, value: unknown): Promise<{ status: number; body: unknown }> {
  return bot.post({ ...ada(), type: 'invoke', name: `signin/${name}`, value });
}

async function assertion(): Promise<string> {
  const { entra, world } = bot.running.sandbox;
  const answer = await entra.teamsToken({ person: world.people[0]!, resource: world.connection.tokenExchangeUrl });
  if (answer.kind !== 'token') throw new Error(answer.message);
  return answer.token;
}

/** Requests that the token service was asked to exchange. */
function exchanges(): number {
  return bot.running.sandbox.recent.list().filter(({ path }) => path.includes('exchange')).length;
}

describe('signin/tokenExchange', () => {
  it('all clients of a person share one exchange, and the sign-in completes once', async () => {
    await bot.adaSays('sign in');
    const value = {
      id: oauthCards(bot)[0]!.tokenExchangeResource!.id,
      token: await assertion(),
      connectionName: 'graph',
    };
    const before = bot.connector.calls.length;
    const answers = await Promise.all([1, 2, 3].map(() => invoke('tokenExchange', value)));
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body).toEqual({ id: value.id, connectionName: 'graph', failureDetail: null });
    }
    expect(exchanges()).toBe(1);
    expect(wordsSince(bot, before).match(/You are signed in/g)).toHaveLength(1);
    expect((await bot.adaSays('who am i'))[0]?.summary).toContain('You are signed in as');
    // A client that wakes up later.
    expect((await invoke('tokenExchange', value)).status).toBe(200);
    expect(exchanges()).toBe(1);
    bot.running.advance(6 * 60_000);
    expect((await invoke('tokenExchange', value)).status).toBe(200);
    expect(exchanges()).toBe(2);
  });

  it('leads to the check that the sign-in was for', async () => {
    await bot.adaSays('check my sign-in');
    const before = bot.connector.calls.length;
    await invoke('tokenExchange', { id: 'x1', token: await assertion(), connectionName: 'graph' });
    expect(wordsSince(bot, before)).toContain('Your sign-in works');
  });

  it('412 with the reason where the exchange is refused, and a repetition may succeed', async () => {
    await bot.adaSays('sign in');
    const before = bot.connector.calls.length;
    const { status, body } = await invoke('tokenExchange', { id: 'x1', token: 'made-up', connectionName: 'graph' });
    expect(status).toBe(412);
    expect(body).toMatchObject({ id: 'x1', connectionName: 'graph', failureDetail: expect.stringMatching(/\w/) });
    expect(bot.connector.calls.length).toBe(before);
    const again = await invoke('tokenExchange', { id: 'x1', token: await assertion(), connectionName: 'graph' });
    expect(again.status).toBe(200);
  });

  it.each([
    ['no token', { id: 'x1', connectionName: 'graph' }],
    ['an empty token', { id: 'x1', token: '', connectionName: 'graph' }],
    ['no id', { token: 'a', connectionName: 'graph' }],
    ['another connection', { id: 'x1', token: 'a', connectionName: 'other' }],
    ['nothing', undefined],
  ])('400 for %s, without an exchange', async (_, value) => {
    expect((await invoke('tokenExchange', value)).status).toBe(400);
    expect(exchanges()).toBe(0);
  });

  it('with no sign-in under way exchanges, and says nothing', async () => {
    const { status } = await invoke('tokenExchange', { id: 'x1', token: await assertion(), connectionName: 'graph' });
    expect(status).toBe(200);
    expect(bot.connector.calls).toHaveLength(0);
  });

  it('no log line and no answer holds the assertion', async () => {
    const token = await assertion();
    await bot.adaSays('sign in');
    const good = await invoke('tokenExchange', { id: 'x1', token, connectionName: 'graph' });
    const bad = await invoke('tokenExchange', { id: 'x2', token: token.slice(0, -8), connectionName: 'graph' });
    const all = JSON.stringify([good, bad, bot.log, rawSince(bot, 0)]);
    expect(all).not.toContain(token.split('.')[1]);
  });
});

describe('signin/verifyState', () => {
  it('200 where the code is redeemed, and the sign-in completes', async () => {
    await bot.adaSays('sign in');
    const state = await bot.codeAtPage();
    const before = bot.connector.calls.length;
    expect((await invoke('verifyState', { state })).status).toBe(200);
    expect(wordsSince(bot, before)).toContain('You are signed in');
  });

  it.each([['000000'], [''], ['x'.repeat(500)], [7]])('404 where it is not: %j', async (state) => {
    await bot.adaSays('sign in');
    expect((await invoke('verifyState', { state })).status).toBe(404);
  });

  it('a closed window is answered with 200 and a kind word, and ends the sign-in', async () => {
    await bot.adaSays('sign in');
    const before = bot.connector.calls.length;
    expect((await invoke('verifyState', { state: 'CancelledByUser' })).status).toBe(200);
    expect(wordsSince(bot, before)).toContain('that is fine');
    expect((await bot.adaSays('cancel'))[0]?.text).toContain('nothing under way');
  });
});

describe('signin/failure', () => {
  it('is explained once, whatever number of clients report it', async () => {
    const value = { code: 'resourcematchfailed', message: 'Resource match failed' };
    const answers = await Promise.all([1, 2, 3].map(() => invoke('failure', value)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(bot.connector.calls).toHaveLength(1);
  });

  it.each([
    ['resourcematchfailed', 'Resource match failed'],
    ['invokeerror', 'Invoke error'],
    ['oauthcardnotvalid', 'OAuth card not valid'],
  ])('%s is explained by the engine', async (code, message) => {
    const real = await bot.another({ diagnose: diagnoseAndRemember });
    const value = { code, message };
    await real.post({ ...ada(), type: 'invoke', name: 'signin/failure', value });
    await real.close();
    expect(wordsSince(bot, 0)).toMatch(/single sign-on|SSO/i);
  });

  it('takes anything', async () => {
    for (const value of [undefined, 'x', { code: 7 }, { code: 'x'.repeat(9_000), message: null }]) {
      expect((await invoke('failure', value)).status).toBe(200);
    }
  });
});
