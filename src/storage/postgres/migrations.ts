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
  `
  CREATE TABLE why401_triage_desk (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name           text COLLATE "C" NOT NULL UNIQUE,
    cases          bigint NOT NULL,
    incidents      bigint NOT NULL,
    open_cases     bigint NOT NULL,
    open_incidents bigint NOT NULL
  );

  CREATE TABLE why401_triage_case (
    desk            bigint NOT NULL,
    number          bigint NOT NULL,
    version         bigint NOT NULL,
    state           text NOT NULL CHECK (state IN ('open', 'taken', 'waiting', 'resolved', 'reopened')),
    assignee_id     text COLLATE "C",
    assignee_name   text,
    waiting_for     text CHECK (waiting_for IN ('end-user', 'app-developer', 'tenant-admin', 'microsoft')),
    changed_by_id   text COLLATE "C",
    changed_by_name text,
    changed         bigint NOT NULL,
    taken           bigint,
    resolved        bigint,
    thread          text COLLATE "C" NOT NULL,
    activity_id     text COLLATE "C" NOT NULL,
    service_url     text NOT NULL,
    desk_tenant     text,
    reporter_id     text COLLATE "C" NOT NULL,
    reporter_name   text NOT NULL,
    cause           text COLLATE "C" NOT NULL,
    verdict         text NOT NULL,
    app             text COLLATE "C" NOT NULL,
    tenant          text,
    headline        text NOT NULL,
    owner           text NOT NULL,
    diagnosis_id    text NOT NULL,
    content         text NOT NULL,
    reported        bigint NOT NULL,
    last_report     bigint NOT NULL,
    incident        bigint,
    answered        bigint,
    card            text,
    wrong           bigint NOT NULL,
    PRIMARY KEY (desk, number)
  );
  CREATE INDEX why401_triage_case_thread ON why401_triage_case (desk, thread, reporter_id);
  CREATE INDEX why401_triage_case_activity ON why401_triage_case (desk, activity_id);
  CREATE INDEX why401_triage_case_reporter ON why401_triage_case (reporter_id, desk, incident);
  CREATE INDEX why401_triage_case_assignee ON why401_triage_case (assignee_id) WHERE assignee_id IS NOT NULL;
  CREATE INDEX why401_triage_case_changed_by ON why401_triage_case (changed_by_id) WHERE changed_by_id IS NOT NULL;
  CREATE INDEX why401_triage_case_alone ON why401_triage_case (desk, cause, app, last_report) WHERE incident IS NULL;
  CREATE INDEX why401_triage_case_incident ON why401_triage_case (desk, incident, reported, number) WHERE incident IS NOT NULL;
  CREATE INDEX why401_triage_case_cause ON why401_triage_case (desk, cause, reported);
  CREATE INDEX why401_triage_case_of_desk ON why401_triage_case (desk, reported, number);
  CREATE INDEX why401_triage_case_of_all ON why401_triage_case (reported, desk, number);
  CREATE INDEX why401_triage_case_open ON why401_triage_case (desk, reported, number) WHERE state <> 'resolved';
  CREATE INDEX why401_triage_case_open_of ON why401_triage_case (desk, assignee_id, reported, number)
    WHERE state <> 'resolved' AND assignee_id IS NOT NULL;
  CREATE INDEX why401_triage_case_resolved ON why401_triage_case (desk, resolved) WHERE state = 'resolved';

  CREATE TABLE why401_triage_incident (
    desk            bigint NOT NULL,
    number          bigint NOT NULL,
    version         bigint NOT NULL,
    state           text NOT NULL CHECK (state IN ('open', 'taken', 'waiting', 'resolved', 'reopened')),
    assignee_id     text COLLATE "C",
    assignee_name   text,
    waiting_for     text CHECK (waiting_for IN ('end-user', 'app-developer', 'tenant-admin', 'microsoft')),
    changed_by_id   text COLLATE "C",
    changed_by_name text,
    changed         bigint NOT NULL,
    taken           bigint,
    resolved        bigint,
    cause           text COLLATE "C" NOT NULL,
    app             text COLLATE "C" NOT NULL,
    headline        text NOT NULL,
    owner           text NOT NULL,
    service_url     text NOT NULL,
    desk_tenant     text,
    thread          text,
    card            text,
    opened          bigint NOT NULL,
    last_report     bigint NOT NULL,
    cases           bigint NOT NULL,
    people          bigint NOT NULL,
    PRIMARY KEY (desk, number)
  );
  CREATE INDEX why401_triage_incident_key ON why401_triage_incident (desk, cause, app, last_report);
  CREATE INDEX why401_triage_incident_last ON why401_triage_incident (desk, last_report);
  CREATE INDEX why401_triage_incident_open ON why401_triage_incident (desk, last_report, number) WHERE state <> 'resolved';
  CREATE INDEX why401_triage_incident_assignee ON why401_triage_incident (assignee_id) WHERE assignee_id IS NOT NULL;
  CREATE INDEX why401_triage_incident_changed_by ON why401_triage_incident (changed_by_id) WHERE changed_by_id IS NOT NULL;

  CREATE TABLE why401_triage_hour (
    desk  bigint NOT NULL,
    hour  bigint NOT NULL,
    cause text COLLATE "C" NOT NULL,
    cases bigint NOT NULL,
    PRIMARY KEY (desk, hour, cause)
  );
  CREATE INDEX why401_triage_hour_old ON why401_triage_hour (hour);

  CREATE TABLE why401_triage_outbox (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk     bigint NOT NULL,
    subject  text NOT NULL CHECK (subject IN ('case', 'incident')),
    number   bigint NOT NULL,
    event    text NOT NULL,
    snapshot text NOT NULL,
    at       bigint NOT NULL,
    due      bigint NOT NULL,
    attempts bigint NOT NULL
  );
  CREATE INDEX why401_triage_outbox_subject ON why401_triage_outbox (desk, subject, number, id);
  CREATE INDEX why401_triage_outbox_due ON why401_triage_outbox (due);
  CREATE INDEX why401_triage_outbox_at ON why401_triage_outbox (at);
  `,

  `
  ALTER TABLE why401_triage_case ADD COLUMN quoted_id text COLLATE "C";
  CREATE INDEX why401_triage_case_quoted ON why401_triage_case (desk, quoted_id) WHERE quoted_id IS NOT NULL;
  `,
];
