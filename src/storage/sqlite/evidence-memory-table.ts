import type { DatabaseSync } from 'node:sqlite';
import type { EvidenceMemory, MemoryEntry } from '../store.ts';
import type { GroupCommit } from './group-commit.ts';

/** What is kept of messages, by conversation and person; what has expired is not given out. */
export function evidenceMemoryTable(database: DatabaseSync, commits: GroupCommit): EvidenceMemory {
  const owned = 'conversation = ? AND person = ?';
  const select = database.prepare(
    `SELECT activity_id, at, expires, remembered FROM evidence_memory WHERE ${owned} AND expires > ? ORDER BY at, activity_id`,
  );
  const upsert = database.prepare(
    `INSERT INTO evidence_memory (conversation, person, activity_id, at, expires, remembered) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (conversation, person, activity_id) DO UPDATE
       SET at = excluded.at, expires = excluded.expires, remembered = excluded.remembered`,
  );
  const removeOne = database.prepare(`DELETE FROM evidence_memory WHERE ${owned} AND activity_id = ?`);
  const removeAll = database.prepare(`DELETE FROM evidence_memory WHERE ${owned}`);
  return {
    async recall({ conversation, person }, at) {
      return select.all(conversation, person, at).map(toEntry);
    },
    async keep({ conversation, person }, { activityId, at, expires, remembered }) {
      await commits.write(() => upsert.run(conversation, person, activityId, at, expires, remembered));
    },
    async drop({ conversation, person }, activityId) {
      removeOne.run(conversation, person, activityId);
    },
    async forget({ conversation, person }) {
      return Number(removeAll.run(conversation, person).changes);
    },
  };
}

function toEntry(row: Record<string, unknown>): MemoryEntry {
  return {
    activityId: String(row.activity_id),
    at: Number(row.at),
    expires: Number(row.expires),
    remembered: String(row.remembered),
  };
}
