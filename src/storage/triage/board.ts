import type { Burst, DeskTotals, StoredCase, StoredIncident } from '../triage-store.ts';
import { CASE_COLUMNS } from './case-row.ts';
import { DESK_ID } from './desk.ts';
import { hourOf } from './hours.ts';
import { INCIDENT_COLUMNS, toIncident } from './incident-row.ts';
import { casesBy } from './read-cases.ts';
import { ask, askOne, reading, type Steps } from './steps.ts';

const OPEN_INCIDENTS = reading(
  'board.incidents',
  `SELECT ${INCIDENT_COLUMNS} FROM triage_incident WHERE desk = ${DESK_ID} AND state <> 'resolved'
   ORDER BY last_report DESC, number DESC LIMIT $2`,
);
const OPEN = `SELECT ${CASE_COLUMNS} FROM triage_case WHERE desk = ${DESK_ID} AND state <> 'resolved'`;
const OPEN_CASES = reading('board.cases', `${OPEN} ORDER BY reported DESC, number DESC LIMIT $2`);
const CASES_OF = reading('board.cases-of', `${OPEN} AND assignee_id = $3 ORDER BY reported DESC, number DESC LIMIT $2`);
const COUNTS = reading('board.counts', 'SELECT open_cases, open_incidents FROM triage_desk WHERE name = $1');
const HOURS = reading(
  'board.hours',
  `SELECT hour, cause, cases FROM triage_hour WHERE desk = ${DESK_ID} AND hour >= $2 AND cases > 0 ORDER BY hour, cause`,
);
const BURST = reading(
  'board.burst',
  `SELECT count(DISTINCT reporter_id) AS people, count(DISTINCT nullif(app, '')) AS apps, count(*) AS cases,
     min(reported) AS first
   FROM triage_case WHERE desk = ${DESK_ID} AND cause = $2 AND reported >= $3`,
);

/** Those with the newest reports first. */
export function* openIncidents(desk: string, limit: number): Steps<readonly StoredIncident[]> {
  return (yield* ask(OPEN_INCIDENTS, desk, limit)).map((row) => toIncident(desk, row));
}

/** The newest first. @param assignee only whose cases; everybody’s where left out */
export function openCases(desk: string, limit: number, assignee?: string): Steps<readonly StoredCase[]> {
  return assignee === undefined ? casesBy(OPEN_CASES, desk, limit) : casesBy(CASES_OF, desk, limit, assignee);
}

/** Reads what `report` and the changes of status have counted, and no case. */
export function* totals(desk: string, since: number): Steps<DeskTotals> {
  const counts = yield* askOne(COUNTS, desk);
  const hours = yield* ask(HOURS, desk, hourOf(since));
  return {
    openCases: Number(counts?.open_cases ?? 0),
    openIncidents: Number(counts?.open_incidents ?? 0),
    hours: hours.map((row) => ({ hour: Number(row.hour), cause: String(row.cause), cases: Number(row.cases) })),
  };
}

/** How many people and apps reported one cause since an instant. */
export function* burst(desk: string, cause: string, since: number): Steps<Burst> {
  const row = yield* askOne(BURST, desk, cause, since);
  const cases = Number(row?.cases ?? 0);
  return {
    people: Number(row?.people ?? 0),
    apps: Number(row?.apps ?? 0),
    cases,
    since: cases === 0 ? null : Number(row?.first),
  };
}
