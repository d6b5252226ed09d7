import { DRAFT_COLUMNS, toDraft } from '../draft-row.ts';
import type { EventDrafts } from '../store.ts';
import { type Database, reading, writing } from './database.ts';

const INSERT = writing(
  'drafts.create',
  `INSERT INTO why401_event_draft (${DRAFT_COLUMNS}) VALUES ($1, $2, $3, 1, 'open', $4, NULL, NULL, 0, $5, $6)`,
);
const SELECT = reading('drafts.read', `SELECT ${DRAFT_COLUMNS} FROM why401_event_draft WHERE id = $1 AND expires > $2`);
const NEWEST = reading(
  'drafts.newest',
  `SELECT ${DRAFT_COLUMNS} FROM why401_event_draft
   WHERE person = $1 AND conversation = $2 AND state = $3 AND expires > $4 ORDER BY at DESC LIMIT 1`,
);
const UPDATE = writing(
  'drafts.update',
  `UPDATE why401_event_draft SET content = $3, version = version + 1, expires = $4
   WHERE id = $1 AND version = $2 AND state IN ('open', 'created')`,
);
const CLAIM = writing(
  'drafts.claim',
  `UPDATE why401_event_draft SET state = 'creating', claimed_until = $4
   WHERE id = $1 AND version = $2 AND expires > $3
     AND (state = 'open' OR (state = 'creating' AND claimed_until <= $3))`,
);
const HELD = "id = $1 AND state = 'creating' AND claimed_until = $2";
const REOPEN = writing(
  'drafts.reopen',
  `UPDATE why401_event_draft SET state = 'open', claimed_until = 0 WHERE ${HELD}`,
);
const LOOSEN = writing('drafts.loosen', `UPDATE why401_event_draft SET claimed_until = 0 WHERE ${HELD}`);
const LEFT = reading(
  'drafts.left',
  `SELECT ${DRAFT_COLUMNS} FROM why401_event_draft
   WHERE state = 'creating' AND claimed_until > 0 AND claimed_until <= $1 AND expires > $1
   ORDER BY claimed_until LIMIT $2`,
);
const CREATED = writing(
  'drafts.created',
  `UPDATE why401_event_draft SET state = 'created', claimed_until = 0, event = $2, made = $3, expires = $4
   WHERE id = $1 AND state = 'creating'`,
);
const CLOSE = writing('drafts.close', 'UPDATE why401_event_draft SET state = $2 WHERE id = $1 AND state = $3');

/** Every step is one statement, so that it happens once however many instances try it. */
export function eventDraftTable({ run }: Database): EventDrafts {
  return {
    async create({ id, person, conversation, content, at, expires }) {
      await run(INSERT, id, person, conversation, content, at, expires);
    },
    async read(id, at) {
      return toDraft((await run(SELECT, id, at)).rows[0]);
    },
    async newest(person, conversation, state, at) {
      return toDraft((await run(NEWEST, person, conversation, state, at)).rows[0]);
    },
    async update(id, version, content, expires) {
      return (await run(UPDATE, id, version, content, expires)).count === 1;
    },
    async claim(id, version, at, until) {
      return (await run(CLAIM, id, version, at, until)).count === 1;
    },
    async release(id, until, outcome) {
      await run(outcome === 'nothing-made' ? REOPEN : LOOSEN, id, until);
    },
    async left(at, most) {
      return (await run(LEFT, at, most)).rows.flatMap((row) => toDraft(row) ?? []);
    },
    async created(id, event, at, expires) {
      return (await run(CREATED, id, event, at, expires)).count === 1;
    },
    async close(id, as) {
      return (await run(CLOSE, id, as, as === 'cancelled' ? 'open' : 'created')).count === 1;
    },
  };
}
