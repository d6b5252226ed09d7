/** The thread in which messages are read: started by `thread-reader.ts`, asked by messages, answers in their order. */
import { parentPort, workerData } from 'node:worker_threads';
import { diagnoseAndRemember } from '../../diagnosis/diagnose.ts';
import { builtInEngine } from '../engine.ts';
import { readMessage, readSecrets } from './read-message.ts';
import type { ReadingAnswer, ReadingOrder, ReadingThreadData } from './reading-order.ts';

const { permissions } = workerData as ReadingThreadData;
const engine = builtInEngine(diagnoseAndRemember, permissions);

parentPort?.on('message', (order: ReadingOrder) => {
  let answer: ReadingAnswer;
  try {
    answer =
      order.kind === 'read'
        ? { id: order.id, kind: 'read', message: readMessage(engine, order.message) }
        : { id: order.id, kind: 'secrets', secrets: readSecrets(engine, order.message) };
  } catch (error) {
    // Crosses as a clone: name, message and stack stay, and the logger of the main thread masks them.
    answer = { id: order.id, kind: 'failed', error };
  }
  parentPort?.postMessage(answer);
});
