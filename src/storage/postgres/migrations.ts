/**
 * The schema as steps, each run once and in order; `why401_schema` counts those that have run. A step that has been
 * released never changes: what comes later is a step of its own.
 *
 * Names have a prefix, since the database may be shared with other programs. Keys sort by bytes ("C"): in the order of
 * SQLite, and no upgrade of the system's locales can break their indexes. Documents are text and not jsonb, which
 * refuses `\u0000`.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE why401_bot_state (
    key      text COLLATE "C" PRIMARY KEY,
    e_tag    text NOT NULL,
    document text NOT NULL,
    touched  bigint NOT NULL
  );
  CREATE INDEX why401_bot_state_touched ON why401_bot_state (touched);

  CREATE TABLE why401_seen_activity (
    key text COLLATE "C" PRIMARY KEY,
    at  bigint NOT NULL
  );
  CREATE INDEX why401_seen_activity_at ON why401_seen_activity (at);

  CREATE TABLE why401_feedback (
    diagnosis_id text COLLATE "C" NOT NULL,
    said_by      text COLLATE "C" NOT NULL,
    cause        text NOT NULL,
    verdict      text NOT NULL,
    feedback     text NOT NULL CHECK (feedback IN ('fixed', 'not-it')),
    at           bigint NOT NULL,
    PRIMARY KEY (diagnosis_id, said_by)
  );
  CREATE INDEX why401_feedback_at ON why401_feedback (at);
  CREATE INDEX why401_feedback_said_by ON why401_feedback (said_by);

  CREATE TABLE why401_evidence_memory (
    conversation text COLLATE "C" NOT NULL,
    person       text COLLATE "C" NOT NULL,
    activity_id  text COLLATE "C" NOT NULL,
    at           bigint NOT NULL,
    expires      bigint NOT NULL,
    remembered   text NOT NULL,
    PRIMARY KEY (conversation, person, activity_id)
  );
  CREATE INDEX why401_evidence_memory_expires ON why401_evidence_memory (expires);

  CREATE TABLE why401_sealed_grant (
    person  text COLLATE "C" PRIMARY KEY,
    sealed  text NOT NULL,
    version bigint NOT NULL,
    written bigint NOT NULL
  );
  CREATE INDEX why401_sealed_grant_written ON why401_sealed_grant (written);

  CREATE TABLE why401_pending_sign_in (
    id           text COLLATE "C" PRIMARY KEY,
    person       text COLLATE "C" NOT NULL UNIQUE,
    sealed       text NOT NULL,
    sealed_grant text,
    attempts     integer NOT NULL,
    expires      bigint NOT NULL
  );
  CREATE INDEX why401_pending_sign_in_expires ON why401_pending_sign_in (expires);
  `,
  `
  CREATE TABLE why401_event_draft (
    id            text COLLATE "C" PRIMARY KEY,
    person        text COLLATE "C" NOT NULL,
    conversation  text COLLATE "C" NOT NULL,
    version       integer NOT NULL,
    state         text NOT NULL CHECK (state IN ('open', 'creating', 'created', 'cancelled', 'undone')),
    content       text NOT NULL,
    event         text,
    made          bigint,
    claimed_until bigint NOT NULL,
    at            bigint NOT NULL,
    expires       bigint NOT NULL
  );
  CREATE INDEX why401_event_draft_expires ON why401_event_draft (expires);
  CREATE INDEX why401_event_draft_of_person ON why401_event_draft (person, conversation, at);
  `,
];
