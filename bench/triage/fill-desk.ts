/**
 * Makes cases by the hundred thousand, as `report` would have left them: numbers without gaps, incidents with all of
 * their cases, counts that are true. test/bench/triage/fill-desk.test.ts holds it to that.
 *
 * Each ten cases in a row are a block: six of one failure, by six people, which are an incident; and four that stand
 * alone, since nobody else has their app. Every twentieth block is open.
 */
export interface FilledDesk {
  readonly desk: string;
  /** A little after the last case. */
  readonly now: number;
}

/** Runs one statement; parameters are `$1`, `$2`, … */
export type RunSql = (sql: string, values: readonly (string | number)[]) => Promise<unknown> | unknown;

const DESK = 'msteams/19:helpdesk@thread.tacv2';
const EPOCH = Date.UTC(2026, 0, 1);
const BETWEEN_MS = 30_000;
const BLOCK = 10;
/** A divisor of the sizes; bounded, so that no statement takes long. */
const STEP = 50_000;
const HOUR_MS = 60 * 60_000;

const EXCERPT =
  'AADSTS7000222: The provided client secret keys are expired. Visit the portal to create new keys. '.repeat(6);

const STATE = `CASE WHEN block % 20 <> 0 THEN 'resolved' WHEN block % 3 = 0 THEN 'taken' ELSE 'open' END`;
const ASSIGNEE = `CASE WHEN block % 20 <> 0 OR block % 3 = 0 THEN '29:agent-' || (block % 8) END`;
const CHANGED_BY = ASSIGNEE;
const TAKEN = `CASE WHEN block % 20 <> 0 OR block % 3 = 0 THEN reported + 300000 END`;
const RESOLVED = 'CASE WHEN block % 20 <> 0 THEN reported + 1800000 END';
/** Sixty causes; an app and a cause come together again after five days only. */
const CAUSE = `'cause-' || (block % 60)`;
const APP = `'app-' || (block % 499)`;

const ID = '(SELECT id FROM triage_desk WHERE name = $1)';
/** The numbers from `$2` to `$3`, the instant of each in `reported`. */
const numbered = (first: string): string => `
  WITH RECURSIVE counted (n) AS (
    SELECT CAST($2 AS bigint) UNION ALL SELECT n + 1 FROM counted WHERE n < CAST($3 AS bigint)
  ), numbered AS (SELECT n, ${first})`;

const CASES = `
  INSERT INTO triage_case (desk, number, version, state, assignee_id, assignee_name, changed_by_id, changed_by_name,
    changed, taken, resolved, thread, activity_id, service_url, reporter_id, reporter_name, cause, verdict, app, headline,
    owner, diagnosis_id, content, reported, last_report, incident, answered, card, wrong)
  ${numbered(`(n - 1) / ${BLOCK} AS block, ${EPOCH} + n * ${BETWEEN_MS} AS reported FROM counted`)}
  SELECT ${ID}, n, 1, ${STATE}, ${ASSIGNEE}, ${ASSIGNEE}, ${CHANGED_BY}, ${CHANGED_BY},
    reported, ${TAKEN}, ${RESOLVED}, '19:helpdesk@thread.tacv2;messageid=' || (1700000000000 + n * 1009),
    CAST(1700000000000 + n * 1009 AS text), 'https://smba.trafficmanager.net/emea/', '29:person-' || (n % 20000),
    'Person ' || (n % 20000), CASE WHEN (n - 1) % ${BLOCK} < 6 THEN ${CAUSE} ELSE 'cause-' || (n * 7 % 60) END, 'certain',
    CASE WHEN (n - 1) % ${BLOCK} < 6 THEN ${APP} ELSE 'own-app-' || n END,
    'The client secret of app ' || n || ' has expired.', 'app-developer', 'diagnosis-' || n,
    '{"excerpt":"${EXCERPT}' || n || '"}', reported, reported,
    CASE WHEN (n - 1) % ${BLOCK} < 6 THEN block + 1 END, reported + 900, 'card-' || n, 0
  FROM numbered`;
const INCIDENTS = `
  INSERT INTO triage_incident (desk, number, version, state, assignee_id, assignee_name, changed_by_id, changed_by_name,
    changed, taken, resolved, cause, app, headline, owner, service_url, thread, card, opened, last_report, cases, people)
  ${numbered(`n - 1 AS block, ${EPOCH} + ((n - 1) * ${BLOCK} + 1) * ${BETWEEN_MS} AS reported FROM counted`)}
  SELECT ${ID}, n, 1, ${STATE}, ${ASSIGNEE}, ${ASSIGNEE}, ${CHANGED_BY}, ${CHANGED_BY},
    reported, ${TAKEN}, ${RESOLVED}, ${CAUSE}, ${APP}, 'The client secret has expired.', 'app-developer',
    'https://smba.trafficmanager.net/emea/', '19:helpdesk@thread.tacv2;messageid=' || n, 'card-' || n, reported,
    reported + 5 * ${BETWEEN_MS}, 6, 6
  FROM numbered`;
const HOURS = `
  INSERT INTO triage_hour (desk, hour, cause, cases)
  SELECT desk, reported - reported % ${HOUR_MS}, cause, count(*) FROM triage_case
  WHERE desk = ${ID} AND number >= $2 AND number <= $3 GROUP BY 1, 2, 3
  ON CONFLICT (desk, hour, cause) DO UPDATE SET cases = triage_hour.cases + excluded.cases`;
const DESKS = `
  INSERT INTO triage_desk (name, cases, incidents, open_cases, open_incidents) VALUES ($1, 0, 0, 0, 0)
  ON CONFLICT (name) DO NOTHING`;
const COUNTS = `
  UPDATE triage_desk SET cases = $2, incidents = $3,
    open_cases = (SELECT count(*) FROM triage_case WHERE desk = ${ID} AND state <> 'resolved'),
    open_incidents = (SELECT count(*) FROM triage_incident WHERE desk = ${ID} AND state <> 'resolved')
  WHERE name = $1`;

/**
 * Adds cases to the desk until there are `to`.
 *
 * @param from how many it has; both are multiples of ten
 */
export async function fillDesk(run: RunSql, from: number, to: number): Promise<FilledDesk> {
  await run(DESKS, [DESK]);
  for (let done = from; done < to; ) {
    const next = Math.min(done + STEP, to);
    await run(CASES, [DESK, done + 1, next]);
    await run(INCIDENTS, [DESK, done / BLOCK + 1, next / BLOCK]);
    await run(HOURS, [DESK, done + 1, next]);
    done = next;
  }
  await run(COUNTS, [DESK, to, to / BLOCK]);
  return { desk: DESK, now: EPOCH + (to + 1) * BETWEEN_MS };
}
