import type { GroupingRule, NewReport, StoredCase, StoredIncident } from '../triage-store.ts';
import type { LockedDesk } from './desk.ts';
import { INCIDENT_COLUMNS, toIncident } from './incident-row.ts';
import type { Tell } from './outbox-rows.ts';
import { ask, askOne, reading, type Steps, writing } from './steps.ts';

const READ = reading(
  'incident.read',
  `SELECT ${INCIDENT_COLUMNS} FROM triage_incident WHERE desk = $1 AND number = $2`,
);
const FIND = reading(
  'incident.find',
  `SELECT ${INCIDENT_COLUMNS} FROM triage_incident WHERE desk = $1 AND cause = $2 AND app = $3 AND last_report > $4
   ORDER BY last_report DESC, number DESC LIMIT 1`,
);
const GROW = writing(
  'incident.grow',
  `UPDATE triage_incident SET cases = $3, people = $4, last_report = $5 WHERE desk = $1 AND number = $2`,
);
const REOPEN = writing(
  'incident.reopen',
  `UPDATE triage_incident SET state = 'reopened', version = version + 1, changed = $3, changed_by_id = $4,
     changed_by_name = $5
   WHERE desk = $1 AND number = $2`,
);
const END = writing(
  'incident.end',
  `UPDATE triage_incident SET state = 'resolved', version = version + 1, changed = $3, resolved = $3,
     changed_by_id = NULL, changed_by_name = NULL
   WHERE desk = $1 AND number = $2`,
);
const FORM = writing(
  'incident.form',
  `INSERT INTO triage_incident (desk, number, version, state, cause, app, headline, owner, service_url, desk_tenant,
     opened, last_report, cases, people, changed)
   VALUES ($1, $2, 1, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING ${INCIDENT_COLUMNS}`,
);
const ALONE = 'desk = $1 AND cause = $2 AND app = $3 AND last_report > $4 AND incident IS NULL';
const SOMEBODY_ELSE = reading(
  'incident.somebody-else',
  `SELECT number FROM triage_case WHERE ${ALONE} AND reporter_id <> $5 LIMIT 1`,
);
const GATHER = writing(
  'incident.gather',
  `UPDATE triage_case SET incident = $5 WHERE ${ALONE}
   RETURNING number, reporter_id, headline, owner, service_url, desk_tenant, reported, last_report`,
);
const ENTER = writing('incident.enter', 'UPDATE triage_case SET incident = $3 WHERE desk = $1 AND number = $2');
const LEAVE = writing('incident.leave', 'UPDATE triage_case SET incident = NULL WHERE desk = $1 AND number = $2');
const SAME_PERSON = reading(
  'incident.same-person',
  `SELECT number FROM triage_case WHERE reporter_id = $3 AND desk = $1 AND incident = $2 AND number <> $4 LIMIT 1`,
);
const ANY_CASE = reading(
  'incident.any-case',
  'SELECT number FROM triage_case WHERE desk = $1 AND incident = $2 LIMIT 1',
);

export interface Grouped {
  readonly incident: StoredIncident | null;
  /** What that did to the incident. */
  readonly effect: 'none' | 'formed' | 'grew' | 'reopened';
}

export const STANDS_ALONE: Grouped = { incident: null, effect: 'none' };

/** An incident under the lock of its desk. */
export function* readIncidentOf(desk: LockedDesk, number: number): Steps<StoredIncident | undefined> {
  const row = yield* askOne(READ, desk.id, number);
  return row && toIncident(desk.name, row);
}

