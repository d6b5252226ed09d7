import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupingRule, NewReport } from '../../../src/storage/triage-store.ts';
import { ANNA, BEN, type BotUnderTest, inGroup, MENTION, startBotUnderTest } from '../bot-under-test.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

const removed = { type: 'installationUpdate', action: 'remove' };
const DESK = 'msteams/19:desk@thread.tacv2';
const AT = Date.parse('2026-03-02T09:00:00Z');

/** What Anna has: evidence here and in a group, and a word on a diagnosis. */
async function annaIsKnown(): Promise<void> {
  await bot.say('AADSTS50011');
  await bot.post({ ...inGroup(), text: '<at>why401</at> AADSTS65001', entities: [MENTION] });
  await bot.store.feedback.record({
    diagnosisId: 'd1',
    cause: 'wrong-audience',
    verdict: 'certain',
    feedback: 'fixed',
    by: 'somebody else',
    at: AT,
  });
}

const evidence = (person: string, conversation: string): Promise<number> =>
  bot.store.memory.recall({ conversation: `msteams/${conversation}`, person }, AT).then((entries) => entries.length);

describe('who removes the personal app', () => {
  it('takes along what was kept of them, wherever they said it, and nobody else’s', async () => {
    await annaIsKnown();
    await bot.say('AADSTS50011', { from: BEN, conversation: { id: 'ben-chat', conversationType: 'personal' } });
    expect([await evidence(ANNA.id, 'anna-chat'), await evidence(ANNA.id, 'group-1')]).toEqual([1, 1]);
    const before = bot.connector.calls.length;
    await bot.post(removed);
    expect([await evidence(ANNA.id, 'anna-chat'), await evidence(ANNA.id, 'group-1')]).toEqual([0, 0]);
    expect(await evidence(BEN.id, 'ben-chat')).toBe(1);
    expect(await bot.store.feedback.list(0)).toHaveLength(1);
    // Teams would refuse a message to somebody without the app.
    expect(bot.connector.calls).toHaveLength(before);
    const told = bot.log.find(({ message }) => message.includes('personal app was removed'));
    expect(told?.data).toEqual({ entries: expect.any(Number) });
  });

  it('stays in the cases of a team, as reporter and as whoever took them', async () => {
    const rule: GroupingRule = { windowMs: 3_600_000, groups: false };
    const mine = await bot.store.triage.report(report(ANNA), rule);
    const { number, version } = (await bot.store.triage.report(report(BEN), rule)).case;
    await bot.store.triage.changeCase(DESK, number, version, {
      state: 'taken',
      assignee: { id: ANNA.id, name: ANNA.name },
      waitingFor: null,
      event: 'case.taken',
      wrong: false,
      by: { id: ANNA.id, name: ANNA.name },
      at: AT,
    });
    const agent = `agents/${DESK}/${ANNA.id}`;
    await bot.store.state.write({ [agent]: { name: ANNA.name } });
    await bot.post(removed);
    expect(Object.keys(await bot.store.state.read([agent]))).toEqual([agent]);
    expect((await bot.store.triage.readCase(DESK, mine.case.number))?.reporter.id).toBe(ANNA.id);
    expect((await bot.store.triage.readCase(DESK, number))?.assignee?.id).toBe(ANNA.id);
  });

  it('is known no more when they come back', async () => {
    await annaIsKnown();
    await bot.post(removed);
    await bot.post({ type: 'installationUpdate', action: 'add' });
    expect(JSON.stringify(bot.connector.calls.at(-1)?.body)).toContain('401 Unauthorized');
    expect(await evidence(ANNA.id, 'anna-chat')).toBe(0);
  });
});

describe('nothing of a person goes', () => {
  it.each([
    ['where a team removes the app', { ...removed, ...inGroup('19:team@thread.tacv2', 'channel') }],
    ['where a group chat removes it', { ...removed, ...inGroup() }],
    ['where the channel does not say what kind of chat it was', { ...removed, conversation: { id: 'anna-chat' } }],
    ['where the app is exchanged for a newer one', { ...removed, action: 'remove-upgrade' }],
    ['where nobody is named', { ...removed, from: {} }],
  ])('%s', async (_what, activity) => {
    await annaIsKnown();
    expect((await bot.post(activity)).status).toBe(200);
    expect([await evidence(ANNA.id, 'anna-chat'), await evidence(ANNA.id, 'group-1')]).toEqual([1, 1]);
  });
});

function report({ id, name }: { readonly id: string; readonly name: string }): NewReport {
  return {
    desk: DESK,
    thread: `19:desk@thread.tacv2;messageid=${id}`,
    activityId: `report of ${id}`,
    quotedId: null,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    deskTenant: null,
    reporter: { id, name },
    cause: 'wrong-audience',
    verdict: 'certain',
    app: null,
    tenant: null,
    headline: 'The token is for another API.',
    owner: 'app-developer',
    diagnosisId: `diagnosis for ${id}`,
    content: '{}',
    at: AT,
  };
}
