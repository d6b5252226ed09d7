/**
 * npm run fuzz: a hundred thousand generated pastes. No throw, no slow case, no secret in any answer.
 *
 *   npm run fuzz                    100,000 pastes on every processor
 *   npm run fuzz -- 5000            as many as asked for
 *   npm run fuzz -- 5000 --seed 42  a run that failed, again
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FuzzOrder, FuzzResult } from './fuzz/worker.ts';

const given = process.argv.slice(2);
const seedAt = given.indexOf('--seed');
const seed = seedAt === -1 ? Math.floor(Math.random() * 2 ** 31) : Number(given[seedAt + 1]);
const asked = Number(
  given.find((argument, at) => /^\d+$/.test(argument) && (seedAt === -1 || at !== seedAt + 1)) ?? 100_000,
);
const workers = Math.max(1, Math.min(4, availableParallelism()));
const begun = performance.now();

console.log(`${asked.toLocaleString('en')} generated pastes, seed ${seed}, ${workers} workers`);
const results = await Promise.all(
  Array.from({ length: workers }, (_, index) => fuzz({ seed: (seed + index) | 0, runs: Math.ceil(asked / workers) })),
);
const runs = results.reduce((sum, result) => sum + result.runs, 0);
const failures = results.filter((result) => result.failure !== null);
for (const { failure, seed: failing } of failures) console.log(`\nFAILED with seed ${failing}\n${failure}`);
console.log(
  `${runs.toLocaleString('en')} pastes in ${((performance.now() - begun) / 1000).toFixed(0)} s, ${failures.length === 0 ? 'no failure' : `${failures.length} failures`}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

function fuzz(order: FuzzOrder): Promise<FuzzResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
