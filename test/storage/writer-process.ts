// Writes to a store until it is killed: node writer-process.ts DATABASE NAME. Prints the number of each round that the
// store has acknowledged.
import { openStore } from '../../src/storage/open-store.ts';
import { round } from './writer-round.ts';

const [database = '', name = ''] = process.argv.slice(2);
const store = await openStore(
  database.startsWith('postgres:') ? { databaseUrl: database, databaseFile: '' } : { databaseFile: database },
);
process.stdout.write('open\n');
for (let n = 1; ; n += 1) {
  await round(store, name, n);
  process.stdout.write(`${n}\n`);
}
