import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotUnderTest } from '../bot-under-test.ts';
import {
  ADELE,
  BEN,
  CHLOE,
  DESK,
  inDesk,
  MEGAN,
  post,
  SECRET_EXPIRED,
  startDeskBot,
  tell,
  threadOf,
  updates,
} from './desk-bot.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startDeskBot();
});
afterEach(() => bot.close());

const readCase = (number = 1) => bot.store.triage.readCase(DESK, number);
const SECRET = 'Zx48Q~abcdefghijklmnopqrstuvwxyzABCDEFGH';

describe('a message that does not name the bot', () => {
  it('is answered in its thread where the cause is sure, shortly and once', async () => {
    const said = await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    expect(said).toHaveLength(1);
    const card = JSON.stringify(said[0]?.card);
    for (const words of ['Certain', 'Case 1', 'has expired', 'reported by Ben Okafor at 09:00 UTC'])
      expect(card).toContain(words);
    expect(Buffer.byteLength(card)).toBeLessThan(25_000);
    expect(card).not.toContain('sign-in"');
    expect(await readCase()).toMatchObject({
      cause: 'client-secret-expired',
      app: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
      card: 'reply-1',
      thread: threadOf('m1'),
    });
    // Delivered again.
    expect(await post(bot, BEN, SECRET_EXPIRED(), 'm1')).toEqual([]);
  });

  it.each([
    ['small talk', 'lunch at noon? the sign-in desk is closed'],
    ['an error that decides nothing', 'HTTP/1.1 401 Unauthorized'],
    [
      'another vendor’s error',
      'HTTP/2 401\nserver: github.com\n\n{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest"}',
    ],
    ['a question about a code', 'what is AADSTS50011?'],
    ['a command of the bot', 'help'],
  ])('is left alone where it is %s', async (_, text) => {
    expect(await post(bot, BEN, text, 'm1')).toEqual([]);
    expect(await readCase()).toBeUndefined();
  });

  it('with a live credential and nothing else is told to its poster alone', async () => {
    expect(await post(bot, BEN, `our config: client_secret=${SECRET}`, 'm1')).toEqual([]);
    expect(bot.connector.messagesTo('private-29:ben')).toHaveLength(1);
  });

  it('leaves no secret in case, card or log', async () => {
    await post(bot, BEN, `${SECRET_EXPIRED()}\nclient_secret=${SECRET}`, 'm1');
    const kept = await readCase();
    expect(kept?.content).toContain('client_secret=');
    expect(JSON.stringify([kept, bot.connector.calls, bot.log])).not.toContain(SECRET);
  });

  it('adds to what the same person said in the thread before', async () => {
    expect(
      await post(bot, BEN, 'POST https://graph.microsoft.com/v1.0/me/events\n\nHTTP/1.1 403 Forbidden', 'm1'),
    ).toEqual([]);
    const [said] = await post(
      bot,
      BEN,
      '{"aud":"https://graph.microsoft.com","scp":"User.Read Tasks.Read","idtyp":"user"}',
      'm2',
      'm1',
    );
    expect(said?.summary).toContain('Calendars.ReadWrite');
    expect(
      await post(bot, CHLOE, '{"aud":"https://graph.microsoft.com","scp":"User.Read","idtyp":"user"}', 'm3', 'm1'),
    ).toEqual([]);
  });

  it('is not read where the channel is muted or the thread is quiet', async () => {
    await tell(bot, ADELE, 'mute here', 't1');
    expect(await post(bot, BEN, SECRET_EXPIRED(), 'm1')).toEqual([]);
    expect(await post(bot, BEN, `client_secret=${SECRET}`, 'm1b')).toEqual([]);
    expect(bot.connector.messagesTo('private-29:ben')).toHaveLength(1);
    const [mentioned] = await tell(bot, BEN, SECRET_EXPIRED(), 'm2');
    expect(mentioned?.summary).toContain('expired');
    await tell(bot, ADELE, 'unmute here', 't1');
    await tell(bot, MEGAN, 'quiet this thread', 'm3');
    expect(await post(bot, MEGAN, SECRET_EXPIRED('11111111-2222-4333-8444-555555555555'), 'm4', 'm3')).toEqual([]);
    expect(await post(bot, MEGAN, SECRET_EXPIRED('11111111-2222-4333-8444-555555555555'), 'm5')).toHaveLength(1);
  });
});

describe('a message that names the bot', () => {
  it('becomes a case, also where it decides nothing yet', async () => {
    const [said] = await tell(
      bot,
      BEN,
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
      'm1',
    );
    expect(JSON.stringify(said?.card)).toContain('Not enough to tell');
    expect(await readCase()).toMatchObject({ verdict: 'undecided' });
    const [decided] = await tell(bot, BEN, SECRET_EXPIRED(), 'm1');
    expect(decided?.text).toContain('With this, case 1 is another');
    expect(await readCase()).toMatchObject({ verdict: 'certain', state: 'open' });
    const [still] = await tell(bot, BEN, 'HTTP/1.1 401 Unauthorized', 'm1');
    expect(still?.text ?? '').toContain('ase 1');
    expect(await readCase()).toMatchObject({ verdict: 'certain' });
  });

  it.each(['help', 'explain AADSTS50011', 'why 401?', 'hello'])('with «%s» is answered as everywhere', async (text) => {
    const [said] = await tell(bot, BEN, text, 'm1');
    expect(said).toBeDefined();
    expect(await readCase()).toBeUndefined();
  });
});

