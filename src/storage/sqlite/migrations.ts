/**
 * The schema as steps, each run once and in order; `user_version` counts those that have run. A step that has been
 * released never changes: what comes later is a step of its own.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE bot_state (
    key      TEXT PRIMARY KEY,
    e_tag    TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE seen_activity (
    key TEXT PRIMARY KEY,
    at  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seen_activity_at ON seen_activity (at);

  CREATE TABLE feedback (
    diagnosis_id TEXT NOT NULL,
    said_by      TEXT NOT NULL,
    cause        TEXT NOT NULL,
    verdict      TEXT NOT NULL,
    feedback     TEXT NOT NULL CHECK (feedback IN ('fixed', 'not-it')),
    at           INTEGER NOT NULL,
    PRIMARY KEY (diagnosis_id, said_by)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feedback_at ON feedback (at);

  CREATE TABLE evidence_memory (
    conversation TEXT NOT NULL,
    person       TEXT NOT NULL,
    activity_id  TEXT NOT NULL,
    at           INTEGER NOT NULL,
    expires      INTEGER NOT NULL,
    remembered   TEXT NOT NULL,
    PRIMARY KEY (conversation, person, activity_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evidence_memory_expires ON evidence_memory (expires);
  `,
  // Tables with rows of a kilobyte and more get row ids: such rows among the keys of a tree made every search and write
  // go over many pages. `touched` has an instant as its default for an instance of the version before that still runs
  // on the file. Two indexes go that cost each turn a page, and served the housekeeping alone.
  `
  CREATE TABLE bot_state_touched (
    id       INTEGER PRIMARY KEY,
    key      TEXT NOT NULL UNIQUE,
    e_tag    TEXT NOT NULL,
    document TEXT NOT NULL,
    touched  INTEGER NOT NULL DEFAULT (unixepoch() * 1000)
  ) STRICT;
  INSERT INTO bot_state_touched (key, e_tag, document) SELECT key, e_tag, document FROM bot_state;
  DROP TABLE bot_state;
  ALTER TABLE bot_state_touched RENAME TO bot_state;
  CREATE INDEX bot_state_touched ON bot_state (touched);

  CREATE TABLE evidence_memory_rows (
    id           INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL,
    person       TEXT NOT NULL,
    activity_id  TEXT NOT NULL,
    at           INTEGER NOT NULL,
    expires      INTEGER NOT NULL,
    remembered   TEXT NOT NULL,
    UNIQUE (conversation, person, activity_id)
  ) STRICT;
  INSERT INTO evidence_memory_rows (conversation, person, activity_id, at, expires, remembered)
    SELECT conversation, person, activity_id, at, expires, remembered FROM evidence_memory;
  DROP TABLE evidence_memory;
  ALTER TABLE evidence_memory_rows RENAME TO evidence_memory;

  DROP INDEX seen_activity_at;

  CREATE INDEX feedback_by_person ON feedback (said_by);

  CREATE TABLE sealed_grant (
    person  TEXT PRIMARY KEY,
    sealed  TEXT NOT NULL,
    version INTEGER NOT NULL,
    written INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sealed_grant_written ON sealed_grant (written);

  CREATE TABLE pending_sign_in (
    id           TEXT PRIMARY KEY,
    person       TEXT NOT NULL UNIQUE,
    sealed       TEXT NOT NULL,
    sealed_grant TEXT,
    attempts     INTEGER NOT NULL,
    expires      INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX pending_sign_in_expires ON pending_sign_in (expires);
  `,
  `
  CREATE TABLE event_draft (
    id            TEXT PRIMARY KEY,
    person        TEXT NOT NULL,
    conversation  TEXT NOT NULL,
    version       INTEGER NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'creating', 'created', 'cancelled', 'undone')),
    content       TEXT NOT NULL,
    event         TEXT,
    made          INTEGER,
    claimed_until INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    expires       INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX event_draft_expires ON event_draft (expires);
  CREATE INDEX event_draft_of_person ON event_draft (person, conversation, at);
  `,
];
