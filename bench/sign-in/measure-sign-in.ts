import { type Figure, printFigures } from '../table.ts';
import { signInCrowd } from './crowd.ts';
import { reportTimes } from './report-times.ts';
import { exchangesFor } from './shared-exchange.ts';
import { WAYS } from './ways.ts';

const REPORT_TARGET_MS = 2_000;
const CROWD = 200;
const CLIENTS = 20;

/** Prints how long a health report and a crowd's sign-in take, and whether anybody was mixed up. Returns how many promises were broken. */
export async function measureSignIn(short: boolean): Promise<number> {
  const reports: Figure[] = [];
  const crowds: Figure[] = [];
  for (const { name, begin } of WAYS) {
    const fixture = await begin();
    try {
      reports.push(...reportFigures(name, await reportTimes(fixture, short ? 6 : 20)));
      const { tookMs, mixedUp } = await signInCrowd(fixture, CROWD);
      crowds.push(
        { name: `${name}: all of them`, value: `${(tookMs / 1_000).toFixed(1)} s` },
        noneOf(`${name}: bound to another's grant`, mixedUp),
      );
    } finally {
      await fixture.dispose();
    }
  }
  const exchanges = await exchangesFor(CLIENTS);
  return (
    printFigures('A health report until it is complete, 100 ms of delay a call', reports, short) +
    printFigures(`${CROWD} people sign in at once, through the pages`, crowds, short) +
    printFigures(
      `${CLIENTS} clients of one person send the assertion of Teams at once`,
      [{ name: 'exchanges', value: String(exchanges), target: '1', worse: exchanges === 1 ? 1 : Infinity }],
      short,
    )
  );
}

function reportFigures(name: string, times: readonly number[]): Figure[] {
  const sorted = times.toSorted((a, b) => a - b);
  const figure = (which: string, ms: number): Figure => ({
    name: `${name}: ${which} of ${times.length}`,
    value: `${ms.toFixed(0)} ms`,
    target: `< ${REPORT_TARGET_MS} ms`,
    worse: ms / REPORT_TARGET_MS,
  });
  return [figure('median', sorted[sorted.length >> 1] ?? 0), figure('worst', sorted.at(-1) ?? 0)];
}

function noneOf(name: string, count: number): Figure {
  return { name, value: String(count), target: '0', worse: count === 0 ? 0 : Infinity };
}
