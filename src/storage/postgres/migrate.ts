import { Client, type ClientConfig } from 'pg';
import { StoreUnavailableError } from '../store-unavailable-error.ts';
import { MIGRATIONS } from './migrations.ts';

/** Any number will do, as long as nobody else in the database locks by the same: the bytes of "why401". */
const LOCK = '0x776879343031';
/** An instance that starts waits for another one's migration; large tables take their time. */
const TIMEOUT_MS = 120_000;

/**
 * Brings the schema up to date. Of several instances that start at once one does it, and the others wait for it.
 *
 * @param place where the database is, for messages
 * @throws StoreUnavailableError where a newer version was here; other errors are those of `pg`
 */
export async function migrate(config: ClientConfig, place: string): Promise<void> {
  const client = new Client({ ...config, query_timeout: TIMEOUT_MS + 1_000, statement_timeout: TIMEOUT_MS });
  // Whatever breaks the connection also fails the query that is under way, which tells it.
  client.on('error', () => {});
  try {
    await client.connect();
    // Looked at first without the lock: a user who may not make tables can still work with those that are there.
    if (checked(await schemaVersion(client), place) < MIGRATIONS.length) await runSteps(client, place);
  } finally {
    await client.end().catch(() => {});
  }
}

async function runSteps(client: Client, place: string): Promise<void> {
  // Before the transaction and not in it: at its start PostgreSQL forgets what it had looked up while it waited, also
  // that a table was not there. The lock ends with the connection.
  await client.query(`SELECT pg_advisory_lock(${BigInt(LOCK)})`);
  await client.query('BEGIN');
  const done = checked(await schemaVersion(client), place);
  if (done === 0) await client.query('CREATE TABLE IF NOT EXISTS why401_schema (version integer NOT NULL)');
  for (const step of MIGRATIONS.slice(done)) await client.query(step);
  await client.query(`DELETE FROM why401_schema`);
  await client.query('INSERT INTO why401_schema (version) VALUES ($1)', [MIGRATIONS.length]);
  await client.query('COMMIT');
}

async function schemaVersion(client: Client): Promise<number> {
  const known = await client.query<{ there: boolean }>("SELECT to_regclass('why401_schema') IS NOT NULL AS there");
  if (known.rows[0]?.there !== true) return 0;
  const found = await client.query<{ version: number }>('SELECT version FROM why401_schema');
  return found.rows[0]?.version ?? 0;
}

function checked(version: number, place: string): number {
  if (version <= MIGRATIONS.length) return version;
  throw new StoreUnavailableError(
    `The database ${place} was written by a newer why401 (schema ${version}, this one knows ${MIGRATIONS.length}): ` +
      'run that version, or set DATABASE_URL to another database',
  );
}
