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
];
