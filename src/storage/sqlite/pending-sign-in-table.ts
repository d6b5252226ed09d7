import type { DatabaseSync } from 'node:sqlite';
import type { PendingSignIn, PendingSignIns } from '../store.ts';

const COLUMNS = 'id, person, sealed, sealed_grant, attempts, expires';

/** Every step is one statement, so that it happens once however many instances try it. */
export function pendingSignInTable(database: DatabaseSync): PendingSignIns {
  const upsert = database.prepare(
    `INSERT INTO pending_sign_in (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (person) DO UPDATE
       SET id = excluded.id, sealed = excluded.sealed, sealed_grant = excluded.sealed_grant,
           attempts = excluded.attempts, expires = excluded.expires`,
  );
  const select = database.prepare(`SELECT ${COLUMNS} FROM pending_sign_in WHERE id = ? AND expires > ?`);
  const complete = database.prepare(
    'UPDATE pending_sign_in SET sealed_grant = ? WHERE id = ? AND sealed_grant IS NULL AND expires > ?',
  );
  const completed = 'person = ? AND sealed_grant IS NOT NULL AND expires > ?';
  const count = database.prepare(
    `UPDATE pending_sign_in SET attempts = attempts + 1 WHERE ${completed} AND attempts < ? RETURNING ${COLUMNS}`,
  );
  const removeSpent = database.prepare(`DELETE FROM pending_sign_in WHERE ${completed} AND attempts >= ?`);
  const remove = database.prepare('DELETE FROM pending_sign_in WHERE id = ?');
  return {
    async open({ id, person, sealed, sealedGrant, attempts, expires }) {
      upsert.run(id, person, sealed, sealedGrant, attempts, expires);
    },
    async find(id, at) {
      return toSignIn(select.get(id, at));
    },
    async complete(id, sealedGrant, at) {
      return complete.run(sealedGrant, id, at).changes === 1;
    },
    async attempt(person, at, most) {
      const row = count.get(person, at, most);
      if (row === undefined) removeSpent.run(person, at, most);
      return toSignIn(row);
    },
    async remove(id) {
      return remove.run(id).changes === 1;
    },
  };
}

function toSignIn(row: Record<string, unknown> | undefined): PendingSignIn | undefined {
  if (row === undefined) return undefined;
  return {
    id: String(row.id),
    person: String(row.person),
    sealed: String(row.sealed),
    sealedGrant: row.sealed_grant === null ? null : String(row.sealed_grant),
    attempts: Number(row.attempts),
    expires: Number(row.expires),
  };
}
