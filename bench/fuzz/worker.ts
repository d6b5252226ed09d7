import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { checkAnswer } from './check-answer.ts';
import { generatedPaste } from './generated-paste.ts';

export interface FuzzOrder {
  readonly seed: number;
  readonly runs: number;
}

export interface FuzzResult {
  readonly seed: number;
  readonly runs: number;
  /** What broke, with the shrunk paste. */
  readonly failure: string | null;
}

const { seed, runs } = workerData as FuzzOrder;
const details = fc.check(fc.property(generatedPaste, checkAnswer), { seed, numRuns: runs });
const result: FuzzResult = {
  seed,
  runs: details.numRuns,
  failure: details.failed
    ? `${String(details.errorInstance)}\n${JSON.stringify(details.counterexample?.[0]).slice(0, 3000)}`
    : null,
};
parentPort?.postMessage(result);
