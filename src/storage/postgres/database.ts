import type { Pool, PoolClient } from 'pg';
import { isCollision, isConnectionLost, isNeverSent, toStoreError } from './postgres-error.ts';

/** A statement that the server prepares once for each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** It changes nothing, and may be asked again whatever became of the first time. */
  readonly reads: boolean;
}

export type Row = Readonly<Record<string, unknown>>;
export interface Answer {
  readonly rows: readonly Row[];
  /** Rows that were read, written or removed. */
  readonly count: number;
}
export type Run = (statement: Statement, ...values: unknown[]) => Promise<Answer>;

export interface Database {
  readonly run: Run;
  /** All of `work` or nothing; tried again where it collides with another transaction. */
  inTransaction<T>(work: (run: Run) => Promise<T>): Promise<T>;
}

/** A statement that is asked again where the connection was lost under it. */
export function reading(name: string, text: string): Statement {
  return { name: `why401.${name}`, text, reads: true };
}
/** A statement that is not: nobody knows whether it was done. */
export function writing(name: string, text: string): Statement {
  return { name: `why401.${name}`, text, reads: false };
}

/** @param place where the database is, for messages */
export function database(pool: Pool, place: string): Database {
  // Connections that lay idle while the server restarted may be noticed only as they are used, one after the other.
  const tries = pool.options.max + 1;
  const lent = async <T>(work: (client: PoolClient) => Promise<T>, again: (error: unknown) => boolean): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(pool, work);
      } catch (error) {
        if (attempt === tries || !again(error)) throw toStoreError(error, place);
      }
    }
  };
  return {
    run: (statement, ...values) =>
      lent(
        (client) => ask(client, statement, values),
        (error) => isNeverSent(error) || (statement.reads && isConnectionLost(error)),
      ),
    inTransaction: (work) =>
      lent(
        (client) => transaction(client, work),
        (error) => isNeverSent(error) || isCollision(error),
      ),
  };
}

/** Lends a connection. One on which anything failed is not used again. */
async function once<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await work(client);
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}

/** A failed one is not rolled back by word: its connection is closed, which ends it. */
async function transaction<T>(client: PoolClient, work: (run: Run) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  const result = await work((statement, ...values) => ask(client, statement, values));
  await client.query('COMMIT');
  return result;
}

async function ask(client: PoolClient, { name, text }: Statement, values: unknown[]): Promise<Answer> {
  const { rows, rowCount } = await client.query<Row>({ name, text, values });
  return { rows, count: rowCount ?? 0 };
}
