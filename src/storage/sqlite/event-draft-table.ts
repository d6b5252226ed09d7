import type { DatabaseSync } from 'node:sqlite';
import { DRAFT_COLUMNS, toDraft } from '../draft-row.ts';
import type { EventDrafts } from '../store.ts';

/** Every step is one statement, so that it happens once however many instances try it. */
export function eventDraftTable(database: DatabaseSync): EventDrafts {
  const insert = database.prepare(
    `INSERT INTO event_draft (${DRAFT_COLUMNS}) VALUES (?, ?, ?, 1, 'open', ?, NULL, NULL, 0, ?, ?)`,
  );
  const select = database.prepare(`SELECT ${DRAFT_COLUMNS} FROM event_draft WHERE id = ? AND expires > ?`);
  const newest = database.prepare(
    `SELECT ${DRAFT_COLUMNS} FROM event_draft WHERE person = ? AND conversation = ? AND state = ? AND expires > ?
     ORDER BY at DESC, rowid DESC LIMIT 1`,
  );
  const update = database.prepare(
    `UPDATE event_draft SET content = ?, version = version + 1, expires = ?
     WHERE id = ? AND version = ? AND state IN ('open', 'created')`,
  );
  const claim = database.prepare(
    `UPDATE event_draft SET state = 'creating', claimed_until = ?1
     WHERE id = ?2 AND version = ?3 AND expires > ?4
       AND (state = 'open' OR (state = 'creating' AND claimed_until <= ?4))`,
  );
  const held = "id = ? AND state = 'creating' AND claimed_until = ?";
  const reopen = database.prepare(`UPDATE event_draft SET state = 'open', claimed_until = 0 WHERE ${held}`);
  const loosen = database.prepare(`UPDATE event_draft SET claimed_until = 0 WHERE ${held}`);
  const left = database.prepare(
    `SELECT ${DRAFT_COLUMNS} FROM event_draft
     WHERE state = 'creating' AND claimed_until > 0 AND claimed_until <= ?1 AND expires > ?1
     ORDER BY claimed_until LIMIT ?2`,
  );
  const created = database.prepare(
    `UPDATE event_draft SET state = 'created', claimed_until = 0, event = ?, made = ?, expires = ?
     WHERE id = ? AND state = 'creating'`,
  );
  const close = database.prepare('UPDATE event_draft SET state = ? WHERE id = ? AND state = ?');
  return {
    async create({ id, person, conversation, content, at, expires }) {
      insert.run(id, person, conversation, content, at, expires);
    },
    async read(id, at) {
      return toDraft(select.get(id, at));
    },
    async newest(person, conversation, state, at) {
      return toDraft(newest.get(person, conversation, state, at));
    },
    async update(id, version, content, expires) {
      return update.run(content, expires, id, version).changes === 1;
    },
    async claim(id, version, at, until) {
      return claim.run(until, id, version, at).changes === 1;
    },
    async release(id, until, outcome) {
      (outcome === 'nothing-made' ? reopen : loosen).run(id, until);
    },
    async left(at, most) {
      return left.all(at, most).flatMap((row) => toDraft(row) ?? []);
    },
    async created(id, event, at, expires) {
      return created.run(event, at, expires, id).changes === 1;
    },
    async close(id, as) {
      return close.run(as, id, as === 'cancelled' ? 'open' : 'created').changes === 1;
    },
  };
}
