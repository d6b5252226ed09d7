import { describe, expect } from 'vitest';
import type { Party } from '../../src/storage/triage-store.ts';
import { AT, type StoreFixture, storeTest } from './store-fixture.ts';
import { ADA, BEN, change, DESK, everyCase, expectCountsTrue, report, WINDOW } from './triage-fixture.ts';

const ROUNDS = 10;
const crowd = (size: number): readonly Party[] =>
  Array.from({ length: size }, (_, n) => ({ id: `29:p${n}`, name: `P${n}` }));
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n + 1);

/** Cases and incidents where two instances are at the same desk. */
export function describeTriageInstances(name: string, createFixture: () => Promise<StoreFixture>): void {
  const holds = storeTest(createFixture);

  describe(`${name}: two instances at one desk`, () => {
    holds('reports of one person in one thread are one case', async (store, { open }) => {
      const both = [store, await open()];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const thread = `thread-${round}`;
        const reported = await Promise.all(
          [0, 1, 2, 3].map((n) => both[n % 2]!.triage.report(report({ thread, app: thread, at: AT + n }), WINDOW)),
        );
        expect(reported.filter(({ isNew }) => isNew)).toHaveLength(1);
        expect(new Set(reported.map(({ case: { number } }) => number))).toEqual(new Set([round]));
      }
      await expectCountsTrue(store, DESK);
    });

    holds('the first reports of a desk at once find one desk', async (store, { open }) => {
      const both = [store, await open()];
      for (let round = 0; round < ROUNDS; round += 1) {
        const desk = `${DESK}-${round}`;
        const made = await Promise.all(
          crowd(4).map((reporter, n) => both[n % 2]!.triage.report(report({ desk, reporter }), WINDOW)),
        );
        expect(made.map((one) => one.case.number).sort()).toEqual([1, 2, 3, 4]);
      }
    });

    holds(
      'ten people with one failure are one incident of ten, numbers without gap or repeat',
      async (store, { open }) => {
        const both = [store, await open()];
        for (let round = 1; round <= ROUNDS; round += 1) {
          const app = `app-${round}`;
          const reported = await Promise.all(
            crowd(10).map((reporter, n) =>
              both[n % 2]!.triage.report(report({ reporter, app, thread: `${app} ${n}`, at: AT + n }), WINDOW),
            ),
          );
          expect(reported.filter(({ formed }) => formed)).toHaveLength(1);
          expect(reported.filter(({ incident }) => incident === null)).toHaveLength(1);
          expect(await store.triage.readIncident(DESK, round)).toMatchObject({ app, cases: 10, people: 10 });
          expect(await both[1]!.triage.casesOf(DESK, round, 99)).toHaveLength(10);
        }
        const numbers = (await everyCase(store.triage, DESK)).map(({ number }) => number);
        expect(numbers.sort((a, b) => a - b)).toEqual(upTo(10 * ROUNDS));
        await expectCountsTrue(store, DESK);
      },
    );

    holds('of changes at once one wins, and the other is told', async (store, { open }) => {
      const other = (await open()).triage;
      const { triage } = store;
      await triage.report(report(), WINDOW);
      await triage.report(report({ reporter: BEN }), WINDOW);
      for (let version = 1; version <= ROUNDS; version += 1) {
        const here = change(version % 2 === 1 ? 'resolved' : 'reopened', { by: ADA });
        const there = change('taken', { by: BEN, assignee: BEN });
        for (const changed of [
          await Promise.all([triage.changeCase(DESK, 1, version, here), other.changeCase(DESK, 1, version, there)]),
          await Promise.all([
            triage.changeIncident(DESK, 1, version, here),
            other.changeIncident(DESK, 1, version, there),
          ]),
        ]) {
          const won = changed.filter((one) => one !== undefined);
          expect(won).toHaveLength(1);
          expect(won[0]).toMatchObject({ version: version + 1, changedBy: changed[0] === undefined ? BEN : ADA });
        }
        await expectCountsTrue(store, DESK);
      }
    });

    holds('an incident is shown by one message', async ({ triage }, { open }) => {
      const other = (await open()).triage;
      for (const reporter of [ADA, BEN]) await triage.report(report({ reporter }), WINDOW);
      const shown = await Promise.all(
        [0, 1, 2, 3].map((n) => [triage, other][n % 2]!.shown(DESK, 1, `thread-${n}`, `card-${n}`)),
      );
      expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
    });

    holds('reports, changes and withdrawals in a mess leave counts that are true', async (store, { open }) => {
      const both = [store, await open()];
      const causes = ['client-secret-expired', 'consent-missing'];
      const people = crowd(6);
      for (let round = 0; round < 4; round += 1) {
        await Promise.all(
          Array.from({ length: 48 }, async (_, n) => {
            const { triage } = both[n % 2]!;
            const reporter = people[n % people.length]!;
            const made = await triage.report(
              report({
                reporter,
                cause: causes[(n + round) % 3 === 0 ? 0 : 1]!,
                thread: `${n % 9}`,
                at: AT + round * 1_000 + n,
                activityId: `${n % 9} ${reporter.id}`,
              }),
              { ...WINDOW, groups: n % 7 !== 0 },
            );
            const { number, version, activityId } = made.case;
            if (n % 5 === 0) await triage.changeCase(DESK, number, version, change('resolved'));
            if (n % 5 === 1) await triage.withdraw(DESK, activityId, AT);
            const { incident } = made;
            if (n % 5 === 2 && incident !== null)
              await triage.changeIncident(DESK, incident.number, incident.version, change('resolved'));
          }),
        );
        await expectCountsTrue(store, DESK);
      }
    });
  });
}
