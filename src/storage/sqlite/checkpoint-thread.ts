import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { BUSY_TIMEOUT_MS, type CheckpointAnswer, type CheckpointOrder } from './checkpoint-order.ts';

/** Under a load without a pause the log is never wholly carried over; from here on the writers are made to wait. */
const PATIENCE_PAGES = 6_000;
const TRIES = 3;

const port = parentPort;
if (port === null) throw new Error('checkpoint-thread.ts runs as a thread of checkpoints.ts');
const database = new DatabaseSync(String(workerData), { timeout: BUSY_TIMEOUT_MS });
database.exec('PRAGMA synchronous = NORMAL');
const passive = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
const restart = database.prepare('PRAGMA wal_checkpoint(RESTART)');

port.on('message', (order: CheckpointOrder) => {
  if (order === 'close') {
    database.close();
    port.close();
    return;
  }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { log, checkpointed } = passive.get() ?? {};
    // The next writer begins the log anew.
    if (log === checkpointed) break;
    if (Number(log) > PATIENCE_PAGES) {
      restart.get();
      break;
    }
  }
  port.postMessage('done' satisfies CheckpointAnswer);
});
