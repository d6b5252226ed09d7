import type { CasePlace, StoredCase, StoredIncident } from '../triage-store.ts';
import { CASE_COLUMNS, toCase } from './case-row.ts';
import { DESK_ID } from './desk.ts';
import { INCIDENT_COLUMNS, toIncident } from './incident-row.ts';
import { ask, askOne, reading, type Steps, type TriageStatement, type TriageValue, writing } from './steps.ts';

const CASES = `SELECT ${CASE_COLUMNS} FROM triage_case WHERE desk = ${DESK_ID}`;
const CASE = reading('case.read', `${CASES} AND number = $2`);
const INCIDENT = reading(
  'incident.read-of',
  `SELECT ${INCIDENT_COLUMNS} FROM triage_incident WHERE desk = ${DESK_ID} AND number = $2`,
);
const NEWEST = 'ORDER BY last_report DESC, number DESC LIMIT 1';
const IN_THREAD = reading('case.in-thread', `${CASES} AND thread = $2 ${NEWEST}`);
const OF_PERSON = reading('case.of-person', `${CASES} AND thread = $2 AND reporter_id = $3 ${NEWEST}`);
const OF_MESSAGE = reading(
  'case.of-message',
  `${CASES} AND (activity_id = $2 OR quoted_id = $2) ORDER BY number LIMIT 1`,
);
const OF_INCIDENT = reading('case.of-incident', `${CASES} AND incident = $2 ORDER BY reported, number LIMIT $3`);
const OF_DESK = reading(
  'case.list',
  `${CASES} AND reported >= $2 AND reported < $3 AND (reported, number) > ($4, $5) ORDER BY reported, number LIMIT $6`,
);
const OF_ALL = reading(
  'case.list-all',
  `SELECT ${CASE_COLUMNS}, (SELECT name FROM triage_desk WHERE triage_desk.id = triage_case.desk) AS desk_name
   FROM triage_case
   WHERE reported >= $2 AND reported < $3 AND (reported, desk, number) > ($4, coalesce(${DESK_ID}, 0), $5)
   ORDER BY reported, desk, number LIMIT $6`,
);
const ANSWERED = writing(
  'case.answered',
  `UPDATE triage_case SET card = $3, answered = coalesce(answered, $4) WHERE desk = ${DESK_ID} AND number = $2`,
);
const SHOWN = writing(
  'incident.shown',
  `UPDATE triage_incident SET thread = coalesce(thread, $3), card = coalesce(card, $4)
   WHERE desk = ${DESK_ID} AND number = $2 RETURNING thread, card`,
);

/** One case of a desk by its number. */
export function* readCase(desk: string, number: number): Steps<StoredCase | undefined> {
  const row = yield* askOne(CASE, desk, number);
  return row && toCase(desk, row);
}

/** One incident of a desk by its number. */
export function* readIncident(desk: string, number: number): Steps<StoredIncident | undefined> {
  const row = yield* askOne(INCIDENT, desk, number);
  return row && toIncident(desk, row);
}

/** The newest case of a thread, of one person where one is named. */
export function* caseInThread(desk: string, thread: string, reporter?: string): Steps<StoredCase | undefined> {
  const row = yield* reporter === undefined
    ? askOne(IN_THREAD, desk, thread)
    : askOne(OF_PERSON, desk, thread, reporter);
  return row && toCase(desk, row);
}

export function* caseOfMessage(desk: string, messageId: string): Steps<StoredCase | undefined> {
  const row = yield* askOne(OF_MESSAGE, desk, messageId);
  return row && toCase(desk, row);
}

/** Cases of one desk, which is the first value. */
export function* casesBy(
  statement: TriageStatement,
  desk: string,
  ...values: readonly TriageValue[]
): Steps<readonly StoredCase[]> {
  return (yield* ask(statement, desk, ...values)).map((row) => toCase(desk, row));
}

/** The first cases of an incident, oldest first. */
export function casesOfIncident(desk: string, incident: number, limit: number): Steps<readonly StoredCase[]> {
  return casesBy(OF_INCIDENT, desk, incident, limit);
}

/** Cases reported from `from` to before `to`, oldest first, a page at a time behind `after`; of all desks where none is named. */
export function* listCases(
  desk: string | null,
  from: number,
  to: number,
  after: CasePlace | null,
  limit: number,
): Steps<readonly StoredCase[]> {
  const begin = Math.max(from, after?.reported ?? from);
  // Numbers and the ids of desks begin with 1.
  const place = [begin, to, after?.reported ?? begin, after?.number ?? 0, limit] as const;
  if (desk !== null) return yield* casesBy(OF_DESK, desk, ...place);
  return (yield* ask(OF_ALL, after?.desk ?? null, ...place)).map((row) => toCase(String(row.desk_name), row));
}

/** Keeps the first instant, and the newest message. */
export function* keepAnswer(desk: string, number: number, card: string, at: number): Steps<void> {
  yield* ask(ANSWERED, desk, number, card, at);
}

/** Keeps the first one. Where the incident is gone, nothing else shows it. */
export function* keepShown(
  desk: string,
  incident: number,
  thread: string,
  card: string,
): Steps<{ thread: string; card: string }> {
  const row = yield* askOne(SHOWN, desk, incident, thread, card);
  return row === undefined ? { thread, card } : { thread: String(row.thread), card: String(row.card) };
}
