import { newGrantVersion } from '../grant-version.ts';
import type { SealedGrants } from '../store.ts';
import { type Database, reading, writing } from './database.ts';

const SELECT = reading('grants.read', 'SELECT sealed, version FROM why401_sealed_grant WHERE person = $1');
const INSERT = writing(
  'grants.create',
  `INSERT INTO why401_sealed_grant (person, sealed, version, written) VALUES ($1, $2, $3, $4)
   ON CONFLICT (person) DO NOTHING`,
);
const UPDATE = writing(
  'grants.replace',
  'UPDATE why401_sealed_grant SET sealed = $2, version = $3, written = $4 WHERE person = $1 AND version = $5',
);
const DELETE = writing('grants.remove', 'DELETE FROM why401_sealed_grant WHERE person = $1');

/** Sealed grants, one a person, with the version that a writer must have read. */
export function sealedGrantTable({ run }: Database): SealedGrants {
  return {
    async read(person) {
      const [row] = (await run(SELECT, person)).rows;
      return row === undefined ? undefined : { sealed: String(row.sealed), version: Number(row.version) };
    },
    async write(person, sealed, expected, at) {
      const values = [person, sealed, newGrantVersion(), at];
      const { count } = await (expected === null ? run(INSERT, ...values) : run(UPDATE, ...values, expected));
      return count === 1;
    },
    async remove(person) {
      return (await run(DELETE, person)).count === 1;
    },
  };
}