describe('an edited report', () => {
  const edit = (text: string, id = 'm1') =>
    bot.post({ ...inDesk(BEN, id), type: 'messageUpdate', text, timestamp: new Date().toISOString() });

  it('updates its case and its card', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await edit(
      "AADSTS50011: The redirect URI 'http://localhost:5000/x' specified in the request does not match the redirect URIs configured for the application '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21'.",
    );
    expect(await readCase()).toMatchObject({ cause: 'redirect-uri-mismatch', number: 1 });
    const card = (await updates(bot)).get('reply-1');
    expect(card?.summary).toContain('http://localhost:5000/x');
  });

  it('that tells of no failure any more is withdrawn', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await edit('never mind');
    expect(await readCase()).toBeUndefined();
    expect(bot.connector.calls.at(-1)).toMatchObject({
      method: 'DELETE',
      path: expect.stringContaining('/activities/reply-1'),
    });
  });

  it('that tells of one for the first time is answered', async () => {
    await post(bot, BEN, 'it does not work', 'm1');
    await edit(SECRET_EXPIRED());
    expect(await readCase()).toMatchObject({ number: 1 });
  });
});

describe('a deleted report', () => {
  const remove = (id: string, from: object = BEN) => bot.post({ ...inDesk(from, id), type: 'messageDelete' });

  it('is withdrawn, and its card goes', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await remove('m1');
    expect(await readCase()).toBeUndefined();
    expect(bot.connector.calls.at(-1)).toMatchObject({ method: 'DELETE' });
    expect((await bot.store.triage.totals(DESK, 0)).openCases).toBe(0);
  });

  it('is written over where messages cannot be deleted', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    bot.connector.refuse((call) => call.method === 'DELETE', 501);
    await remove('m1');
    expect(JSON.stringify(bot.connector.calls.at(-1))).toContain('The report that stood here was deleted.');
  });

  it('leaves an incident to the others, one fewer', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await post(bot, CHLOE, SECRET_EXPIRED(), 'm2');
    await post(bot, MEGAN, SECRET_EXPIRED(), 'm3');
    await updates(bot);
    await remove('m1');
    const card = (await updates(bot)).get('reply-1');
    expect(JSON.stringify(card?.card)).toContain('2 people since');
    expect(bot.connector.calls.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('that came later takes its words out of the case, which stays', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await tell(bot, BEN, `from our runbook of Project Heron: ${SECRET_EXPIRED()}`, 'm1', { id: 'm2' });
    expect((await readCase())?.content).toContain('Project Heron');
    await bot.post({ ...inDesk(BEN, 'm2', 'm1'), type: 'messageDelete' });
    const left = await readCase();
    expect(left).toMatchObject({ number: 1, state: 'open', cause: 'client-secret-expired', activityId: 'm1' });
    expect(left?.content).not.toContain('Project Heron');
    const card = (await updates(bot)).get('reply-1');
    expect(JSON.stringify(card?.card)).toContain('has expired');
    expect(JSON.stringify(card?.card)).not.toContain('Project Heron');
    expect((await bot.store.triage.totals(DESK, 0)).openCases).toBe(1);
  });

  it('that came later and is edited to say nothing takes its words out as well', async () => {
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    await tell(bot, BEN, `from our runbook of Project Heron: ${SECRET_EXPIRED()}`, 'm1', { id: 'm2' });
    await bot.post({ ...inDesk(BEN, 'm2', 'm1'), type: 'messageUpdate', text: 'never mind' });
    expect((await readCase())?.content).not.toContain('Project Heron');
    expect(await readCase()).toMatchObject({ cause: 'client-secret-expired' });
  });

  it('while it is answered leaves no half case', async () => {
    const { triage } = bot.store;
    const report = triage.report.bind(triage);
    // The deletion comes in after the case is kept and before its answer is known.
    Object.assign(triage, {
      report: async (...args: Parameters<typeof report>) => {
        const reported = await report(...args);
        await remove('m1');
        return reported;
      },
    });
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    expect(await readCase()).toBeUndefined();
    expect(bot.connector.calls.at(-1)).toMatchObject({ method: 'DELETE' });
  });

  it('before it is kept leaves none either', async () => {
    const { triage } = bot.store;
    const report = triage.report.bind(triage);
    Object.assign(triage, {
      report: async (...args: Parameters<typeof report>) => {
        await remove('m1');
        return report(...args);
      },
    });
    await post(bot, BEN, SECRET_EXPIRED(), 'm1');
    expect(await readCase()).toBeUndefined();
    expect(bot.connector.calls.at(-1)).toMatchObject({ method: 'DELETE' });
  });
});

describe('a thread or a channel that is gone', () => {
  it.each([403, 404])('keeps no case where the answer is refused with %i, and is not tried again', async (status) => {
    bot.connector.refuse((call) => call.method === 'POST', status);
    const { status: answered } = await bot.post({ ...inDesk(BEN, 'm1'), text: SECRET_EXPIRED() });
    expect(answered).toBe(200);
    expect(await readCase()).toBeUndefined();
  });

  it('keeps the case for the next delivery where the channel only stumbled', async () => {
    bot.connector.refuse((call) => call.method === 'POST', 400);
    expect((await bot.post({ ...inDesk(BEN, 'm1'), text: SECRET_EXPIRED() })).status).toBeGreaterThan(199);
    expect(await readCase()).toMatchObject({ card: null });
    bot.connector.recover();
    expect(await post(bot, BEN, SECRET_EXPIRED(), 'm1')).toHaveLength(1);
    expect(await readCase()).toMatchObject({ card: expect.stringContaining('reply') });
    expect(await readCase(2)).toBeUndefined();
  });
});
