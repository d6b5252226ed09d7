/** The thread in which messages are read: started by `thread-reader.ts`, asked by messages, answers in their order. */
import { parentPort, workerData } from 'node:worker_threads';
import { diagnoseAndRemember } from '../../diagnosis/diagnose.ts';
import { builtInEngine } from '../engine.ts';
import { readMessage, readSecrets } from './read-message.ts';
import type { ReadingAnswer, ReadingOrder, ReadingThreadData } from './reading-order.ts';

/** Answers wait for those behind them no longer than this. */
const TOGETHER_MS = 4;

const { permissions } = workerData as ReadingThreadData;
const engine = builtInEngine(diagnoseAndRemember, permissions);

parentPort?.on('message', (orders: readonly ReadingOrder[]) => {
  let answers: ReadingAnswer[] = [];
  let begun = performance.now();
  for (const order of orders) {
    answers.push(answerTo(order));
    if (performance.now() - begun < TOGETHER_MS) continue;
    parentPort?.postMessage(answers);
    answers = [];
    begun = performance.now();
  }
  if (answers.length > 0) parentPort?.postMessage(answers);
});

function answerTo(order: ReadingOrder): ReadingAnswer {
  const { id } = order;
  try {
    if (order.kind === 'read') return { id, kind: 'read', message: readMessage(engine, order.message) };
    return { id, kind: 'secrets', secrets: readSecrets(engine, order.message) };
  } catch (error) {
    // Crosses as a clone: name, message and stack stay, and the logger of the main thread masks them.
    return { id, kind: 'failed', error };
  }
}