/** Finds or makes the incident of a case that is in none. */
export function* groupCase(desk: LockedDesk, number: number, report: NewReport, rule: GroupingRule): Steps<Grouped> {
  const { cause, at, reporter } = report;
  const key = [desk.id, cause, report.app ?? '', at - rule.windowMs] as const;
  const found = yield* askOne(FIND, ...key);
  if (found !== undefined) {
    yield* ask(ENTER, desk.id, number, Number(found.number));
    return yield* joinIncident(desk, toIncident(desk.name, found), number, report);
  }
  if ((yield* askOne(SOMEBODY_ELSE, ...key, reporter.id)) === undefined) return STANDS_ALONE;
  desk.incidents += 1;
  desk.openIncidents += 1;
  const gathered = yield* ask(GATHER, ...key, desk.incidents);
  const [first] = gathered.toSorted(
    (a, b) => Number(a.reported) - Number(b.reported) || Number(a.number) - Number(b.number),
  );
  if (first === undefined) throw new Error(`The cases of the desk ${desk.name} changed under its lock`);
  const formed = yield* askOne(
    FORM,
    desk.id,
    desk.incidents,
    cause,
    report.app ?? '',
    String(first.headline),
    String(first.owner),
    String(first.service_url),
    first.desk_tenant === null ? null : String(first.desk_tenant),
    Number(first.reported),
    gathered.reduce((last, row) => Math.max(last, Number(row.last_report)), at),
    gathered.length,
    new Set(gathered.map((row) => String(row.reporter_id))).size,
    at,
  );
  return { incident: toIncident(desk.name, formed ?? {}), effect: 'formed' };
}

function* joinIncident(
  desk: LockedDesk,
  incident: StoredIncident,
  number: number,
  { reporter, at }: NewReport,
): Steps<Grouped> {
  const isThere = (yield* askOne(SAME_PERSON, desk.id, incident.number, reporter.id, number)) !== undefined;
  const grown: StoredIncident = {
    ...incident,
    cases: incident.cases + 1,
    people: incident.people + (isThere ? 0 : 1),
    lastReport: Math.max(incident.lastReport, at),
  };
  yield* grow(desk, grown);
  const reopened = yield* reopenResolved(desk, grown, { reporter, at });
  return reopened === undefined ? { incident: grown, effect: 'grew' } : { incident: reopened, effect: 'reopened' };
}

/** Somebody whose case is in the incident reports it once more. */
export function* hearAgain(desk: LockedDesk, number: number, report: NewReport): Steps<Grouped> {
  const incident = yield* readIncidentOf(desk, number);
  if (incident === undefined) return STANDS_ALONE;
  const heard: StoredIncident = { ...incident, lastReport: Math.max(incident.lastReport, report.at) };
  yield* grow(desk, heard);
  const reopened = yield* reopenResolved(desk, heard, report);
  return reopened === undefined ? { incident: heard, effect: 'none' } : { incident: reopened, effect: 'reopened' };
}

function* grow(desk: LockedDesk, { number, cases, people, lastReport }: StoredIncident): Steps<void> {
  yield* ask(GROW, desk.id, number, cases, people, lastReport);
}

function* reopenResolved(
  desk: LockedDesk,
  incident: StoredIncident,
  { reporter, at }: Pick<NewReport, 'reporter' | 'at'>,
): Steps<StoredIncident | undefined> {
  if (incident.state !== 'resolved') return undefined;
  yield* ask(REOPEN, desk.id, incident.number, at, reporter.id, reporter.name);
  desk.openIncidents += 1;
  const { version } = incident;
  return { ...incident, state: 'reopened', version: version + 1, changed: at, changedBy: reporter };
}

/**
 * Takes a case out of its incident. One that nothing is left of has come to its end by itself: it is resolved, by nobody.
 */
export function* leaveIncident(desk: LockedDesk, left: StoredCase, at: number, tell: Tell): Steps<void> {
  if (left.incident === null) return;
  yield* ask(LEAVE, desk.id, left.number);
  const incident = yield* readIncidentOf(desk, left.incident);
  if (incident === undefined) return;
  const hasAnother =
    (yield* askOne(SAME_PERSON, desk.id, incident.number, left.reporter.id, left.number)) !== undefined;
  const shrunk: StoredIncident = {
    ...incident,
    cases: Math.max(0, incident.cases - 1),
    people: Math.max(0, incident.people - (hasAnother ? 0 : 1)),
  };
  yield* grow(desk, shrunk);
  if (incident.state === 'resolved' || (yield* askOne(ANY_CASE, desk.id, incident.number)) !== undefined) return;
  yield* ask(END, desk.id, incident.number, at);
  desk.openIncidents -= 1;
  const { version } = incident;
  const ended = {
    ...shrunk,
    state: 'resolved',
    version: version + 1,
    changed: at,
    changedBy: null,
    resolved: at,
  } as const;
  yield* tell(desk.id, ended, 'incident.resolved', at);
}
