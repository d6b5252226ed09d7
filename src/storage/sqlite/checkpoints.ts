import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckpointAnswer, CheckpointOrder } from './checkpoint-order.ts';

/** Each write adds about three pages to the log. */
const EVERY_WRITES = 500;

/** Carries the write-ahead log over into the file. */
export interface Checkpoints {
  /** So many writes were committed. */
  wrote(count: number): void;
  close(): Promise<void>;
}

/**
 * Checkpoints in a thread of their own: each waits for the disk twice, which takes tens of milliseconds that no turn
 * should wait. The thread begins with the first one. Should it fail, SQLite's own checkpoint comes a little later.
 *
 * @param file the path of the database
 */
export function threadCheckpoints(file: string): Checkpoints {
  let thread: Worker | undefined;
  let busy = false;
  let writes = 0;
  const tell = (order: CheckpointOrder): void => thread?.postMessage(order);
  const begin = (): Worker => {
    const worker = new Worker(new URL(`./checkpoint-thread${extname(import.meta.url)}`, import.meta.url), {
      workerData: file,
    });
    worker.unref();
    worker.on('message', (_: CheckpointAnswer) => {
      busy = false;
    });
    worker.on('error', () => {});
    return worker;
  };
  return {
    wrote(count) {
      writes += count;
      if (busy || writes < EVERY_WRITES) return;
      writes = 0;
      busy = true;
      thread ??= begin();
      tell('checkpoint');
    },
    async close() {
      const ending = thread;
      if (ending === undefined || ending.threadId === -1) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      tell('close');
      ending.ref();
      await ended;
    },
  };
}
