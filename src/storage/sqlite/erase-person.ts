import type { DatabaseSync } from 'node:sqlite';
import { personRows } from '../person-rows.ts';
import type { ErasedPerson } from '../store.ts';
import { inWriteTransaction } from './transaction.ts';

/** Removes one person's rows, all or none. It reads whole tables, since nobody asks for it often. */
export function personEraser(database: DatabaseSync): (person: ErasedPerson) => number {
  const memory = database.prepare(
    'DELETE FROM evidence_memory WHERE person = ?1 AND substr(conversation, 1, length(?2)) = ?2',
  );
  const state = database.prepare(
    "DELETE FROM bot_state WHERE substr(key, -length(?1)) = ?1 AND instr('/' || key, ?2) > 0",
  );
  const feedback = database.prepare('DELETE FROM feedback WHERE said_by = ?');
  const grant = database.prepare('DELETE FROM sealed_grant WHERE person = ?');
  const signIn = database.prepare('DELETE FROM pending_sign_in WHERE person = ?');
  const drafts = database.prepare('DELETE FROM event_draft WHERE person = ?');
  return (erased) => {
    const { conversationStart, stateKeyEnd, stateKeyPart } = personRows(erased);
    return inWriteTransaction(database, () =>
      [
        memory.run(erased.person, conversationStart),
        state.run(stateKeyEnd, stateKeyPart),
        feedback.run(erased.by),
        grant.run(erased.personKey),
        signIn.run(erased.personKey),
        drafts.run(erased.personKey),
      ].reduce((sum, { changes }) => sum + Number(changes), 0),
    );
  };
}
