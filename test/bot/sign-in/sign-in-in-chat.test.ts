import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asAda, oauthCards, rawSince, type SandboxBot, startSandboxBot, wordsSince } from './sandbox-bot.ts';

let bot: SandboxBot;
beforeEach(async () => {
  bot = await startSandboxBot();
});
afterEach(() => bot.close());

const TOKEN = /eyJ[\w-]{10,}\.[\w-]{10,}\./;

describe('signing in in the chat, at the token service', () => {
  it('check, card, page, code, green report, in one message that fills in', async () => {
    const [asked] = await bot.adaSays('check my sign-in');
    expect(asked?.text).toContain('Sign in');
    const [card] = oauthCards(bot);
    expect(card).toMatchObject({ connectionName: 'graph', tokenExchangeResource: { uri: /^api:\/\/botid-/ } });
    const code = await bot.codeAtPage();
    const before = bot.connector.calls.length;
    await bot.adaSays(code);
    const calls = bot.connector.calls.slice(before);
    expect(calls[0]?.method).toBe('POST');
    const updates = calls.filter(({ method }) => method === 'PUT');
    expect(updates.length).toBeGreaterThan(0);
    expect(new Set(updates.map(({ path }) => path)).size).toBe(1);
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
    const report = JSON.stringify(updates.at(-1)?.body);
    expect(report).toContain('Your sign-in works');
    expect(rawSince(bot, 0)).not.toMatch(TOKEN);
  });

  it('signs in, says who somebody is, and signs out', async () => {
    expect((await bot.adaSays('who am I?'))[0]?.text).toContain('not signed in');
    await bot.adaSays('login');
    expect((await bot.adaSays(await bot.codeAtPage()))[0]?.text).toContain('You are signed in');
    const [who] = await bot.adaSays('who am I?');
    expect(who?.summary).toContain(bot.running.sandbox.world.people[0]!.userPrincipalName);
    expect(JSON.stringify(who?.card)).toContain('Calendars.ReadWrite');
    expect(JSON.stringify(who?.raw)).not.toMatch(TOKEN);
    expect((await bot.adaSays('sign in'))[0]?.text).toContain('You are signed in');
    expect((await bot.adaSays('sign out'))[0]?.text).toContain('Signed out');
    expect((await bot.adaSays('who am I?'))[0]?.text).toContain('not signed in');
    expect((await bot.adaSays('log off'))[0]?.text).toContain('not signed in');
  });

  it('a wrong code is told, and the right one still works', async () => {
    await bot.adaSays('sign in');
    const code = await bot.codeAtPage();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await bot.adaSays(wrong))[0]?.text).toContain('No sign-in of yours waits for that code');
    expect((await bot.adaSays(`${code.slice(0, 3)} ${code.slice(3)}`))[0]?.text).toContain('You are signed in');
  });

  it('a code with no sign-in under way is explained, and an error code is offered', async () => {
    expect((await bot.adaSays('123456'))[0]?.text).toContain('no sign-in of yours waits');
    expect((await bot.adaSays('700016'))[0]?.text).toContain('explain AADSTS700016');
  });

  it('a paste in the middle is diagnosed, no card is repeated, and the sign-in goes on', async () => {
    await bot.adaSays('sign in');
    const code = await bot.codeAtPage();
    expect((await bot.adaSays('AADSTS700016: trace 123456'))[0]?.summary).toBe('Found 700016.');
    expect((await bot.adaSays('hello'))[0]?.text).toContain('Hello');
    expect(oauthCards(bot)).toHaveLength(1);
    expect((await bot.adaSays(code))[0]?.text).toContain('You are signed in');
  });

  it('cancelling ends it: a later code binds nothing', async () => {
    await bot.adaSays('sign in');
    const code = await bot.codeAtPage();
    expect((await bot.adaSays('cancel'))[0]?.text).toContain('Cancelled');
    expect((await bot.adaSays('cancel'))[0]?.text).toContain('nothing under way');
    expect((await bot.adaSays(code))[0]?.text).toContain('no sign-in of yours waits');
    expect((await bot.adaSays('who am I'))[0]?.text).toContain('not signed in');
  });

  it('after a quarter of an hour the code is too late, and that is said', async () => {
    await bot.adaSays('sign in');
    const code = await bot.codeAtPage();
    bot.running.advance(16 * 60_000);
    expect((await bot.adaSays(code))[0]?.text).toContain('waited too long');
    expect((await bot.adaSays(code))[0]?.text).toContain('no sign-in of yours waits');
  });

  it('«why 401?» of somebody who is signed in runs the check', async () => {
    expect(JSON.stringify((await bot.adaSays('why 401?'))[0]?.card)).not.toContain('sign-in works');
    await bot.adaSays('sign in');
    await bot.adaSays(await bot.codeAtPage());
    const before = bot.connector.calls.length;
    await bot.adaSays('why 401?');
    expect(wordsSince(bot, before)).toContain('Your sign-in works');
  });

  it('leaves nothing of a finished dialog in the store', async () => {
    await bot.adaSays('sign in');
    const key = 'dialogs/msteams/ada-chat/29:ada';
    expect(Object.keys(await bot.store.state.read([key]))).toEqual([key]);
    await bot.adaSays(await bot.codeAtPage());
    expect(await bot.store.state.read([key])).toEqual({});
  });

  it('a connection that is not there is diagnosed', async () => {
    bot.running.sandbox.world.tokenService.connectionExists = false;
    const before = bot.connector.calls.length;
    await bot.adaSays('sign in');
    expect(oauthCards(bot)).toHaveLength(0);
    expect(bot.connector.calls.length - before).toBe(1);
  });
});

