import type { PendingSignIn, PendingSignIns } from '../store.ts';
import { type Database, type Row, reading, writing } from './database.ts';

const COLUMNS = 'id, person, sealed, sealed_grant, attempts, expires';
const COMPLETED = 'person = $1 AND sealed_grant IS NOT NULL AND expires > $2';

const OPEN = writing(
  'sign-ins.open',
  `INSERT INTO why401_pending_sign_in (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (person) DO UPDATE
     SET id = excluded.id, sealed = excluded.sealed, sealed_grant = excluded.sealed_grant,
         attempts = excluded.attempts, expires = excluded.expires`,
);
const FIND = reading('sign-ins.find', `SELECT ${COLUMNS} FROM why401_pending_sign_in WHERE id = $1 AND expires > $2`);
const COMPLETE = writing(
  'sign-ins.complete',
  'UPDATE why401_pending_sign_in SET sealed_grant = $2 WHERE id = $1 AND sealed_grant IS NULL AND expires > $3',
);
const COUNT = writing(
  'sign-ins.attempt',
  `UPDATE why401_pending_sign_in SET attempts = attempts + 1 WHERE ${COMPLETED} AND attempts < $3 RETURNING ${COLUMNS}`,
);
const REMOVE_SPENT = writing(
  'sign-ins.spent',
  `DELETE FROM why401_pending_sign_in WHERE ${COMPLETED} AND attempts >= $3`,
);
const REMOVE = writing('sign-ins.remove', 'DELETE FROM why401_pending_sign_in WHERE id = $1');

/** Every step is one statement, so that it happens once however many instances try it. */
export function pendingSignInTable({ run }: Database): PendingSignIns {
  return {
    async open({ id, person, sealed, sealedGrant, attempts, expires }) {
      await run(OPEN, id, person, sealed, sealedGrant, attempts, expires);
    },
    async find(id, at) {
      return toSignIn((await run(FIND, id, at)).rows[0]);
    },
    async complete(id, sealedGrant, at) {
      return (await run(COMPLETE, id, sealedGrant, at)).count === 1;
    },
    async attempt(person, at, most) {
      const [row] = (await run(COUNT, person, at, most)).rows;
      if (row === undefined) await run(REMOVE_SPENT, person, at, most);
      return toSignIn(row);
    },
    async remove(id) {
      return (await run(REMOVE, id)).count === 1;
    },
  };
}

function toSignIn(row: Row | undefined): PendingSignIn | undefined {
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
