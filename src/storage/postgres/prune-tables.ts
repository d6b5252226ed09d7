import type { Store } from '../store.ts';
import { triageLimits } from '../triage/triage-limits.ts';
import type { TriageTables } from '../triage/triage-tables.ts';
import { type Database, type Statement, writing } from './database.ts';

/** So many rows at a time, far within the time that a statement has. */
const BATCH = 1_000;

/** Rows that another instance is at are passed over: it removes them, or it renews them. */
function upTo(name: string, table: string, condition: string): Statement {
  return writing(
    `prune.${name}`,
    `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`,
  );
}

const SEEN = upTo('seen', 'why401_seen_activity', 'at < $1');
const MEMORY = upTo('memory', 'why401_evidence_memory', 'expires <= $1');
const SIGN_INS = upTo('sign-ins', 'why401_pending_sign_in', 'expires <= $1');
const DRAFTS = upTo('drafts', 'why401_event_draft', 'expires <= $1');
const FEEDBACK = upTo('feedback', 'why401_feedback', 'at < $1');
const STATE = upTo('state', 'why401_bot_state', 'touched < $1');
const GRANTS = upTo('grants', 'why401_sealed_grant', 'written < $1');
const HOURS = upTo('hours', 'why401_triage_hour', 'hour < $1');
const OUTBOX = upTo('outbox', 'why401_triage_outbox', 'at < $1');

/** Removes old rows in small steps. */
export function tablePruner({ run }: Database, pruneCases: TriageTables['pruneCases']): Store['prune'] {
  return async (limits) => {
    const { now, seenBefore, keptBefore } = limits;
    const triage = triageLimits(limits);
    const rounds: readonly (readonly [Statement, number])[] = [
      [SEEN, seenBefore],
      [MEMORY, now],
      [SIGN_INS, now],
      [DRAFTS, now],
      [FEEDBACK, keptBefore],
      [STATE, keptBefore],
      [GRANTS, keptBefore],
      [HOURS, triage.hoursBefore],
      [OUTBOX, triage.outboxBefore],
    ];
    for (const [statement, before] of rounds) while ((await run(statement, before)).count === BATCH);
    await pruneCases(triage);
  };
}
