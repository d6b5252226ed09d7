import { describe, expect } from 'vitest';
import type { ErasedPerson } from '../../src/storage/store.ts';
import type { OutboxRow } from '../../src/storage/triage-store.ts';
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
  report,
  reportAll,
  WINDOW,
} from './triage-fixture.ts';

const DAY = 24 * 60 * MINUTE;
const NOBODY = { id: '', name: '' };
const SLACK = 'slack/C024BE91L';
const erased = (id: string, channel = 'msteams'): ErasedPerson => ({
  person: id,
  personKey: `${channel}/${id}`,
  by: 'hash',
});

/** What goes from cases and incidents: one person's data when they ask, and everything when it has had its time. */
export function describeTriageRetention(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: erasing a person from cases`, () => {
    holds('leaves cause, app and times, and nothing of the person', async (store) => {
      const { triage } = store;
      await reportAll(triage, [ADA, BEN, CLEO]);
      const before = await triage.readCase(DESK, 1);
      expect(await store.erase(erased(ADA.id))).toBe(1);
      expect(await triage.readCase(DESK, 1)).toEqual({ ...before, reporter: NOBODY, content: '{}', headline: '' });
      expect(await triage.readCase(DESK, 2)).toMatchObject({ reporter: BEN, content: report().content });
      expect(await store.erase(erased(ADA.id))).toBe(0);
      expect(await store.erase(erased(''))).toBe(0);
      await expectCountsTrue(store, DESK);
    });

    holds('leaves cases as they are where what belongs to teams stays', async (store) => {
      await reportAll(store.triage, [ADA, BEN]);
      const before = await everyCase(store.triage, DESK);
      expect(await store.erase({ ...erased(ADA.id), keepsTeams: true })).toBe(0);
      expect(await everyCase(store.triage, DESK)).toEqual(before);
    });

    holds('takes them out as agent, of cases and incidents', async (store) => {
      const { triage } = store;
      await reportAll(triage, [ADA, BEN]);
      await triage.changeCase(DESK, 1, 1, change('taken'));
      await triage.changeCase(DESK, 2, 1, change('taken', { assignee: BEN }));
      await triage.changeIncident(DESK, 1, 1, change('taken', { by: BEN }));
      expect(await store.erase(erased(AGENT.id))).toBe(3);
      expect(await triage.readCase(DESK, 1)).toMatchObject({ reporter: ADA, assignee: NOBODY, changedBy: NOBODY });
      expect(await triage.readCase(DESK, 2)).toMatchObject({ reporter: BEN, assignee: BEN, changedBy: NOBODY });
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ assignee: NOBODY, changedBy: BEN });
    });

    holds('an incident is named by the oldest of its cases that still has a name', async (store) => {
      const { triage } = store;
      for (const reporter of [ADA, BEN])
        await triage.report(report({ reporter, headline: `The account of ${reporter.name} is locked.` }), WINDOW);
      await store.erase(erased(ADA.id));
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ headline: 'The account of Ben is locked.' });
      await store.erase(erased(BEN.id));
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ headline: '', cases: 2, people: 2 });
    });

    holds('is about one channel’s person, whatever others are called', async (store) => {
      const { triage } = store;
      for (const id of ['29:ad', '29:ada2', '29_ada', '29:ADA'])
        await triage.report(report({ reporter: { id, name: id } }), ALONE);
      await triage.report(report({ desk: SLACK }), ALONE);
      expect(await store.erase(erased(ADA.id))).toBe(0);
      expect(await store.erase(erased(ADA.id, 'slack'))).toBe(1);
      expect((await everyCase(triage, SLACK))[0]?.reporter).toEqual(NOBODY);
    });

    holds('whoever reports again after it has a new case', async (store) => {
      const { triage } = store;
      for (const reporter of [ADA, BEN]) await triage.report(report({ reporter, thread: 'one' }), WINDOW);
      for (const { id } of [ADA, BEN]) await store.erase(erased(id));
      const { case: again, isNew } = await triage.report(report({ thread: 'one' }), WINDOW);
      expect([again.number, isNew]).toEqual([3, true]);
      expect((await triage.report(report({ thread: 'one', reporter: NOBODY }), WINDOW)).isNew).toBe(true);
    });

    holds('also from what waits in the outbox', async (store) => {
      const { triage, outbox } = store;
      outbox.enable();
      const odd = { id: '29:a"d\\a', name: 'Ada "the" Count' };
      await triage.report(report({ reporter: odd, headline: 'The account of the Count is locked.' }), WINDOW);
      await triage.report(report({ reporter: BEN }), WINDOW);
      await triage.changeCase(DESK, 2, 1, change('taken', { by: odd, assignee: odd }));
      await store.erase(erased(odd.id));
      const rows: OutboxRow[] = [];
      for (let claimed = await outbox.claim(AT, AT + 1, 99); claimed.length > 0; ) {
        rows.push(...claimed);
        for (const { id } of claimed) await outbox.delivered(id);
        claimed = await outbox.claim(AT, AT + 1, 99);
      }
      expect(rows).toHaveLength(4);
      expect(rows.map(({ snapshot }) => JSON.parse(snapshot))).toMatchObject([
        { number: 1, reporter: NOBODY, headline: '', cause: 'client-secret-expired' },
        { number: 2, reporter: BEN, headline: report().headline },
        { number: 1, cases: 2 },
        { number: 2, reporter: BEN, assignee: NOBODY, changedBy: NOBODY },
      ]);
      expect(JSON.stringify(rows)).not.toContain('Count');
    });

    holds('of more cases than one step takes', async (store) => {
      const many = Array.from({ length: 600 }, (_, n) => report({ thread: `${n}` }));
      await Promise.all(many.map((one) => store.triage.report(one, ALONE)));
      expect(await store.erase(erased(ADA.id))).toBe(600);
      expect((await everyCase(store.triage, DESK)).every(({ reporter }) => reporter.id === '')).toBe(true);
    });
  });

  describe(`${name}: pruning cases`, () => {
    const limits = { now: AT + 400 * DAY, seenBefore: AT, keptBefore: AT + 370 * DAY };

    holds('removes what was resolved before, with incidents that are empty then', async (store) => {
      const { triage, prune } = store;
      await reportAll(triage, [ADA, BEN]);
      await reportAll(triage, [ADA, BEN], { cause: 'consent-missing', thread: 'x', at: AT + 380 * DAY });
      await triage.report(report({ reporter: CLEO, cause: 'wrong-audience', at: AT + 360 * DAY }), WINDOW);
      const { keptBefore } = limits;
      await triage.changeCase(DESK, 1, 1, change('resolved', { at: keptBefore - 1 }));
      await triage.changeCase(DESK, 2, 1, change('resolved', { at: keptBefore }));
      await prune(limits);
      expect((await everyCase(triage, DESK)).map(({ number }) => number).sort()).toEqual([2, 3, 4, 5]);
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ cases: 2, people: 2 });
      await prune({ ...limits, keptBefore: keptBefore + 1 });
      expect((await everyCase(triage, DESK)).map(({ number }) => number).sort()).toEqual([3, 4, 5]);
      expect(await triage.readIncident(DESK, 1)).toBeUndefined();
      expect(await triage.readIncident(DESK, 2)).toMatchObject({ cases: 2 });
      expect(await triage.totals(DESK, 0)).toMatchObject({ openCases: 3, openIncidents: 1 });
      expect((await triage.report(report({ thread: 'new' }), ALONE)).case.number).toBe(6);
    });

    holds('removes what nobody resolved only once nobody touched it for a year', async ({ triage, prune }) => {
      await reportAll(triage, [ADA, BEN, CLEO]);
      await triage.changeCase(DESK, 1, 1, change('taken', { at: AT + 35 * DAY }));
      await triage.report(report({ reporter: BEN, at: AT + 35 * DAY }), WINDOW);
      await prune({ ...limits, now: AT + 365 * DAY });
      expect(await everyCase(triage, DESK)).toHaveLength(3);
      await prune({ ...limits, now: AT + 366 * DAY });
      expect((await everyCase(triage, DESK)).map(({ number }) => number)).toEqual([1, 2]);
      expect(await triage.totals(DESK, 0)).toMatchObject({ openCases: 2, openIncidents: 1 });
      await prune(limits);
      expect(await everyCase(triage, DESK)).toHaveLength(2);
      await prune({ ...limits, now: AT + 401 * DAY });
      expect(await everyCase(triage, DESK)).toEqual([]);
      expect(await triage.totals(DESK, 0)).toMatchObject({ openCases: 0, openIncidents: 0 });
      expect(await triage.readIncident(DESK, 1)).toBeUndefined();
    });

    holds('removes incidents that everybody left', async ({ triage, prune }) => {
      for (const { case: one } of await reportAll(triage, [ADA, BEN])) await triage.withdraw(DESK, one.activityId, AT);
      await prune({ ...limits, keptBefore: AT });
      expect(await triage.readIncident(DESK, 1)).toMatchObject({ state: 'resolved' });
      await prune(limits);
      expect(await triage.readIncident(DESK, 1)).toBeUndefined();
      expect(await triage.totals(DESK, 0)).toMatchObject({ openIncidents: 0 });
    });

    holds('removes counts by hour after eight days, whatever a case of then turns out to be', async (store) => {
      const { triage, prune } = store;
      await triage.report(report(), ALONE);
      await triage.report(report({ reporter: BEN, at: AT + 2 * DAY }), ALONE);
      await prune({ ...limits, now: AT + 9 * DAY, keptBefore: AT });
      expect((await triage.totals(DESK, 0)).hours).toHaveLength(1);
      await triage.report(report({ cause: 'consent-missing', at: AT + 9 * DAY }), ALONE);
      await triage.report(report({ reporter: BEN, cause: 'consent-missing', at: AT + 9 * DAY }), ALONE);
      expect((await triage.totals(DESK, 0)).hours.map(({ cause, cases }) => [cause, cases])).toEqual([
        ['consent-missing', 1],
      ]);
    });

    holds('removes what nobody took from the outbox in thirty days', async ({ triage, outbox, prune }) => {
      outbox.enable();
      await triage.report(report(), ALONE);
      await triage.report(report({ thread: 'b', at: AT + DAY }), ALONE);
      await prune({ ...limits, now: AT + 30 * DAY + 1, keptBefore: AT });
      expect(await outbox.waiting()).toEqual({ rows: 1, oldest: AT + DAY });
    });

    holds('removes more than one step’s worth, at many desks, by two instances at once', async (store, { open }) => {
      const { triage, prune } = store;
      const other = await open();
      const many = Array.from({ length: 650 }, (_, n) =>
        report({ thread: `${n}`, desk: `${DESK}-${n < 640 ? 0 : n}` }),
      );
      await Promise.all(
        many.map(async (one) => {
          const { desk, number } = (await triage.report(one, ALONE)).case;
          if (number % 100 !== 0) await triage.changeCase(desk, number, 1, change('resolved'));
        }),
      );
      await Promise.all([prune({ ...limits, now: AT + 9 * DAY }), other.prune({ ...limits, now: AT + 9 * DAY })]);
      await prune({ ...limits, now: AT + 9 * DAY });
      expect(await everyCase(triage, null)).toHaveLength(6);
      expect(await triage.totals(`${DESK}-0`, 0)).toMatchObject({ openCases: 6 });
    });
  });
}
