import { describe, expect } from 'vitest';
import type { Outbox, OutboxRow } from '../../src/storage/triage-store.ts';
import { AT, MINUTE, type StoreFixture, storeTest } from './store-fixture.ts';
import { ADA, AGENT, ALONE, BEN, CLEO, change, DESK, OTHER_DESK, report, reportAll, WINDOW } from './triage-fixture.ts';

const LATER = AT + 60 * MINUTE;
const eventsOf = (rows: readonly OutboxRow[]): readonly string[] => rows.map(({ event }) => event);

/** Delivers all that is due, in the order of their ids. */
async function drain(outbox: Outbox): Promise<readonly OutboxRow[]> {
  const all: OutboxRow[] = [];
  for (;;) {
    const rows = await outbox.claim(LATER, LATER + MINUTE, 1_000);
    for (const { id } of rows) await outbox.delivered(id);
    all.push(...rows);
    if (rows.length === 0) return all.toSorted((a, b) => Number(a.id) - Number(b.id));
  }
}

/** What is told to a ticket system: nothing is lost, nothing overtakes, nothing goes to two. */
export function describeOutbox(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: outbox`, () => {
    holds('holds nothing where nobody delivers', async ({ triage, outbox }) => {
      await reportAll(triage, [ADA, BEN]);
      await triage.changeCase(DESK, 1, 1, change('taken'));
      expect(await outbox.claim(LATER, LATER, 10)).toEqual([]);
      expect(await outbox.waiting()).toEqual({ rows: 0, oldest: null });
    });

    holds('tells what happened, in order, as it stood then', async ({ triage, outbox }) => {
      outbox.enable();
      const first = report();
      await triage.report(first, WINDOW);
      await triage.report({ ...first, verdict: 'likely' }, WINDOW);
      await triage.report(report({ reporter: BEN, at: AT + 1 }), WINDOW);
      await triage.changeIncident(DESK, 1, 1, change('resolved', { event: 'incident.resolved', at: AT + 2 }));
      const third = report({ reporter: CLEO, at: AT + 3 });
      await triage.report(third, WINDOW);
      await triage.report(report({ reporter: AGENT, at: AT + 4 }), WINDOW);
      await triage.changeCase(DESK, 1, 1, change('taken', { event: 'case.taken', at: AT + 5 }));
      await triage.changeCase(DESK, 1, 1, change('resolved', { event: 'case.resolved', at: AT + 6 }));
      await triage.withdraw(DESK, third.activityId, AT + 7);
      expect(await outbox.waiting()).toEqual({ rows: 11, oldest: AT });
      const rows = await drain(outbox);
      expect(rows.map(({ event, number, at }) => `${event} ${number} +${at - AT}`)).toEqual([
        'case.opened 1 +0',
        'case.updated 1 +0',
        'case.opened 2 +1',
        'incident.opened 1 +1',
        'incident.resolved 1 +2',
        'case.opened 3 +3',
        'incident.reopened 1 +3',
        'case.opened 4 +4',
        'incident.grew 1 +4',
        'case.taken 1 +5',
        'case.withdrawn 3 +7',
      ]);
      expect(rows.every(({ desk, attempts }) => desk === DESK && attempts === 0)).toBe(true);
      expect(rows.every(({ subject, event }) => event.startsWith(`${subject}.`))).toBe(true);
    });

    holds(
      'a snapshot is the case or the incident after the change, without its content',
      async ({ triage, outbox }) => {
        outbox.enable();
        await triage.report(report({ content: '{"excerpt":"only-in-the-content"}' }), WINDOW);
        const { incident } = await triage.report(report({ reporter: BEN }), WINDOW);
        const taken = await triage.changeCase(DESK, 1, 1, change('taken', { event: 'case.taken' }));
        const rows = await drain(outbox);
        const byEvent = new Map<string, unknown>(
          rows.map(({ event, snapshot }) => [event, JSON.parse(snapshot) as unknown]),
        );
        const { content: _, ...known } = taken!;
        expect(byEvent.get('case.taken')).toEqual(known);
        expect(byEvent.get('incident.opened')).toEqual(incident);
        expect(JSON.stringify(rows)).not.toContain('only-in-the-content');
      },
    );

    holds('a case that all have left ends its incident, which is told', async ({ triage, outbox }) => {
      const all = await reportAll(triage, [ADA, BEN]);
      outbox.enable();
      for (const { case: one } of all) await triage.withdraw(DESK, one.activityId, AT);
      expect(eventsOf(await drain(outbox))).toEqual(['case.withdrawn', 'incident.resolved', 'case.withdrawn']);
    });

    holds('gives a row to one of two instances, and again once the claim has run out', async (store, { open }) => {
      const other = (await open()).outbox;
      const { triage, outbox } = store;
      outbox.enable();
      for (let n = 0; n < 40; n += 1) await triage.report(report({ desk: `${DESK}-${n % 8}`, thread: `${n}` }), ALONE);
      const claims = await Promise.all([outbox, other, outbox, other].map((one) => one.claim(AT, AT + MINUTE, 30)));
      const ids = claims.flat().map(({ id }) => id);
      expect(ids.length).toBeGreaterThanOrEqual(30);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) await outbox.delivered(id);
      expect(await outbox.waiting()).toMatchObject({ rows: 40 - ids.length });
      await triage.report(report({ thread: 'last' }), ALONE);
      const [held] = (await outbox.claim(AT, AT + MINUTE, 99)).slice(-1);
      expect(await other.claim(AT + MINUTE - 1, LATER, 99)).toEqual([]);
      expect((await other.claim(AT + MINUTE, LATER, 99)).map(({ id }) => id)).toContain(held?.id);
    });

    holds('of one case or incident there is never more than one under way', async ({ triage, outbox }) => {
      outbox.enable();
      const first = report();
      for (const verdict of ['possible', 'likely', 'certain']) await triage.report({ ...first, verdict }, WINDOW);
      await triage.report(report({ reporter: BEN }), WINDOW);
      await triage.report(report({ reporter: CLEO }), WINDOW);
      const claim = async (): Promise<readonly string[]> => {
        const rows = await outbox.claim(AT, AT + MINUTE, 9);
        return rows.map(({ event, number }) => `${event} ${number}`);
      };
      expect(await claim()).toEqual(['case.opened 1', 'case.opened 2', 'incident.opened 1', 'case.opened 3']);
      expect(await claim()).toEqual([]);
      const [again] = await outbox.claim(AT + MINUTE, AT + 2 * MINUTE, 1);
      expect(again?.event).toBe('case.opened');
      await outbox.delivered(again!.id);
      expect(await claim()).toEqual(['case.updated 1']);
      expect(await claim()).toEqual([]);
    });

    holds('what could not be delivered comes back later, and nothing of its case overtakes it', async (store) => {
      const { triage, outbox } = store;
      outbox.enable();
      const first = report();
      for (const headline of ['a', 'b']) await triage.report({ ...first, headline }, ALONE);
      const [a] = await outbox.claim(AT, AT + MINUTE, 1);
      await outbox.failed(a!.id, AT + 10 * MINUTE);
      await triage.report(report({ thread: 'other' }), ALONE);
      const between = await outbox.claim(AT + 5 * MINUTE, AT + 6 * MINUTE, 9);
      expect(between.map(({ number, attempts }) => [number, attempts])).toEqual([[2, 0]]);
      const rows = await outbox.claim(AT + 10 * MINUTE, AT + 11 * MINUTE, 9);
      expect(rows.map(({ id, number, attempts }) => [id, number, attempts])).toEqual([
        [a?.id, 1, 1],
        [between[0]?.id, 2, 0],
      ]);
      expect(await outbox.waiting()).toEqual({ rows: 3, oldest: AT });
    });

    holds('is kept over instances and leaves with its desk', async ({ triage, outbox }, { open }) => {
      outbox.enable();
      await triage.report(report(), WINDOW);
      await triage.report(report({ desk: OTHER_DESK }), WINDOW);
      expect(await (await open()).outbox.waiting()).toMatchObject({ rows: 2 });
      await triage.removeDesk(DESK);
      expect((await drain(outbox)).map(({ desk }) => desk)).toEqual([OTHER_DESK]);
    });

    holds('names no row twice, also after all were delivered', async ({ triage, outbox }) => {
      outbox.enable();
      await triage.report(report({ thread: 'a' }), ALONE);
      const [before] = await drain(outbox);
      await triage.report(report({ thread: 'b' }), ALONE);
      const [after] = await drain(outbox);
      expect(Number(after?.id)).toBeGreaterThan(Number(before?.id));
    });
  });
}
