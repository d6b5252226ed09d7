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

/** The first release in which a checkpoint beside a writer cannot lose a write (https://sqlite.org/wal.html#walresetbug). */
const SAFE_BESIDE = [3, 51, 3] as const;

/** Whether this SQLite may checkpoint from a second connection while the first writes; Node.js 22 brings older ones. */
export function mayCheckpointBeside(sqliteVersion: string | undefined): boolean {
  const parts = (sqliteVersion ?? '').split('.').map(Number);
  for (const [index, needed] of SAFE_BESIDE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== needed) return part > needed;
  }
  return true;
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
