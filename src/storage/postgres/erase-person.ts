import { personRows } from '../person-rows.ts';
import type { Store } from '../store.ts';
import { type Database, writing } from './database.ts';

const MEMORY = writing(
  'erase.memory',
  'DELETE FROM why401_evidence_memory WHERE person = $1 AND starts_with(conversation, $2)',
);
const STATE = writing(
  'erase.state',
  `DELETE FROM why401_bot_state
   WHERE right(key, length($1::text)) = $1::text AND position($2::text IN '/' || key) > 0`,
);
const FEEDBACK = writing('erase.feedback', 'DELETE FROM why401_feedback WHERE said_by = $1');
const GRANT = writing('erase.grant', 'DELETE FROM why401_sealed_grant WHERE person = $1');
const SIGN_IN = writing('erase.sign-in', 'DELETE FROM why401_pending_sign_in WHERE person = $1');
const DRAFTS = writing('erase.drafts', 'DELETE FROM why401_event_draft WHERE person = $1');

/** Removes one person's rows, all or none. It reads whole tables, since nobody asks for it often. */
export function personEraser({ inTransaction }: Database): Store['erase'] {
  return (erased) => {
    const { conversationStart, stateKeyEnd, stateKeyPart } = personRows(erased);
    return inTransaction(async (run) => {
      const memory = await run(MEMORY, erased.person, conversationStart);
      const state = await run(STATE, stateKeyEnd, stateKeyPart);
      const feedback = await run(FEEDBACK, erased.by);
      const grant = await run(GRANT, erased.personKey);
      const signIn = await run(SIGN_IN, erased.personKey);
      const drafts = await run(DRAFTS, erased.personKey);
      return [memory, state, feedback, grant, signIn, drafts].reduce((sum, { count }) => sum + count, 0);
    });
  };
}
