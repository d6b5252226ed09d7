import type { EvidenceMemory, MemoryEntry } from '../store.ts';
import { type Database, type Row, reading, writing } from './database.ts';

const OWNED = 'conversation = $1 AND person = $2';
const SELECT = reading(
  'memory.recall',
  `SELECT activity_id, at, expires, remembered FROM why401_evidence_memory
   WHERE ${OWNED} AND expires > $3 ORDER BY at, activity_id`,
);
const UPSERT = writing(
  'memory.keep',
  `INSERT INTO why401_evidence_memory (conversation, person, activity_id, at, expires, remembered)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (conversation, person, activity_id) DO UPDATE
     SET at = excluded.at, expires = excluded.expires, remembered = excluded.remembered`,
);
const DROP = writing('memory.drop', `DELETE FROM why401_evidence_memory WHERE ${OWNED} AND activity_id = $3`);
const FORGET = writing('memory.forget', `DELETE FROM why401_evidence_memory WHERE ${OWNED}`);

/** What is kept of messages, by conversation and person; what has expired is not given out. */
export function evidenceMemoryTable({ run }: Database): EvidenceMemory {
  return {
    async recall({ conversation, person }, at) {
      return (await run(SELECT, conversation, person, at)).rows.map(toEntry);
    },
    async keep({ conversation, person }, { activityId, at, expires, remembered }) {
      await run(UPSERT, conversation, person, activityId, at, expires, remembered);
    },
    async drop({ conversation, person }, activityId) {
      await run(DROP, conversation, person, activityId);
    },
    async forget({ conversation, person }) {
      return (await run(FORGET, conversation, person)).count;
    },
  };
}

function toEntry(row: Row): MemoryEntry {
  return {
    activityId: String(row.activity_id),
    at: Number(row.at),
    expires: Number(row.expires),
    remembered: String(row.remembered),
  };
}
