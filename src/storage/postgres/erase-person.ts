import { personRows } from '../person-rows.ts';
import type { Store } from '../store.ts';
import type { TriageTables } from '../triage/triage-tables.ts';
import { type Database, writing } from './database.ts';

const MEMORY = writing(
  'erase.memory',
  'DELETE FROM why401_evidence_memory WHERE person = $1 AND starts_with(conversation, $2)',
);
const STATE = writing(
  'erase.state',
  `DELETE FROM why401_bot_state
   WHERE right(key, length($1::text)) = $1::text AND position($2::text IN '/' || key) > 0
     AND ($3::text = '' OR NOT starts_with(key, $3::text))`,
);
const FEEDBACK = writing('erase.feedback', 'DELETE FROM why401_feedback WHERE said_by = $1');
const GRANT = writing('erase.grant', 'DELETE FROM why401_sealed_grant WHERE person = $1');
const SIGN_IN = writing('erase.sign-in', 'DELETE FROM why401_pending_sign_in WHERE person = $1');
const DRAFTS = writing('erase.drafts', 'DELETE FROM why401_event_draft WHERE person = $1');

/**
 * Takes one person out of the cases, and then removes their rows, all or none. It reads whole tables, since nobody asks
 * for it often.
 */
export function personEraser(
  { inTransaction }: Database,
  eraseFromCases: TriageTables['eraseFromCases'],
): Store['erase'] {
  return async (erased) => {
    const { conversationStart, stateKeyEnd, stateKeyPart, keptStateStart } = personRows(erased);
    const cases = erased.keepsTeams ? 0 : await eraseFromCases(erased.person, conversationStart);
    return inTransaction(async (run) => {
      const memory = await run(MEMORY, erased.person, conversationStart);
      const state = await run(STATE, stateKeyEnd, stateKeyPart, keptStateStart);
      const feedback = await run(FEEDBACK, erased.by);
      const grant = await run(GRANT, erased.personKey);
      const signIn = await run(SIGN_IN, erased.personKey);
      const drafts = await run(DRAFTS, erased.personKey);
      return [memory, state, feedback, grant, signIn, drafts].reduce((sum, { count }) => sum + count, cases);
    });
  };
}
