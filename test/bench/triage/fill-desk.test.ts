import { expect, test } from 'vitest';
import { filledSqlite } from '../../../bench/triage/filled-stores.ts';
import { everyCase, expectCountsTrue, report, WINDOW } from '../../contract/triage-fixture.ts';

test('a filled desk is as if all of it had been reported', async () => {
  const { store, fill, dispose } = await filledSqlite();
  try {
    const { desk } = await fill(0, 1_000);
    const { now } = await fill(1_000, 2_000);
    await expectCountsTrue(store, desk);
    const cases = await everyCase(store.triage, desk);
    expect(cases.map(({ number }) => number)).toEqual(Array.from({ length: 2_000 }, (_, n) => n + 1));
    // Nobody stands alone who has a failure of somebody else's.
    const alone = cases.filter(({ incident }) => incident === null).map(({ cause, app }) => `${cause} ${app}`);
    expect(new Set(alone).size).toBe(alone.length);
    const next = await store.triage.report(report({ desk, at: now }), WINDOW);
    expect(next.case.number).toBe(2_001);
    const last = await store.triage.readIncident(desk, 200);
    const joined = await store.triage.report(
      report({
        desk,
        thread: 'new',
        reporter: { id: '29:new', name: '' },
        cause: last!.cause,
        app: last!.app,
        at: now,
      }),
      WINDOW,
    );
    expect(joined.incident).toMatchObject({ number: 200, cases: 7, people: 7 });
    await expectCountsTrue(store, desk);
  } finally {
    await dispose();
  }
});
