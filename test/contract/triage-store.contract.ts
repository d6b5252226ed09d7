import { describe, expect } from 'vitest';
import type { CasePlace, StoredCase } from '../../src/storage/triage-store.ts';
import { AT, MINUTE, type StoreFixture, storeTest } from './store-fixture.ts';
import {
  ADA,
  AGENT,
  ALONE,
  BEN,
  CLEO,
  change,
  DESK,
  everyCase,
  expectCountsTrue,
  OTHER_DESK,
  report,
  reportAll,
  WINDOW,
} from './triage-fixture.ts';

const HOUR = 60 * MINUTE;

/** Cases and incidents, as one instance sees them. */
export function describeTriageStore(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: cases`, () => {
    holds('a report is a case that reads as it was given', async ({ triage }) => {
      const given = report();
      const { at, ...rest } = given;
      const whole: StoredCase = {
        ...rest,
        number: 1,
        version: 1,
        state: 'open',
        assignee: null,
        waitingFor: null,
        changedBy: null,
        changed: at,
        taken: null,
        resolved: null,
        incident: null,
        reported: at,
        answered: null,
        card: null,
        wrong: false,
      };
      expect(await triage.report(given, WINDOW)).toEqual({
        case: whole,
        isNew: true,
        incident: null,
        formed: false,
        reopened: false,
      });
      expect(await triage.readCase(DESK, 1)).toEqual(whole);
      expect(await triage.readCase(DESK, 2)).toBeUndefined();
      expect(await triage.readCase(OTHER_DESK, 1)).toBeUndefined();
      expect(await triage.readIncident(DESK, 1)).toBeUndefined();
    });

    holds('keeps what is not known as not known, and any text as it is', async ({ triage }) => {
      const odd = { headline: "O'Hara \u0001 ключ 🔑 $1 ?1", content: '{"a":"\\u0000"}', thread: '19:x;messageid=%_' };
      await triage.report(report({ app: null, tenant: null, deskTenant: null, ...odd }), WINDOW);
      expect(await triage.readCase(DESK, 1)).toMatchObject({ app: null, tenant: null, deskTenant: null, ...odd });
      expect(await triage.caseIn(DESK, odd.thread, ADA.id)).toMatchObject({ number: 1 });
    });

    holds('numbers count up within a desk', async ({ triage }) => {
      for (const desk of [DESK, OTHER_DESK])
        for (const reporter of [ADA, BEN]) await triage.report(report({ desk, reporter, app: reporter.id }), WINDOW);
      expect((await everyCase(triage, null)).map(({ desk, number }) => `${desk} ${number}`).sort()).toEqual([
        `${DESK} 1`,
        `${DESK} 2`,
        `${OTHER_DESK} 1`,
        `${OTHER_DESK} 2`,
      ]);
    });

    holds('a later message of the same person in the thread is the same case', async (store) => {
      const { triage } = store;
      const first = report({ cause: 'not-known-yet' });
      await triage.report(first, ALONE);
      const later = report({
        at: AT + 5 * MINUTE,
        verdict: 'likely',
        headline: 'Now it is known.',
        content: '{"n":2}',
      });
      const { case: kept, isNew } = await triage.report(later, WINDOW);
      expect(isNew).toBe(false);
      expect(kept).toMatchObject({
        number: 1,
        version: 1,
        activityId: first.activityId,
        reported: AT,
        cause: later.cause,
        headline: 'Now it is known.',
        diagnosisId: later.diagnosisId,
        content: '{"n":2}',
      });
      expect(await triage.readCase(DESK, 1)).toEqual(kept);
      expect(await everyCase(triage, DESK)).toHaveLength(1);
      await expectCountsTrue(store, DESK);
    });

    holds('another person in the thread, or another thread, is another case', async (store) => {
      const thread = 'one-thread';
      await store.triage.report(report({ thread }), ALONE);
      await store.triage.report(report({ thread, reporter: BEN, at: AT + 1 }), ALONE);
      await store.triage.report(report({ thread: 'two', at: AT + 2 }), ALONE);
      expect(await everyCase(store.triage, DESK)).toHaveLength(3);
      expect((await store.triage.caseIn(DESK, thread, ADA.id))?.number).toBe(1);
      expect((await store.triage.caseIn(DESK, thread))?.number).toBe(2);
      await store.triage.report(report({ thread, at: AT + 3 }), ALONE);
      expect((await store.triage.caseIn(DESK, thread))?.number).toBe(1);
      expect(await store.triage.caseIn(DESK, thread, CLEO.id)).toBeUndefined();
      expect(await store.triage.caseIn(DESK, 'nowhere')).toBeUndefined();
      expect(await store.triage.caseIn(OTHER_DESK, thread)).toBeUndefined();
    });

    holds('who has a resolved case and writes of it again opens it; an edit of the message does not', async (store) => {
      const { triage } = store;
      const first = report();
      await triage.report(first, WINDOW);
      await triage.changeCase(DESK, 1, 1, change('resolved'));
      const edited = await triage.report({ ...first, headline: 'Typo mended.', at: AT + 2 * MINUTE }, WINDOW);
      expect(edited.case).toMatchObject({ state: 'resolved', version: 2, headline: 'Typo mended.' });
      const again = await triage.report(report({ at: AT + 3 * MINUTE }), WINDOW);
      expect(again.case).toMatchObject({
        state: 'reopened',
        version: 3,
        changedBy: ADA,
        changed: AT + 3 * MINUTE,
        resolved: AT + MINUTE,
      });
      await expectCountsTrue(store, DESK);
    });

    holds('keeps when a case was answered first, and its newest message', async ({ triage }) => {
      await triage.report(report(), WINDOW);
      await triage.answered(DESK, 1, 'card-1', AT + 1);
      await triage.answered(DESK, 1, 'card-2', AT + 2);
      await triage.answered(DESK, 7, 'nobody', AT + 2);
      expect(await triage.readCase(DESK, 1)).toMatchObject({ card: 'card-2', answered: AT + 1, version: 1 });
    });
  });

  describe(`${name}: incidents`, () => {
    holds('the same failure of a second person makes one of both, and everybody after joins', async (store) => {
      const { triage } = store;
      const [first, second, third] = await reportAll(triage, [ADA, BEN, CLEO]);
      expect(first).toMatchObject({ incident: null, formed: false });
      expect(second).toMatchObject({ formed: true, reopened: false, case: { incident: 1 } });
      expect(second?.incident).toEqual({
        desk: DESK,
        number: 1,
        version: 1,
        state: 'open',
        assignee: null,
        waitingFor: null,
        changedBy: null,
        changed: AT + MINUTE,
        taken: null,
        resolved: null,
        cause: 'client-secret-expired',
        app: 'app-1',
        headline: 'The client secret of app-1 has expired.',
        owner: 'app-developer',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        deskTenant: 'tenant-of-desk',
        thread: null,
        card: null,
        opened: AT,
        lastReport: AT + MINUTE,
        cases: 2,
        people: 2,
      });
      expect(third).toMatchObject({ formed: false, incident: { number: 1, cases: 3, people: 3 } });
      expect(await triage.readIncident(DESK, 1)).toEqual(third?.incident);
      expect((await triage.casesOf(DESK, 1, 10)).map(({ number }) => number)).toEqual([1, 2, 3]);
      expect((await triage.casesOf(DESK, 1, 2)).map(({ number }) => number)).toEqual([1, 2]);
      await expectCountsTrue(store, DESK);
    });

    holds('is about one cause and one app of one desk', async ({ triage }) => {
      await triage.report(report(), WINDOW);
      const others = [{ app: 'app-2' }, { app: null }, { cause: 'consent-missing' }, { desk: OTHER_DESK }];
      for (const other of others)
        expect(
          (await triage.report(report({ reporter: BEN, thread: JSON.stringify(other), ...other }), WINDOW)).incident,
        ).toBeNull();
      expect((await triage.report(report({ reporter: CLEO, app: null }), WINDOW)).formed).toBe(true);
    });

    holds('one person in many threads is none; with a second person all of them are in it', async (store) => {
      for (const thread of ['a', 'b', 'c'])
        expect((await store.triage.report(report({ thread }), WINDOW)).incident).toBeNull();
      const { incident } = await store.triage.report(report({ reporter: BEN }), WINDOW);
      expect(incident).toMatchObject({ cases: 4, people: 2 });
      expect((await store.triage.report(report({ thread: 'd' }), WINDOW)).incident).toMatchObject({
        cases: 5,
        people: 2,
      });
      await expectCountsTrue(store, DESK);
    });

    holds('is made of what is younger than the window', async ({ triage }) => {
      await triage.report(report(), WINDOW);
      expect((await triage.report(report({ reporter: BEN, at: AT + HOUR }), WINDOW)).incident).toBeNull();
      const third = await triage.report(report({ reporter: CLEO, at: AT + 2 * HOUR - 1 }), WINDOW);
      expect(third).toMatchObject({ formed: true, incident: { cases: 2, opened: AT + HOUR } });
      expect((await triage.readCase(DESK, 1))?.incident).toBeNull();
    });

    holds('takes in until its last report is as old as the window', async ({ triage }) => {
      await reportAll(triage, [ADA, BEN]);
      const last = AT + MINUTE;
      const late = await triage.report(report({ reporter: CLEO, at: last + HOUR - 1 }), WINDOW);
      expect(late.incident).toMatchObject({ number: 1, lastReport: last + HOUR - 1 });
      const later = await triage.report(report({ reporter: AGENT, at: last + 2 * HOUR - 1 }), WINDOW);
      expect(later.incident).toBeNull();
    });

    holds('a report that must not be counted together stands alone', async ({ triage }) => {
      for (const reporter of [ADA, BEN]) expect((await triage.report(report({ reporter }), ALONE)).incident).toBeNull();
    });

    holds('a resolved one is opened again by the next person', async (store) => {
      const { triage } = store;
      await reportAll(triage, [ADA, BEN]);
      await triage.changeIncident(DESK, 1, 1, change('resolved', { event: 'incident.resolved' }));
      expect(await triage.openIncidents(DESK, 9)).toEqual([]);
      const third = await triage.report(report({ reporter: CLEO, at: AT + 9 * MINUTE }), WINDOW);
      expect(third).toMatchObject({ formed: false, reopened: true });
      expect(third.incident).toMatchObject({ state: 'reopened', version: 3, changedBy: CLEO, cases: 3, people: 3 });
      expect(await triage.readIncident(DESK, 1)).toEqual(third.incident);
      await expectCountsTrue(store, DESK);
    });

    holds('a resolved one is opened again by who is in it and writes of it once more', async (store) => {
      const { triage } = store;
      const [first] = await reportAll(triage, [ADA, BEN]);
      await triage.changeIncident(DESK, 1, 1, change('resolved'));
      const edit = { ...report({ at: AT + 5 * MINUTE }), activityId: first!.case.activityId };
      expect(await triage.report(edit, WINDOW)).toMatchObject({ reopened: false, incident: { state: 'resolved' } });
      const again = await triage.report(report({ at: AT + 6 * MINUTE }), WINDOW);
      expect(again).toMatchObject({
        reopened: true,
        incident: { state: 'reopened', cases: 2, lastReport: AT + 6 * MINUTE },
      });
      await expectCountsTrue(store, DESK);
    });

    holds('an edit of an old message is no report of now', async (store) => {
      const { triage } = store;
      const old = report();
      await triage.report(old, WINDOW);
      await triage.report(report({ reporter: BEN, at: AT + 2 * HOUR }), WINDOW);
      const edit = await triage.report({ ...old, headline: 'Typo mended.', at: AT + 2 * HOUR + MINUTE }, WINDOW);
      expect(edit).toMatchObject({ incident: null, case: { headline: 'Typo mended.' } });
      const moved = { ...old, cause: 'consent-missing', at: AT + 2 * HOUR + 2 * MINUTE };
      await triage.report(moved, WINDOW);
      expect((await triage.report({ ...moved, cause: old.cause }, WINDOW)).incident).toMatchObject({
        cases: 2,
        people: 2,
      });
      await expectCountsTrue(store, DESK);
    });

    holds('a case that turns out to be something else leaves its incident and may join another', async (store) => {
      const { triage } = store;
      await reportAll(triage, [ADA, BEN, CLEO]);
      const moved = await triage.report(
        report({ reporter: CLEO, cause: 'consent-missing', at: AT + 3 * MINUTE }),
        WINDOW,
      );
      expect(moved).toMatchObject({ isNew: false, incident: null, case: { incident: null, cause: 'consent-missing' } });
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ cases: 2, people: 2, state: 'open' });
      await expectCountsTrue(store, DESK);
      const other = await triage.report(
        report({ reporter: AGENT, cause: 'consent-missing', at: AT + 4 * MINUTE }),
        WINDOW,
      );
      expect(other).toMatchObject({ formed: true, incident: { number: 2, cases: 2 } });
      const back = await triage.report(report({ reporter: CLEO, at: AT + 5 * MINUTE }), WINDOW);
      expect(back.incident).toMatchObject({ number: 1, cases: 3, people: 3 });
      await expectCountsTrue(store, DESK);
    });

    holds('one that all have left is resolved, by nobody', async (store) => {
      const { triage } = store;
      await reportAll(triage, [ADA, BEN]);
      for (const reporter of [ADA, BEN])
        await triage.report(
          report({ reporter, cause: 'consent-missing', app: reporter.id, at: AT + 3 * MINUTE }),
          WINDOW,
        );
      expect(await triage.readIncident(DESK, 1)).toMatchObject({
        state: 'resolved',
        cases: 0,
        people: 0,
        changedBy: null,
        resolved: AT + 3 * MINUTE,
      });
      await expectCountsTrue(store, DESK);
    });

    holds('keeps the first message that shows it', async ({ triage }) => {
      await reportAll(triage, [ADA, BEN]);
      expect(await triage.shown(DESK, 1, 'thread-1', 'card-1')).toEqual({ thread: 'thread-1', card: 'card-1' });
      expect(await triage.shown(DESK, 1, 'thread-2', 'card-2')).toEqual({ thread: 'thread-1', card: 'card-1' });
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ thread: 'thread-1', card: 'card-1', version: 1 });
      expect(await triage.shown(DESK, 9, 'thread-9', 'card-9')).toEqual({ thread: 'thread-9', card: 'card-9' });
    });
  });

  describe(`${name}: changes of status`, () => {
    holds('takes a change to the version that was read, and no other', async (store) => {
      const { triage } = store;
      await triage.report(report(), WINDOW);
      const taken = await triage.changeCase(DESK, 1, 1, change('taken'));
      expect(taken).toMatchObject({
        state: 'taken',
        version: 2,
        assignee: AGENT,
        changedBy: AGENT,
        taken: AT + MINUTE,
      });
      expect(await triage.readCase(DESK, 1)).toEqual(taken);
      expect(await triage.changeCase(DESK, 1, 1, change('resolved'))).toBeUndefined();
      expect(await triage.readCase(DESK, 1)).toEqual(taken);
      expect(await triage.changeCase(DESK, 2, 1, change('taken'))).toBeUndefined();
      expect(await triage.changeCase(OTHER_DESK, 1, 1, change('taken'))).toBeUndefined();
      await expectCountsTrue(store, DESK);
    });

    holds('knows when it was first taken and last resolved', async (store) => {
      const { triage } = store;
      await triage.report(report(), WINDOW);
      const walk = [
        change('taken', { at: AT + 1 }),
        change('waiting', { at: AT + 2, assignee: AGENT, waitingFor: 'tenant-admin' }),
        change('taken', { at: AT + 3, assignee: BEN }),
        change('resolved', { at: AT + 4, wrong: true }),
        change('resolved', { at: AT + 5 }),
        change('reopened', { at: AT + 6 }),
      ] as const;
      for (const [n, step] of walk.entries()) {
        const { state, assignee, waitingFor, at, by } = step;
        const changed = await triage.changeCase(DESK, 1, n + 1, step);
        expect(changed).toMatchObject({ state, assignee, waitingFor, changed: at, changedBy: by, version: n + 2 });
        await expectCountsTrue(store, DESK);
      }
      expect(await triage.readCase(DESK, 1)).toMatchObject({ taken: AT + 1, resolved: AT + 4, wrong: true });
    });

    holds('changes an incident and leaves its cases as they are', async (store) => {
      const { triage } = store;
      await reportAll(triage, [ADA, BEN]);
      const taken = await triage.changeIncident(DESK, 1, 1, change('taken'));
      expect(taken).toMatchObject({ state: 'taken', version: 2, assignee: AGENT, cases: 2 });
      expect(await triage.changeIncident(DESK, 1, 1, change('resolved'))).toBeUndefined();
      expect(await triage.changeIncident(DESK, 1, 2, change('resolved'))).toMatchObject({ resolved: AT + MINUTE });
      expect((await triage.casesOf(DESK, 1, 9)).map(({ state, version }) => [state, version])).toEqual([
        ['open', 1],
        ['open', 1],
      ]);
      await expectCountsTrue(store, DESK);
    });
  });

  describe(`${name}: what is withdrawn`, () => {
    holds('a deleted message takes its case with it', async (store) => {
      const { triage } = store;
      const [, second] = await reportAll(triage, [ADA, BEN, CLEO]);
      const { activityId } = second!.case;
      expect(await triage.withdraw(OTHER_DESK, activityId, AT)).toBe(false);
      expect(await triage.withdraw(DESK, activityId, AT)).toBe(true);
      expect(await triage.withdraw(DESK, activityId, AT)).toBe(false);
      expect(await triage.readCase(DESK, 2)).toBeUndefined();
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ cases: 2, people: 2 });
      await expectCountsTrue(store, DESK);
      expect((await triage.report(report({ reporter: BEN }), WINDOW)).case.number).toBe(4);
    });

    holds('a case is found by the message that began it and by the one that it quotes', async ({ triage }) => {
      const own = (await triage.report(report(), WINDOW)).case;
      const handedIn = (await triage.report(report({ reporter: BEN, quotedId: 'quoted-1' }), WINDOW)).case;
      expect(own.quotedId).toBeNull();
      expect(handedIn.quotedId).toBe('quoted-1');
      expect(await triage.caseOf(DESK, own.activityId)).toEqual(await triage.readCase(DESK, own.number));
      for (const id of [handedIn.activityId, 'quoted-1'])
        expect((await triage.caseOf(DESK, id))?.number).toBe(handedIn.number);
      expect(await triage.caseOf(OTHER_DESK, 'quoted-1')).toBeUndefined();
      expect(await triage.caseOf(DESK, 'another')).toBeUndefined();
    });

    holds('what a case was begun by stays, whoever reports it again', async ({ triage }) => {
      const first = (await triage.report(report({ quotedId: 'quoted-2' }), WINDOW)).case;
      const again = (await triage.report(report({ quotedId: null, at: AT + 1 }), WINDOW)).case;
      expect(again).toMatchObject({ number: first.number, activityId: first.activityId, quotedId: 'quoted-2' });
    });

    holds('a deleted later message leaves the case', async ({ triage }) => {
      await triage.report(report(), WINDOW);
      const later = report({ at: AT + 1 });
      await triage.report(later, WINDOW);
      expect(await triage.withdraw(DESK, later.activityId, AT + 2)).toBe(false);
    });

    holds('with its last case an incident is resolved', async (store) => {
      const { triage } = store;
      const all = await reportAll(triage, [ADA, BEN]);
      for (const { case: one } of all) await triage.withdraw(DESK, one.activityId, AT + 9 * MINUTE);
      expect(await triage.readIncident(DESK, 1)).toMatchObject({
        state: 'resolved',
        resolved: AT + 9 * MINUTE,
        cases: 0,
      });
      expect(await triage.totals(DESK, 0)).toEqual({ openCases: 0, openIncidents: 0, hours: [] });
    });

    holds('a desk that is left takes everything with it, and no other desk', async (store) => {
      const { triage } = store;
      for (const desk of [DESK, OTHER_DESK]) await reportAll(triage, [ADA, BEN, CLEO], { desk });
      expect(await triage.removeDesk(DESK)).toBe(3);
      expect(await triage.removeDesk(DESK)).toBe(0);
      expect(await everyCase(triage, DESK)).toEqual([]);
      expect(await triage.readIncident(DESK, 1)).toBeUndefined();
      expect(await triage.totals(DESK, 0)).toEqual({ openCases: 0, openIncidents: 0, hours: [] });
      expect(await triage.changeCase(DESK, 1, 1, change('taken'))).toBeUndefined();
      expect((await triage.report(report(), WINDOW)).case.number).toBe(1);
      expect(await everyCase(triage, OTHER_DESK)).toHaveLength(3);
      await expectCountsTrue(store, OTHER_DESK);
    });

    holds('a desk of more than one step’s worth goes whole', async (store) => {
      const { triage } = store;
      const many = Array.from({ length: 600 }, (_, n) =>
        report({ thread: `${n}`, reporter: { id: `${n}`, name: '' } }),
      );
      await Promise.all(many.map((one) => triage.report(one, WINDOW)));
      expect(await triage.removeDesk(DESK)).toBe(600);
      expect(await triage.openIncidents(DESK, 9)).toEqual([]);
    });
  });

  describe(`${name}: the board`, () => {
    holds('shows what is open, newest first', async ({ triage }) => {
      await reportAll(triage, [ADA, BEN]);
      await reportAll(triage, [ADA, BEN], { cause: 'consent-missing', thread: 'other', at: AT + 10 * MINUTE });
      await reportAll(triage, [ADA, BEN], { cause: 'wrong-audience', thread: 'third', at: AT + 20 * MINUTE });
      await triage.report(report({ reporter: CLEO, at: AT + 30 * MINUTE }), WINDOW);
      await triage.changeIncident(DESK, 2, 1, change('resolved'));
      await triage.changeCase(DESK, 3, 1, change('resolved'));
      expect((await triage.openIncidents(DESK, 9)).map(({ number }) => number)).toEqual([1, 3]);
      expect((await triage.openIncidents(DESK, 1)).map(({ number }) => number)).toEqual([1]);
      expect(await triage.openIncidents(OTHER_DESK, 9)).toEqual([]);
      expect((await triage.openCases(DESK, 9)).map(({ number }) => number)).toEqual([7, 6, 5, 4, 2, 1]);
      expect((await triage.openCases(DESK, 2)).map(({ number }) => number)).toEqual([7, 6]);
    });

    holds('shows the open cases of one agent', async ({ triage }) => {
      await reportAll(triage, [ADA, BEN, CLEO]);
      for (const number of [1, 2, 3]) await triage.changeCase(DESK, number, 1, change('taken'));
      await triage.changeCase(DESK, 1, 2, change('resolved', { assignee: AGENT }));
      await triage.changeCase(DESK, 2, 2, change('taken', { assignee: BEN }));
      expect((await triage.openCases(DESK, 9, AGENT.id)).map(({ number }) => number)).toEqual([3]);
      expect((await triage.openCases(DESK, 9, BEN.id)).map(({ number }) => number)).toEqual([2]);
      expect(await triage.openCases(DESK, 9, '29:nobody')).toEqual([]);
    });

    holds('counts by hour and cause', async ({ triage }) => {
      const hour = AT - 30 * MINUTE;
      const at = [hour, hour + HOUR - 1, hour + HOUR, hour + 3 * HOUR];
      for (const [n, instant] of at.entries()) await triage.report(report({ thread: `${n}`, at: instant }), ALONE);
      await triage.report(report({ thread: 'x', cause: 'consent-missing', at: hour + 1 }), ALONE);
      expect((await triage.totals(DESK, hour)).hours).toEqual([
        { hour, cause: 'client-secret-expired', cases: 2 },
        { hour, cause: 'consent-missing', cases: 1 },
        { hour: hour + HOUR, cause: 'client-secret-expired', cases: 1 },
        { hour: hour + 3 * HOUR, cause: 'client-secret-expired', cases: 1 },
      ]);
      expect((await triage.totals(DESK, hour + HOUR + 1)).hours.map((one) => one.hour)).toEqual([
        hour + HOUR,
        hour + 3 * HOUR,
      ]);
      expect(await triage.totals(OTHER_DESK, 0)).toEqual({ openCases: 0, openIncidents: 0, hours: [] });
    });

    holds('tells what one cause did since: people and the apps that are known', async ({ triage }) => {
      const apps = ['app-1', 'app-1', 'app-2', null];
      for (const [n, app] of apps.entries())
        await triage.report(report({ thread: `${n}`, app, reporter: n < 2 ? ADA : BEN, at: AT + n }), WINDOW);
      await triage.report(report({ thread: 'z', cause: 'consent-missing', at: AT }), WINDOW);
      const cause = 'client-secret-expired';
      expect(await triage.burst(DESK, cause, AT)).toEqual({ people: 2, apps: 2, cases: 4, since: AT });
      expect(await triage.burst(DESK, cause, AT + 2)).toEqual({ people: 1, apps: 1, cases: 2, since: AT + 2 });
      const nothing = { people: 0, apps: 0, cases: 0, since: null };
      expect(await triage.burst(DESK, cause, AT + 4)).toEqual(nothing);
      expect(await triage.burst(OTHER_DESK, cause, AT)).toEqual(nothing);
    });

    holds('lists every case of a time once, oldest first, page by page', async ({ triage }) => {
      for (const [n, desk] of [DESK, OTHER_DESK, DESK, DESK, OTHER_DESK, DESK].entries())
        await triage.report(report({ desk, thread: `${n}`, at: AT + Math.floor(n / 3) }), ALONE);
      for (const desk of [null, DESK, OTHER_DESK]) {
        const whole = (await triage.list(desk, AT, AT + 2, null, 100)).map(placeOf);
        expect(whole).toHaveLength(desk === null ? 6 : desk === DESK ? 4 : 2);
        expect(whole.map(({ reported }) => reported)).toEqual(whole.map(({ reported }) => reported).sort());
        const paged: CasePlace[] = [];
        for (let after: CasePlace | null = null; ; after = paged.at(-1)!) {
          const page = (await triage.list(desk, AT, AT + 2, after, 1)).map(placeOf);
          if (page.length === 0) break;
          paged.push(...page);
        }
        expect(paged).toEqual(whole);
        expect(await triage.list(desk, AT + 2, AT + 9, null, 100)).toEqual([]);
        const begun = await triage.list(desk, AT, AT + 1, null, 100);
        expect(begun.every(({ reported }) => reported === AT)).toBe(true);
      }
    });
  });
}

function placeOf({ reported, desk, number }: StoredCase): CasePlace {
  return { reported, desk, number };
}
