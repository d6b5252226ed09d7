import { diagnose } from '../../src/diagnosis/diagnose.ts';

/** Expiry against the present must not change with the day on which the figures are made. */
const NOW = Date.UTC(2026, 10, 22);

/** Milliseconds that one diagnosis of a text takes. */
export function timeOf(text: string): number {
  const begun = performance.now();
  diagnose(text, { now: NOW });
  return performance.now() - begun;
}

/** The least of several runs: what else the machine does only ever adds to a time. */
export function leastTimeOf(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) least = Math.min(least, timeOf(text));
  return least;
}

/**
 * For each text the median of many runs, in several rounds of which the quietest counts: on a shared machine a neighbour
 * can double every time for seconds, so that the rounds of one text lie apart from each other.
 */
export function mediansInTurn(texts: readonly string[], rounds: number, runs: number): number[] {
  const least = texts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, text] of texts.entries()) {
      const times = Array.from({ length: runs }, () => timeOf(text)).sort((a, b) => a - b);
      least[index] = Math.min(least[index]!, times[runs >> 1]!);
    }
  }
  return least;
}
