import type { Store } from '../../src/storage/store.ts';
import type { NewReport } from '../../src/storage/triage-store.ts';
import { type Figure, printFigures } from '../table.ts';
import type { FilledDesk } from './fill-desk.ts';
import { type FilledStore, filledPostgres, filledSqlite } from './filled-stores.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const SHORT_MOST = 100_000;
const BOARD_TARGET_MS = 50;
const READINGS = 50;
const PAGE = 20;
const HOUR_MS = 60 * 60_000;
const REPORTS = 1_000;
const AT_ONCE = 50;
const RULE = { windowMs: HOUR_MS, groups: true } as const;

/** Prints how long the board takes from a thousand cases to a million. Returns how many promises were broken. */
export async function measureBoard(short: boolean): Promise<number> {
  let missed = 0;
  for (const open of [filledSqlite, filledPostgres]) {
    const filled = await open();
    if (filled === undefined) {
      console.log('\n== The board on PostgreSQL: not measured, PostgreSQL is not installed');
      continue;
    }
    try {
      missed += await measureStore(filled, short);
    } finally {
      await filled.dispose();
    }
  }
  return missed;
}

async function measureStore({ name, store, fill }: FilledStore, short: boolean): Promise<number> {
  const figures: Figure[] = [];
  const sizes = SIZES.filter((size) => !short || size <= SHORT_MOST);
  let [before, desk] = [0, undefined as FilledDesk | undefined];
  for (const size of sizes) {
    desk = await fill(before, size);
    before = size;
    const cases = size.toLocaleString('en');
    const board = await timesOf(() => readBoard(store, desk!));
    const burst = await timesOf(() => store.triage.burst(desk!.desk, 'cause-1', desk!.now - HOUR_MS));
    figures.push(
      targeted(`${cases} cases: median of ${READINGS}`, board[READINGS >> 1] ?? 0),
      targeted(`${cases} cases: nine of ten`, board[Math.floor(READINGS * 0.9)] ?? 0),
      told(`${cases} cases: worst of ${READINGS}`, board.at(-1) ?? 0),
      told(`${cases} cases: a burst of an hour, median`, burst[READINGS >> 1] ?? 0),
    );
  }
  figures.push(...(await reportFigures(store, desk!, before)));
  return printFigures(`The board on ${name}: open incidents, open cases, 24 hours`, figures, short);
}

async function readBoard({ triage }: Store, { desk, now }: FilledDesk): Promise<void> {
  const incidents = await triage.openIncidents(desk, PAGE);
  const totals = await triage.totals(desk, now - 24 * HOUR_MS);
  const cases = await triage.openCases(desk, PAGE);
  if (incidents.length < 2 || cases.length < PAGE || totals.hours.length < 24) throw new Error('The board is empty');
}

/** Milliseconds of each reading, the shortest first. */
async function timesOf(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let reading = 0; reading < READINGS; reading += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

async function reportFigures({ triage }: Store, { desk, now }: FilledDesk, size: number): Promise<readonly Figure[]> {
  const report = (n: number): Promise<unknown> => triage.report(reportOf(desk, now, n), RULE);
  const one = await perSecond(async () => {
    for (let n = 0; n < REPORTS; n += 1) await report(n);
  });
  const many = await perSecond(async () => {
    for (let n = REPORTS; n < 2 * REPORTS; n += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, (_, k) => report(n + k)));
  });
  const { number } = (await triage.openCases(desk, 1))[0] ?? { number: 0 };
  const lost = size + 2 * REPORTS - number;
  return [
    { name: 'reports a second at the full desk, one after the other', value: one.toFixed(0) },
    { name: `reports a second at the full desk, ${AT_ONCE} at once`, value: many.toFixed(0) },
    { name: 'numbers left out or given twice', value: String(lost), target: '0', worse: lost === 0 ? 1 : Infinity },
  ];
}

/** Half of them the same failure as somebody else's. */
function reportOf(desk: string, now: number, n: number): NewReport {
  return {
    desk,
    thread: `19:helpdesk@thread.tacv2;messageid=measured-${n}`,
    activityId: `measured-${n}`,
    quotedId: null,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    deskTenant: null,
    reporter: { id: `29:measured-${n % 700}`, name: `Person ${n % 700}` },
    cause: `cause-${n % 40}`,
    verdict: 'certain',
    app: n % 2 === 0 ? `app-${n % 10}` : `own-${n}`,
    tenant: null,
    headline: 'The client secret has expired.',
    owner: 'app-developer',
    diagnosisId: `measured-${n}`,
    content: JSON.stringify({ excerpt: 'AADSTS7000222: The provided client secret keys are expired. '.repeat(10) }),
    at: now + n,
  };
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (REPORTS * 1_000) / (performance.now() - begun);
}

/** The worst has no target: on a shared machine a neighbour can hold one reading up for longer than all others take. */
function told(name: string, ms: number): Figure {
  return { name, value: `${ms.toFixed(2)} ms` };
}

function targeted(name: string, ms: number): Figure {
  return { name, value: `${ms.toFixed(2)} ms`, target: `< ${BOARD_TARGET_MS} ms`, worse: ms / BOARD_TARGET_MS };
}
