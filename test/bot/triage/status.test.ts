import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotUnderTest, Said } from '../bot-under-test.ts';
import {
  ADELE,
  BEN,
  buttonsOf,
  CHLOE,
  DESK,
  inDesk,
  MEGAN,
  post,
  press,
  SAM,
  SECRET_EXPIRED,
  startDeskBot,
  tell,
  threadOf,
  updates,
} from './desk-bot.ts';

let bot: BotUnderTest;
let report: Said;
beforeEach(async () => {
  bot = await startDeskBot();
  report = (await post(bot, BEN, SECRET_EXPIRED(), 'm1'))[0]!;
});
afterEach(() => bot.close());

const readCase = (number = 1) => bot.store.triage.readCase(DESK, number);
const saidIn = (root: string) => bot.connector.messagesTo(threadOf(root));

describe('a case', () => {
  it('is taken by an agent: the card shows it, and the reporter is told by name', async () => {
    const { card } = await press(bot, ADELE, report.card, 'Take', 'm1');
    expect(JSON.stringify(card)).toContain('Taken by Adele Vance');
    expect(buttonsOf(card).map(({ title }) => title)).toContain('Resolved');
    expect(await readCase()).toMatchObject({ state: 'taken', assignee: { id: ADELE.id } });
    expect(saidIn('m1').at(-1)).toMatchObject({
      text: '<at>Ben Okafor</at> Adele Vance took case 1.',
      entities: [{ type: 'mention', mentioned: { id: BEN.id }, text: '<at>Ben Okafor</at>' }],
    });
    const [[, updated] = []] = await updates(bot);
    expect(JSON.stringify(updated?.card)).toContain('Taken by Adele Vance');
  });

  it('is changed by agents only, and by its reporter as far as it is theirs', async () => {
    expect((await press(bot, MEGAN, report.card, 'Take', 'm1')).words).toContain('Only an agent');
    expect((await press(bot, MEGAN, report.card, 'Resolved', 'm1')).words).toContain('not yours');
    expect((await press(bot, BEN, report.card, 'Resolved', 'm1')).card).toBeDefined();
    expect(await readCase()).toMatchObject({ state: 'resolved', changedBy: { id: BEN.id } });
    // Of their own doing nobody is told.
    expect(saidIn('m1')).toHaveLength(1);
  });

  it('tells the second of two agents who was first', async () => {
    await tell(bot, ADELE, 'agents add me', 'm1');
    await tell(bot, ADELE, 'agents add <at>Megan Bowen</at>', 'm1', {
      entities: [
        { type: 'mention', text: '<at>why401</at>', mentioned: { id: '28:bot', name: 'why401' } },
        { type: 'mention', text: '<at>Megan Bowen</at>', mentioned: MEGAN },
      ],
    });
    const both = await Promise.all([
      press(bot, ADELE, report.card, 'Take', 'm1'),
      press(bot, MEGAN, report.card, 'Take', 'm1'),
    ]);
    const lost = both.filter(({ card }) => card === undefined);
    expect(lost).toHaveLength(1);
    expect(lost[0]?.words).toMatch(/^(Adele Vance|Megan Bowen) was first: case 1 is taken by \1 since 09:00 UTC/);
    // The card of before, pressed later.
    const winner = (await readCase())?.assignee?.id === ADELE.id ? MEGAN : ADELE;
    expect((await press(bot, winner, report.card, 'Take', 'm1')).words).toContain('was first');
  });

  it('is given to somebody by the people picker, by a choice, and by mention', async () => {
    bot.connector.members([BEN, ADELE, MEGAN]);
    // Where nobody is named and the client finds nobody, there is nothing to choose from.
    expect(buttonsOf(report.card).map(({ title }) => title)).not.toContain('Assign');
    const why401 = { verb: 'triage-assign', what: 'case', number: 1, version: 1 };
    const assign = { title: 'Assign', verb: 'triage-assign', data: { why401 } };
    expect((await press(bot, ADELE, report.card, assign, 'm1')).words).toContain('Choose somebody first');
    const { card } = await press(bot, ADELE, report.card, assign, 'm1', { inputs: { assignee: MEGAN.aadObjectId } });
    expect(JSON.stringify(card)).toContain('Taken by Megan Bowen');
    expect(saidIn('m1').at(-1)?.text).toBe(
      '<at>Ben Okafor</at> <at>Megan Bowen</at> Adele Vance gave case 1 to Megan Bowen.',
    );
    const entities = [
      { type: 'mention', text: '<at>why401</at>', mentioned: { id: '28:bot', name: 'why401' } },
      { type: 'mention', text: '<at>Adele</at>', mentioned: { id: ADELE.id, name: 'Adele' } },
    ];
    await tell(bot, ADELE, 'assign 1 <at>Adele</at>', 'm1', { entities });
    expect(await readCase()).toMatchObject({ assignee: { id: ADELE.id, name: ADELE.name } });
    const gone = [entities[0], { type: 'mention', text: '<at>Sam</at>', mentioned: { id: SAM.id, name: 'Sam' } }];
    const [said] = await tell(bot, ADELE, 'assign 1 <at>Sam</at>', 'm1', { entities: gone });
    expect(said?.text).toBe('Sam is not in this channel, so it cannot be theirs.');
  });

  it('waits for whom an agent names', async () => {
    await press(bot, ADELE, report.card, 'Needs more', 'm1', { inputs: { waitingFor: 'tenant-admin' } });
    expect(await readCase()).toMatchObject({ state: 'waiting', waitingFor: 'tenant-admin' });
    expect(saidIn('m1').at(-1)?.text).toContain('waits for the tenant admin');
    await tell(bot, ADELE, 'needs more 1 from the developer', 'm1');
    expect(await readCase()).toMatchObject({ waitingFor: 'app-developer' });
  });

  it('is resolved by «This fixed it» of its reporter, and by nobody else’s', async () => {
    expect((await press(bot, SAM, report.card, 'This fixed it', 'm1')).words).toContain('Thank you');
    expect(await readCase()).toMatchObject({ state: 'open' });
    await press(bot, BEN, report.card, 'This fixed it', 'm1');
    expect(await readCase()).toMatchObject({ state: 'resolved' });
    expect(bot.store.given.map(({ feedback }) => feedback)).toEqual(['fixed', 'fixed']);
  });

  it('stays open and flagged where somebody calls the diagnosis wrong', async () => {
    const { words } = await press(bot, BEN, report.card, 'Wrong diagnosis', 'm1');
    expect(words).toContain('stays open');
    expect(await readCase()).toMatchObject({ state: 'open', wrong: true });
    expect(bot.store.given).toMatchObject([{ feedback: 'not-it', cause: 'client-secret-expired' }]);
  });

  it('is opened again by a later report of the same person', async () => {
    await tell(bot, ADELE, 'resolve 1', 'm1');
    await post(bot, BEN, SECRET_EXPIRED(), 'm2', 'm1');
    expect(await readCase()).toMatchObject({ state: 'reopened' });
    expect(saidIn('m1').at(-1)?.text).toContain('Case 1 is open again.');
  });

  it('has an explanation and code behind its buttons', async () => {
    await press(bot, BEN, report.card, 'Full explanation', 'm1');
    expect(JSON.stringify(saidIn('m1').at(-1))).toContain('The client secret has expired');
  });
});

