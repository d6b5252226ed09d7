import { expect } from 'vitest';

/** A busy machine, a first run's compiling and a collection of garbage only ever add: the least of so many runs counts. */
const RUNS = 3;

/**
 * Fails when `work` takes more than `budgetMs` of this thread's own processor time in every one of three runs. The time
 * of other processes and threads is not counted, and the runs end with the first that stays within.
 */
export function expectWithin(budgetMs: number, work: () => void): void {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && least > budgetMs; run += 1) least = Math.min(least, processorMs(work));
  expect(least).toBeLessThanOrEqual(budgetMs);
}

/**
 * Fails when `work` on 128 KiB of a repeated `unit` takes more than five times what linear growth from 16 KiB allows:
 * work of the square takes eight times. `prepare` is not measured.
 */
export function expectLinearTime<T>(unit: string, prepare: (text: string) => T, work: (prepared: T) => void): void {
  const [small, large] = [16_384, 131_072].map((length) => prepare(unit.repeat(Math.ceil(length / unit.length))));
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1)
    least = Math.min(
      least,
      processorMs(() => work(small as T)),
    );
  expectWithin(Math.max(least, 1) * 8 * 5 + 50, () => work(large as T));
}

function processorMs(work: () => void): number {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1_000;
}
