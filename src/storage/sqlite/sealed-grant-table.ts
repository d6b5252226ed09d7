import type { DatabaseSync } from 'node:sqlite';
import { newGrantVersion } from '../grant-version.ts';
import type { SealedGrants } from '../store.ts';

/** Sealed grants, one a person, with the version that a writer must have read. */
export function sealedGrantTable(database: DatabaseSync): SealedGrants {
  const select = database.prepare('SELECT sealed, version FROM sealed_grant WHERE person = ?');
  const insert = database.prepare(
    'INSERT INTO sealed_grant (person, sealed, version, written) VALUES (?, ?, ?, ?) ON CONFLICT (person) DO NOTHING',
  );
  const update = database.prepare(
    'UPDATE sealed_grant SET sealed = ?, version = ?, written = ? WHERE person = ? AND version = ?',
  );
  const remove = database.prepare('DELETE FROM sealed_grant WHERE person = ?');
  return {
    async read(person) {
      const row = select.get(person);
      return row === undefined ? undefined : { sealed: String(row.sealed), version: Number(row.version) };
    },
    async write(person, sealed, expected, at) {
      const version = newGrantVersion();
      const { changes } =
        expected === null ? insert.run(person, sealed, version, at) : update.run(sealed, version, at, person, expected);
      return changes === 1;
    },
    async remove(person) {
      return remove.run(person).changes === 1;
    },
  };
}
