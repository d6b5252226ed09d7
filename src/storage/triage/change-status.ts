import type { StatusChange, StoredCase, StoredIncident } from '../triage-store.ts';
import { CASE_COLUMNS, toCase } from './case-row.ts';
import { keepDesk, type LockedDesk, lockDesk } from './desk.ts';
import { INCIDENT_COLUMNS, toIncident } from './incident-row.ts';
import type { Tell } from './outbox-rows.ts';
import { askOne, type Steps, type TriageValue, writing } from './steps.ts';

/** `taken` is the first time, `resolved` the last; a resolved one that is changed once more was resolved before. */
const SET = `state = $4, assignee_id = $5, assignee_name = $6, waiting_for = $7, changed_by_id = $8,
  changed_by_name = $9, changed = $10, version = version + 1,
  taken = CASE WHEN $4 = 'taken' AND taken IS NULL THEN $10 ELSE taken END,
  resolved = CASE WHEN $4 = 'resolved' AND state <> 'resolved' THEN $10 ELSE resolved END`;
const CASE_STATE = writing(
  'case.lock-state',
  'UPDATE triage_case SET version = version WHERE desk = $1 AND number = $2 AND version = $3 RETURNING state',
);
const INCIDENT_STATE = writing(
  'incident.lock-state',
  'UPDATE triage_incident SET version = version WHERE desk = $1 AND number = $2 AND version = $3 RETURNING state',
);
const CHANGE_CASE = writing(
  'case.change',
  `UPDATE triage_case SET ${SET}, wrong = CASE WHEN $11 = 1 THEN 1 ELSE wrong END
   WHERE desk = $1 AND number = $2 AND version = $3 RETURNING ${CASE_COLUMNS}`,
);
const CHANGE_INCIDENT = writing(
  'incident.change',
  `UPDATE triage_incident SET ${SET} WHERE desk = $1 AND number = $2 AND version = $3 RETURNING ${INCIDENT_COLUMNS}`,
);

/** Changes what is still of that version; `undefined` where somebody else was first, or it is gone. */
export function* changeCaseStatus(
  name: string,
  number: number,
  version: number,
  change: StatusChange,
  tell: Tell,
): Steps<StoredCase | undefined> {
  const desk = yield* lockDesk(name);
  if (desk === undefined) return undefined;
  const before = yield* askOne(CASE_STATE, desk.id, number, version);
  if (before === undefined) return undefined;
  const row = yield* askOne(CHANGE_CASE, ...valuesOf(desk, number, version, change), change.wrong ? 1 : 0);
  if (row === undefined) return undefined;
  const changed = toCase(name, row);
  desk.openCases += opened(before.state, change);
  yield* keepDesk(desk);
  yield* tell(desk.id, changed, change.event, change.at);
  return changed;
}

/** As `changeCaseStatus`. */
export function* changeIncidentStatus(
  name: string,
  number: number,
  version: number,
  change: StatusChange,
  tell: Tell,
): Steps<StoredIncident | undefined> {
  const desk = yield* lockDesk(name);
  if (desk === undefined) return undefined;
  const before = yield* askOne(INCIDENT_STATE, desk.id, number, version);
  if (before === undefined) return undefined;
  const row = yield* askOne(CHANGE_INCIDENT, ...valuesOf(desk, number, version, change));
  if (row === undefined) return undefined;
  const changed = toIncident(name, row);
  desk.openIncidents += opened(before.state, change);
  yield* keepDesk(desk);
  yield* tell(desk.id, changed, change.event, change.at);
  return changed;
}

function valuesOf(desk: LockedDesk, number: number, version: number, change: StatusChange): readonly TriageValue[] {
  const { state, assignee, waitingFor, by, at } = change;
  return [
    desk.id,
    number,
    version,
    state,
    assignee?.id ?? null,
    assignee?.name ?? null,
    waitingFor,
    by.id,
    by.name,
    at,
  ];
}

/** By how many there are more open ones now. */
function opened(before: unknown, { state }: StatusChange): -1 | 0 | 1 {
  if (before === 'resolved') return state === 'resolved' ? 0 : 1;
  return state === 'resolved' ? -1 : 0;
}
