// Writes to a store until it is killed: node writer-process.ts DATABASE NAME. Prints the number of each round that the
// store has acknowledged.
import { flushCompileCache } from 'node:module';
import { openStore } from '../../src/storage/open-store.ts';
import { round } from './writer-round.ts';

const [database = '', name = ''] = process.argv.slice(2);
const store = await openStore(
  database.startsWith('postgres:') ? { databaseUrl: database, databaseFile: '' } : { databaseFile: database },
);
/** Waits until it is written: a reader that is slow makes a pipe queue, and what is queued dies with the process. */
const print = (line: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve());
  });

// It is killed, and then nothing is kept by itself.
flushCompileCache();
await print('open');
for (let n = 1; ; n += 1) {
  await round(store, name, n);
  await print(String(n));
}