describe('data of a person', () => {
  it('is deleted after a second word: grant, record, evidence', async () => {
    await bot.adaSays('sign in');
    await bot.adaSays(await bot.codeAtPage());
    await bot.adaSays('AADSTS50011');
    const [asked] = await bot.adaSays('delete my data');
    expect(JSON.stringify(asked?.card)).toContain('cannot be undone');
    expect((await bot.adaSays('who am I'))[0]?.summary).toContain('You are signed in');
    expect((await bot.adaSays('yes, delete my data'))[0]?.text).toMatch(/deleted .*signed out/i);
    expect((await bot.adaSays('who am I'))[0]?.text).toContain('not signed in');
    expect(await bot.store.state.read(['sign-in/msteams/29:ada'])).toEqual({});
    expect((await bot.adaSays('AADSTS65001'))[0]?.summary).toBe('Found 65001.');
  });

  it('goes with the personal app, and so does the grant at the token service', async () => {
    await bot.adaSays('sign in');
    await bot.adaSays(await bot.codeAtPage());
    await bot.adaSays('AADSTS50011');
    const before = bot.connector.calls.length;
    await bot.post({ ...asAda(bot.running.sandbox.world.people[0]!), type: 'installationUpdate', action: 'remove' });
    expect(bot.connector.calls).toHaveLength(before);
    expect(await bot.store.state.read(['sign-in/msteams/29:ada'])).toEqual({});
    expect((await bot.adaSays('who am I'))[0]?.text).toContain('not signed in');
    expect((await bot.adaSays('AADSTS65001'))[0]?.summary).toBe('Found 65001.');
  });

  it('goes with the personal app where the token service is away, and the sign-in that waited ends', async () => {
    await bot.adaSays('sign in');
    await bot.adaSays('AADSTS50011');
    bot.running.sandbox.world.tokenService.connectionExists = false;
    await bot.post({ ...asAda(bot.running.sandbox.world.people[0]!), type: 'installationUpdate', action: 'remove' });
    expect(await bot.store.state.read(['dialogs/msteams/ada-chat/29:ada', 'sign-in/msteams/29:ada'])).toEqual({});
    expect((await bot.adaSays('AADSTS65001'))[0]?.summary).toBe('Found 65001.');
  });
});
