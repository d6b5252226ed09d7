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
  `
  CREATE TABLE triage_desk (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL UNIQUE,
    cases          INTEGER NOT NULL,
    incidents      INTEGER NOT NULL,
    open_cases     INTEGER NOT NULL,
    open_incidents INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE triage_case (
    desk            INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('open', 'taken', 'waiting', 'resolved', 'reopened')),
    assignee_id     TEXT,
    assignee_name   TEXT,
    waiting_for     TEXT CHECK (waiting_for IN ('end-user', 'app-developer', 'tenant-admin', 'microsoft')),
    changed_by_id   TEXT,
    changed_by_name TEXT,
    changed         INTEGER NOT NULL,
    taken           INTEGER,
    resolved        INTEGER,
    thread          TEXT NOT NULL,
    activity_id     TEXT NOT NULL,
    service_url     TEXT NOT NULL,
    desk_tenant     TEXT,
    reporter_id     TEXT NOT NULL,
    reporter_name   TEXT NOT NULL,
    cause           TEXT NOT NULL,
    verdict         TEXT NOT NULL,
    app             TEXT NOT NULL,
    tenant          TEXT,
    headline        TEXT NOT NULL,
    owner           TEXT NOT NULL,
    diagnosis_id    TEXT NOT NULL,
    content         TEXT NOT NULL,
    reported        INTEGER NOT NULL,
    last_report     INTEGER NOT NULL,
    incident        INTEGER,
    answered        INTEGER,
    card            TEXT,
    wrong           INTEGER NOT NULL,
    PRIMARY KEY (desk, number)
  ) STRICT;
  CREATE INDEX triage_case_thread ON triage_case (desk, thread, reporter_id);
  CREATE INDEX triage_case_activity ON triage_case (desk, activity_id);
  CREATE INDEX triage_case_reporter ON triage_case (reporter_id, desk, incident);
  CREATE INDEX triage_case_assignee ON triage_case (assignee_id) WHERE assignee_id IS NOT NULL;
  CREATE INDEX triage_case_changed_by ON triage_case (changed_by_id) WHERE changed_by_id IS NOT NULL;
  CREATE INDEX triage_case_alone ON triage_case (desk, cause, app, last_report) WHERE incident IS NULL;
  CREATE INDEX triage_case_incident ON triage_case (desk, incident, reported, number) WHERE incident IS NOT NULL;
  CREATE INDEX triage_case_cause ON triage_case (desk, cause, reported);
  CREATE INDEX triage_case_of_desk ON triage_case (desk, reported, number);
  CREATE INDEX triage_case_of_all ON triage_case (reported, desk, number);
  CREATE INDEX triage_case_open ON triage_case (desk, reported, number) WHERE state <> 'resolved';
  CREATE INDEX triage_case_open_of ON triage_case (desk, assignee_id, reported, number)
    WHERE state <> 'resolved' AND assignee_id IS NOT NULL;
  CREATE INDEX triage_case_resolved ON triage_case (desk, resolved) WHERE state = 'resolved';

  CREATE TABLE triage_incident (
    desk            INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('open', 'taken', 'waiting', 'resolved', 'reopened')),
    assignee_id     TEXT,
    assignee_name   TEXT,
    waiting_for     TEXT CHECK (waiting_for IN ('end-user', 'app-developer', 'tenant-admin', 'microsoft')),
    changed_by_id   TEXT,
    changed_by_name TEXT,
    changed         INTEGER NOT NULL,
    taken           INTEGER,
    resolved        INTEGER,
    cause           TEXT NOT NULL,
    app             TEXT NOT NULL,
    headline        TEXT NOT NULL,
    owner           TEXT NOT NULL,
    service_url     TEXT NOT NULL,
    desk_tenant     TEXT,
    thread          TEXT,
    card            TEXT,
    opened          INTEGER NOT NULL,
    last_report     INTEGER NOT NULL,
    cases           INTEGER NOT NULL,
    people          INTEGER NOT NULL,
    PRIMARY KEY (desk, number)
  ) STRICT;
  CREATE INDEX triage_incident_key ON triage_incident (desk, cause, app, last_report);
  CREATE INDEX triage_incident_last ON triage_incident (desk, last_report);
  CREATE INDEX triage_incident_open ON triage_incident (desk, last_report, number) WHERE state <> 'resolved';
  CREATE INDEX triage_incident_assignee ON triage_incident (assignee_id) WHERE assignee_id IS NOT NULL;
  CREATE INDEX triage_incident_changed_by ON triage_incident (changed_by_id) WHERE changed_by_id IS NOT NULL;

  CREATE TABLE triage_hour (
    desk  INTEGER NOT NULL,
    hour  INTEGER NOT NULL,
    cause TEXT NOT NULL,
    cases INTEGER NOT NULL,
    PRIMARY KEY (desk, hour, cause)
  ) STRICT;
  CREATE INDEX triage_hour_old ON triage_hour (hour);

  CREATE TABLE triage_outbox (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    desk     INTEGER NOT NULL,
    subject  TEXT NOT NULL CHECK (subject IN ('case', 'incident')),
    number   INTEGER NOT NULL,
    event    TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    at       INTEGER NOT NULL,
    due      INTEGER NOT NULL,
    attempts INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX triage_outbox_subject ON triage_outbox (desk, subject, number, id);
  CREATE INDEX triage_outbox_due ON triage_outbox (due);
  CREATE INDEX triage_outbox_at ON triage_outbox (at);
  `,

  `
  ALTER TABLE triage_case ADD COLUMN quoted_id TEXT;
  CREATE INDEX triage_case_quoted ON triage_case (desk, quoted_id) WHERE quoted_id IS NOT NULL;
  `,
];