describe('a button that nobody knows any more', () => {
  it('of a case that is gone gets a sensible answer', async () => {
    await bot.store.triage.removeDesk(DESK);
    expect((await press(bot, ADELE, report.card, 'Take', 'm1')).words).toContain('I know no such case');
    expect((await press(bot, BEN, report.card, 'This fixed it', 'm1')).words).toContain('I know no such case');
  });

  it.each([
    ['no number', { verb: 'triage-take', what: 'case', version: 1 }],
    ['a number that is none', { verb: 'triage-take', what: 'case', number: -1, version: 1 }],
    ['another verb', { verb: 'triage-explode', what: 'case', number: 1, version: 1 }],
  ])('with %s as well', async (_, why401) => {
    const action = { type: 'Action.Execute', verb: 'x', data: { why401 } };
    const { body } = await bot.post({
      ...inDesk(ADELE, 'p1', 'm1'),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action },
    });
    expect((body as { value: string }).value).toContain('no longer know this button');
  });
});

describe('an incident', () => {
  beforeEach(async () => {
    await post(bot, CHLOE, SECRET_EXPIRED(), 'm2');
    await post(bot, SAM, SECRET_EXPIRED(), 'm3');
  });

  it('is resolved with its cases, and each reporter is told once in their own thread', async () => {
    const incident = (await updates(bot)).get('reply-1');
    const { card } = await press(bot, ADELE, incident?.card, 'Take', 'm1');
    await press(bot, ADELE, card, 'Resolved', 'm1');
    await bot.settled();
    for (const number of [1, 2, 3]) expect(await readCase(number)).toMatchObject({ state: 'resolved' });
    expect(await bot.store.triage.readIncident(DESK, 1)).toMatchObject({ state: 'resolved' });
    const told = (root: string) => saidIn(root).filter(({ text }) => String(text).includes('resolved'));
    expect(told('m1').map(({ text }) => text)).toEqual(['<at>Ben Okafor</at> Adele Vance resolved incident 1.']);
    for (const root of ['m2', 'm3']) expect(told(root)).toHaveLength(1);
    expect(told('m2')[0]?.text).toContain('<at>Chloe Tan</at> Incident 1 is resolved by Adele Vance');
    expect((await press(bot, ADELE, card, 'Resolved', 'm1')).words).toContain('resolved');
    await bot.settled();
    expect(told('m2')).toHaveLength(1);
  });

  it('is opened again by a new report, which says so', async () => {
    await tell(bot, ADELE, 'resolve incident 1', 'm1');
    await bot.settled();
    const [said] = await post(bot, MEGAN, SECRET_EXPIRED(), 'm4');
    expect(JSON.stringify(said?.card)).toContain('This is back');
    expect(await bot.store.triage.readIncident(DESK, 1)).toMatchObject({ state: 'reopened', people: 4 });
  });

  it('counts somebody in its own thread without a word', async () => {
    expect(await post(bot, MEGAN, `same here: ${SECRET_EXPIRED()}`, 'm5', 'm1')).toEqual([]);
    const card = (await updates(bot)).get('reply-1');
    expect(JSON.stringify(card?.card)).toContain('4 people since');
  });

  it('lets a reporter end their own report only', async () => {
    const incident = (await updates(bot)).get('reply-1');
    const { words } = await press(bot, CHLOE, incident?.card, 'This fixed it', 'm1');
    expect(words).toContain('Your report, case 2, is resolved.');
    expect(await bot.store.triage.readIncident(DESK, 1)).toMatchObject({ state: 'open' });
    expect((await press(bot, CHLOE, incident?.card, 'Resolved', 'm1')).words).toContain('Only an agent');
  });
});
