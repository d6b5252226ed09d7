import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openPostgresStore } from '../../src/storage/postgres/postgres-store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { postgresBin, startPostgres } from '../../test/storage/postgres/postgres-server.ts';
import { type FilledDesk, fillDesk } from './fill-desk.ts';

/** A store with one desk that grows. */
export interface FilledStore {
  readonly name: string;
  readonly store: Store;
  fill(from: number, to: number): Promise<FilledDesk>;
  dispose(): Promise<void>;
}

export async function filledSqlite(): Promise<FilledStore> {
  const folder = mkdtempSync(join(tmpdir(), 'why401-board-'));
  const file = join(folder, 'why401.db');
  const store = openSqliteStore(file);
  const database = new DatabaseSync(file);
  return {
    name: 'SQLite',
    store,
    async fill(from, to) {
      database.exec('PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
      const filled = await fillDesk(
        (sql, values) => database.prepare(sql.replaceAll('$', '?')).run(...values),
        from,
        to,
      );
      database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
      return filled;
    },
    async dispose() {
      database.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `undefined` where PostgreSQL is not installed. */
export async function filledPostgres(): Promise<FilledStore | undefined> {
  if (postgresBin === undefined) return undefined;
  const server = await startPostgres();
  const url = await server.newUrl();
  const store = await openPostgresStore(url);
  const client = await server.connect();
  await client.query(`SET search_path TO ${/search_path=(\w+)/.exec(decodeURIComponent(url))?.[1]}`);
  return {
    name: 'PostgreSQL',
    store,
    async fill(from, to) {
      const filled = await fillDesk(
        (sql, values) => client.query(sql.replace(/\btriage_/g, 'why401_triage_'), [...values]),
        from,
        to,
      );
      // What the server does by itself within a minute.
      await client.query('VACUUM ANALYZE');
      return filled;
    },
    async dispose() {
      await client.end();
      await store.close();
      await server.dispose();
    },
  };
}
