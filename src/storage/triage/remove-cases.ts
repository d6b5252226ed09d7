import { keepDesk, type LockedDesk, lockDesk } from './desk.ts';
import { ask, askOne, reading, type Steps, type TriageRow, writing } from './steps.ts';

/** So many cases at a time: turns want to get in between, and a statement has its time. */
const BATCH = 250;

const SOME = (condition: string): string =>
  `DELETE FROM triage_case WHERE desk = $1 AND number IN (
     SELECT number FROM triage_case WHERE desk = $1 AND ${condition} LIMIT ${BATCH})
   RETURNING state`;
const ALL_OF_DESK = writing('remove.cases', SOME('number > 0'));
const RESOLVED = writing('prune.resolved', SOME("state = 'resolved' AND resolved < $2"));
const FORGOTTEN = writing(
  'prune.forgotten',
  SOME("state <> 'resolved' AND reported < $2 AND last_report < $2 AND changed < $2"),
);
const EMPTY_INCIDENTS = writing(
  'prune.incidents',
  `DELETE FROM triage_incident WHERE desk = $1 AND number IN (
     SELECT number FROM triage_incident WHERE desk = $1 AND last_report < $2 AND NOT EXISTS (
       SELECT 1 FROM triage_case WHERE triage_case.desk = $1 AND triage_case.incident = triage_incident.number)
     LIMIT ${BATCH})
   RETURNING state`,
);
const INCIDENTS = writing(
  'remove.incidents',
  `DELETE FROM triage_incident WHERE desk = $1 AND number IN (
     SELECT number FROM triage_incident WHERE desk = $1 LIMIT ${BATCH})
   RETURNING state`,
);
const OUTBOX = writing(
  'remove.outbox',
  `DELETE FROM triage_outbox WHERE id IN (SELECT id FROM triage_outbox WHERE desk = $1 LIMIT ${BATCH}) RETURNING id`,
);
const HOURS = writing('remove.hours', 'DELETE FROM triage_hour WHERE desk = $1');
const DESK = writing('remove.desk', 'DELETE FROM triage_desk WHERE id = $1');
const DESKS = reading('prune.desks', 'SELECT id FROM triage_desk WHERE id > $1 ORDER BY id LIMIT 1');
/** Asked before anything is locked: most rounds find nothing. */
const ANYTHING_OLD = reading(
  'prune.anything',
  `SELECT id FROM triage_desk WHERE id = $1 AND (
     EXISTS (SELECT 1 FROM triage_case WHERE desk = $1 AND state = 'resolved' AND resolved < $2)
     OR EXISTS (SELECT 1 FROM triage_case
       WHERE desk = $1 AND state <> 'resolved' AND reported < $3 AND last_report < $3 AND changed < $3)
     OR EXISTS (SELECT 1 FROM triage_incident WHERE desk = $1 AND last_report < $2 AND NOT EXISTS (
       SELECT 1 FROM triage_case WHERE triage_case.desk = $1 AND triage_case.incident = triage_incident.number)))`,
);

/** One batch of a removal. */
export interface Removed {
  readonly cases: number;
  /** Whether nothing is left to be removed. */
  readonly done: boolean;
}

const NOTHING: Removed = { cases: 0, done: true };

/** A part of a desk; with the last part the desk itself is gone, and its numbers begin anew. */
export function* removeSomeOfDesk(name: string): Steps<Removed> {
  const desk = yield* lockDesk(name);
  if (desk === undefined) return NOTHING;
  const cases = yield* ask(ALL_OF_DESK, desk.id);
  const incidents = yield* ask(INCIDENTS, desk.id);
  const told = yield* ask(OUTBOX, desk.id);
  if ([cases, incidents, told].some(({ length }) => length === BATCH)) {
    yield* discount(desk, cases, incidents);
    return { cases: cases.length, done: false };
  }
  yield* ask(HOURS, desk.id);
  yield* ask(DESK, desk.id);
  return { cases: cases.length, done: true };
}

/** What has had its time at one desk. */
export interface CaseLimits {
  /** Cases that were resolved before, and incidents without cases whose last report was before. */
  readonly resolvedBefore: number;
  /** Cases that are not resolved, where nobody reported or changed anything since. */
  readonly touchedBefore: number;
}

/** The next desk after an id. */
export function* nextDesk(after: number): Steps<number | undefined> {
  const row = yield* askOne(DESKS, after);
  return row && Number(row.id);
}

/** Whether it is worth locking the desk. */
export function* isPrunable(desk: number, { resolvedBefore, touchedBefore }: CaseLimits): Steps<boolean> {
  return (yield* askOne(ANYTHING_OLD, desk, resolvedBefore, touchedBefore)) !== undefined;
}

/** One batch, so that a desk is never locked for long. */
export function* pruneSomeOfDesk(id: number, { resolvedBefore, touchedBefore }: CaseLimits): Steps<Removed> {
  const desk = yield* lockDesk(id);
  if (desk === undefined) return NOTHING;
  const resolved = yield* ask(RESOLVED, id, resolvedBefore);
  const forgotten = yield* ask(FORGOTTEN, id, touchedBefore);
  const incidents = yield* ask(EMPTY_INCIDENTS, id, resolvedBefore);
  yield* discount(desk, forgotten, incidents);
  return {
    cases: resolved.length + forgotten.length,
    done: [resolved, forgotten, incidents].every(({ length }) => length < BATCH),
  };
}

function* discount(desk: LockedDesk, cases: readonly TriageRow[], incidents: readonly TriageRow[]): Steps<void> {
  const isOpen = ({ state }: TriageRow): boolean => state !== 'resolved';
  desk.openCases -= cases.filter(isOpen).length;
  desk.openIncidents -= incidents.filter(isOpen).length;
  yield* keepDesk(desk);
}
