import { Pool, type PoolConfig } from 'pg';
import type { Store } from '../store.ts';
import { triageTables } from '../triage/triage-tables.ts';
import { botStateTable } from './bot-state-table.ts';
import { database, reading } from './database.ts';
import { databasePlace } from './database-place.ts';
import { personEraser } from './erase-person.ts';
import { eventDraftTable } from './event-draft-table.ts';
import { evidenceMemoryTable } from './evidence-memory-table.ts';
import { feedbackTable } from './feedback-table.ts';
import { migrate } from './migrate.ts';
import { pendingSignInTable } from './pending-sign-in-table.ts';
import { toStoreError } from './postgres-error.ts';
import { tablePruner } from './prune-tables.ts';
import { sealedGrantTable } from './sealed-grant-table.ts';
import { seenActivityTable } from './seen-activity-table.ts';
import { triageRunner } from './triage-runner.ts';

export interface PostgresOptions {
  /** The clock for bot state, whose port hands in none; milliseconds since 1970. */
  readonly now?: () => number;
  /** The most connections of this instance. */
  readonly connections?: number;
  /** How long to wait for a connection, and how long for an answer. */
  readonly connectMs?: number;
  readonly answerMs?: number;
}

const PING = reading(
  'ping',
  "SELECT current_setting('transaction_read_only') AS read_only, (SELECT 1 FROM why401_bot_state LIMIT 1)",
);
/** What a write would be answered with. */
const READ_ONLY = '25006';

/**
 * The store for many instances: one PostgreSQL (15 or newer) that they share. Makes its tables where they are missing.
 *
 * @param databaseUrl `postgres://USER:PASSWORD@HOST:5432/DATABASE`
 * @throws StoreUnavailableError naming what to do, and never the password
 */
export async function openPostgresStore(databaseUrl: string, options: PostgresOptions = {}): Promise<Store> {
  const { now = Date.now, connections = 10, connectMs = 5_000, answerMs = 5_000 } = options;
  const place = databasePlace(databaseUrl);
  const config: PoolConfig = {
    connectionString: databaseUrl,
    application_name: 'why401',
    connectionTimeoutMillis: connectMs,
    // The server ends a statement by itself; a little later we no longer wait for a server that cannot.
    statement_timeout: answerMs,
    idle_in_transaction_session_timeout: 2 * answerMs,
    query_timeout: answerMs + 1_000,
    keepAlive: true,
    max: connections,
    idleTimeoutMillis: 30_000,
  };
  try {
    await migrate(config, place);
  } catch (error) {
    throw toStoreError(error, place);
  }
  const pool = new Pool(config);
  // An idle connection that breaks leaves the pool; the call that needs one opens another, and tells if it cannot.
  pool.on('error', () => {});
  // One that breaks in use fails its statement, and also emits an event, which would end the process unheard.
  pool.on('connect', (client) => client.on('error', () => {}));
  const opened = database(pool, place);
  const { triage, outbox, eraseFromCases, pruneCases } = triageTables(triageRunner(opened));
  let closing: Promise<void> | undefined;
  return {
    state: botStateTable(opened, now),
    seen: seenActivityTable(opened),
    feedback: feedbackTable(opened),
    memory: evidenceMemoryTable(opened),
    grants: sealedGrantTable(opened),
    signIns: pendingSignInTable(opened),
    drafts: eventDraftTable(opened),
    triage,
    outbox,
    erase: personEraser(opened, eraseFromCases),
    prune: tablePruner(opened, pruneCases),
    async ping() {
      const { rows } = await opened.run(PING);
      if (rows[0]?.read_only === 'on')
        throw toStoreError(Object.assign(new Error('read-only'), { code: READ_ONLY }), place);
    },
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}
