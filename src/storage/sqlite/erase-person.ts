import type { DatabaseSync } from 'node:sqlite';
import { personRows } from '../person-rows.ts';
import type { ErasedPerson } from '../store.ts';
import type { TriageTables } from '../triage/triage-tables.ts';
import { inWriteTransaction } from './transaction.ts';

/**
 * Takes one person out of the cases, and then removes their rows, all or none. It reads whole tables, since nobody asks
 * for it often.
 */
export function personEraser(
  database: DatabaseSync,
  eraseFromCases: TriageTables['eraseFromCases'],
): (person: ErasedPerson) => Promise<number> {
  const memory = database.prepare(
    'DELETE FROM evidence_memory WHERE person = ?1 AND substr(conversation, 1, length(?2)) = ?2',
  );
  const state = database.prepare(
    `DELETE FROM bot_state WHERE substr(key, -length(?1)) = ?1 AND instr('/' || key, ?2) > 0
       AND (?3 = '' OR substr(key, 1, length(?3)) <> ?3)`,
  );
  const feedback = database.prepare('DELETE FROM feedback WHERE said_by = ?');
  const grant = database.prepare('DELETE FROM sealed_grant WHERE person = ?');
  const signIn = database.prepare('DELETE FROM pending_sign_in WHERE person = ?');
  const drafts = database.prepare('DELETE FROM event_draft WHERE person = ?');
  return async (erased) => {
    const { conversationStart, stateKeyEnd, stateKeyPart, keptStateStart } = personRows(erased);
    const cases = erased.keepsTeams ? 0 : await eraseFromCases(erased.person, conversationStart);
    return inWriteTransaction(database, () =>
      [
        memory.run(erased.person, conversationStart),
        state.run(stateKeyEnd, stateKeyPart, keptStateStart),
        feedback.run(erased.by),
        grant.run(erased.personKey),
        signIn.run(erased.personKey),
        drafts.run(erased.personKey),
      ].reduce((sum, { changes }) => sum + Number(changes), cases),
    );
  };
}
