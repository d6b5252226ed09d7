import type { Store } from '../store.ts';
import { triageTables } from '../triage/triage-tables.ts';
import { botStateTable } from './bot-state-table.ts';
import { mayCheckpointBeside, threadCheckpoints } from './checkpoints.ts';
import { personEraser } from './erase-person.ts';
import { eventDraftTable } from './event-draft-table.ts';
import { evidenceMemoryTable } from './evidence-memory-table.ts';
import { feedbackTable } from './feedback-table.ts';
import { groupCommit } from './group-commit.ts';
import { IN_MEMORY, openDatabase } from './open-database.ts';
import { pendingSignInTable } from './pending-sign-in-table.ts';
import { tablePruner } from './prune-tables.ts';
import { sealedGrantTable } from './sealed-grant-table.ts';
import { seenActivityTable } from './seen-activity-table.ts';
import { triageRunner } from './triage-runner.ts';

/** Writes one page, whatever stood there; nothing else uses this field of a file. */
const WRITE_SOMETHING = 'PRAGMA application_id = 401';

/**
 * The store that is built in: one SQLite file, shared by the instances of one machine.
 *
 * @param file a path, or `:memory:` for a store that ends with the process
 * @param now the clock for bot state, whose port hands in none; milliseconds since 1970
 * @throws StoreUnavailableError where the file cannot be used
 */
export function openSqliteStore(file: string, now: () => number = Date.now): Store {
  const database = openDatabase(file);
  const checkpoints =
    file !== IN_MEMORY && mayCheckpointBeside(process.versions.sqlite) ? threadCheckpoints(file) : undefined;
  const commits = groupCommit(database, checkpoints?.wrote);
  const ping = database.prepare('SELECT 1 FROM bot_state LIMIT 1');
  const { triage, outbox, eraseFromCases, pruneCases } = triageTables(triageRunner(database, commits));
  const erase = personEraser(database, eraseFromCases);
  const truncateLog = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  const prune = tablePruner(database, pruneCases);
  return {
    state: botStateTable(database, commits, now),
    seen: seenActivityTable(database, commits),
    feedback: feedbackTable(database),
    memory: evidenceMemoryTable(database, commits),
    grants: sealedGrantTable(database),
    signIns: pendingSignInTable(database),
    drafts: eventDraftTable(database),
    triage,
    outbox,
    async erase(person) {
      const count = await erase(person);
      // The log still holds what is gone from the tables.
      if (count > 0) truncateLog.get();
      return count;
    },
    prune,
    async ping() {
      ping.get();
      // A full disk and a lock that stays are met by whoever writes only.
      database.exec(WRITE_SOMETHING);
    },
    async close() {
      if (!database.isOpen) return;
      commits.flush();
      database.close();
      await checkpoints?.close();
    },
  };
}
