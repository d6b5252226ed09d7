import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { PruneLimits } from '../store.ts';
import { triageLimits } from '../triage/triage-limits.ts';
import type { TriageTables } from '../triage/triage-tables.ts';

/** So many rows at a time: SQLite works on the event loop, and turns want to get in between. */
const STEP = 500;

type Round = (before: number) => Promise<void>;

/** Removes old rows in small steps. */
export function tablePruner(
  database: DatabaseSync,
  pruneCases: TriageTables['pruneCases'],
): (limits: PruneLimits) => Promise<void> {
  // What every turn writes has no index by time, and lives for an hour at most.
  const seen = walked(database, 'seen_activity', 'key', '', 'at <');
  const memory = walked(database, 'evidence_memory', 'id', 0, 'expires <=');
  const signIns = indexed(database, 'pending_sign_in', 'rowid', 'expires <=');
  const drafts = indexed(database, 'event_draft', 'rowid', 'expires <=');
  const feedback = indexed(database, 'feedback', 'diagnosis_id, said_by', 'at <');
  const state = indexed(database, 'bot_state', 'id', 'touched <');
  const grants = indexed(database, 'sealed_grant', 'rowid', 'written <');
  const hours = indexed(database, 'triage_hour', 'rowid', 'hour <');
  const outbox = indexed(database, 'triage_outbox', 'id', 'at <');
  return async (limits) => {
    const { now, seenBefore, keptBefore } = limits;
    const triage = triageLimits(limits);
    await seen(seenBefore);
    await memory(now);
    await signIns(now);
    await drafts(now);
    await feedback(keptBefore);
    await state(keptBefore);
    await grants(keptBefore);
    await pruneCases(triage);
    await hours(triage.hoursBefore);
    await outbox(triage.outboxBefore);
  };
}

/** Finds the old rows by an index of their instant. */
function indexed(database: DatabaseSync, table: string, key: string, isOld: string): Round {
  const removeSome = database.prepare(
    `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${isOld} ? LIMIT ${STEP})`,
  );
  return async (before) => {
    while (removeSome.run(before).changes === STEP) await setImmediate();
  };
}

/** Goes through a table from the first key to the last. */
function walked(database: DatabaseSync, table: string, key: string, first: string | number, isOld: string): Round {
  const findNext = database.prepare(
    `SELECT ${key} AS next FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT 1 OFFSET ${STEP - 1}`,
  );
  const removeUpTo = database.prepare(`DELETE FROM ${table} WHERE ${key} > ? AND ${key} <= ? AND ${isOld} ?`);
  const removeRest = database.prepare(`DELETE FROM ${table} WHERE ${key} > ? AND ${isOld} ?`);
  return async (before) => {
    for (let from = first; ; ) {
      const next = findNext.get(from)?.next;
      if (typeof next !== 'string' && typeof next !== 'number') {
        removeRest.run(from, before);
        return;
      }
      removeUpTo.run(from, next, before);
      from = next;
      await setImmediate();
    }
  };
}
