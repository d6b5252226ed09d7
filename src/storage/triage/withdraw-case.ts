import { CASE_COLUMNS, toCase } from './case-row.ts';
import { keepDesk, lockDesk } from './desk.ts';
import { leaveIncident } from './group-cases.ts';
import { discountCase } from './hours.ts';
import type { Tell } from './outbox-rows.ts';
import { ask, askOne, reading, type Steps, writing } from './steps.ts';

const FIND = reading(
  'case.find-by-activity',
  `SELECT ${CASE_COLUMNS} FROM triage_case WHERE desk = $1 AND activity_id = $2 ORDER BY number LIMIT 1`,
);
const REMOVE = writing('case.remove', 'DELETE FROM triage_case WHERE desk = $1 AND number = $2');

/** See `TriageStore.withdraw`. */
export function* withdrawCase(name: string, activityId: string, at: number, tell: Tell): Steps<boolean> {
  const desk = yield* lockDesk(name);
  if (desk === undefined) return false;
  const row = yield* askOne(FIND, desk.id, activityId);
  if (row === undefined) return false;
  const withdrawn = toCase(name, row);
  yield* leaveIncident(desk, withdrawn, at, tell);
  yield* ask(REMOVE, desk.id, withdrawn.number);
  yield* discountCase(desk.id, withdrawn.reported, withdrawn.cause);
  if (withdrawn.state !== 'resolved') desk.openCases -= 1;
  yield* keepDesk(desk);
  yield* tell(desk.id, withdrawn, 'case.withdrawn', at);
  return true;
}
