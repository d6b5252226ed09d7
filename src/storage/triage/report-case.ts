import type { GroupingRule, NewReport, Reported, StoredCase } from '../triage-store.ts';
import { CASE_COLUMNS, toCase } from './case-row.ts';
import { keepDesk, type LockedDesk, openDesk } from './desk.ts';
import { type Grouped, groupCase, hearAgain, leaveIncident, readIncidentOf, STANDS_ALONE } from './group-cases.ts';
import { countCase, discountCase } from './hours.ts';
import type { Tell } from './outbox-rows.ts';
import { askOne, reading, type Steps, writing } from './steps.ts';

// Whose data were deleted has no id, and no later report is theirs.
const FIND = reading(
  'case.find',
  `SELECT ${CASE_COLUMNS} FROM triage_case WHERE desk = $1 AND thread = $2 AND reporter_id = $3 AND reporter_id <> ''`,
);
const INSERT = writing(
  'case.insert',
  `INSERT INTO triage_case (desk, number, version, state, thread, activity_id, quoted_id, service_url, desk_tenant,
     reporter_id, reporter_name, cause, verdict, app, tenant, headline, owner, diagnosis_id, content, reported, last_report, changed,
     wrong)
   VALUES ($1, $2, 1, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, $18, 0)
   RETURNING ${CASE_COLUMNS}`,
);
const REPLACE = writing(
  'case.replace',
  `UPDATE triage_case SET service_url = $3, desk_tenant = $4, reporter_name = $5, cause = $6, verdict = $7, app = $8,
     tenant = $9, headline = $10, owner = $11, diagnosis_id = $12, content = $13, last_report = $14
   WHERE desk = $1 AND number = $2 RETURNING ${CASE_COLUMNS}`,
);
const REOPEN = writing(
  'case.reopen',
  `UPDATE triage_case SET state = 'reopened', version = version + 1, changed = $3, changed_by_id = $4,
     changed_by_name = $5
   WHERE desk = $1 AND number = $2 RETURNING ${CASE_COLUMNS}`,
);

const TOLD = { formed: 'incident.opened', grew: 'incident.grew', reopened: 'incident.reopened' } as const;

/** See `TriageStore.report`. The lock of the desk makes it one step for whoever else reports there. */
export function* reportCase(report: NewReport, rule: GroupingRule, tell: Tell): Steps<Reported> {
  const desk = yield* openDesk(report.desk);
  const row = yield* askOne(FIND, desk.id, report.thread, report.reporter.id);
  const before = row && toCase(desk.name, row);
  const kept =
    before === undefined
      ? yield* openCase(desk, report)
      : yield* replaceCase(desk, before, Number(row?.last_report), report, rule, tell);
  const { incident, effect } = yield* placeInIncident(desk, kept, before, report, rule);
  yield* keepDesk(desk);
  const whole: StoredCase = { ...kept, incident: incident?.number ?? null };
  yield* tell(desk.id, whole, before === undefined ? 'case.opened' : 'case.updated', report.at);
  if (incident !== null && effect !== 'none') yield* tell(desk.id, incident, TOLD[effect], report.at);
  const isNew = before === undefined;
  return { case: whole, isNew, incident, formed: effect === 'formed', reopened: effect === 'reopened' };
}

function* openCase(desk: LockedDesk, report: NewReport): Steps<StoredCase> {
  desk.cases += 1;
  desk.openCases += 1;
  const { thread, activityId, quotedId, serviceUrl, deskTenant, reporter, cause, verdict, app, tenant, at } = report;
  const row = yield* askOne(
    INSERT,
    desk.id,
    desk.cases,
    thread,
    activityId,
    quotedId,
    serviceUrl,
    deskTenant,
    reporter.id,
    reporter.name,
    cause,
    verdict,
    app ?? '',
    tenant,
    report.headline,
    report.owner,
    report.diagnosisId,
    report.content,
    at,
  );
  yield* countCase(desk.id, at, cause);
  return toCase(desk.name, row ?? {});
}

/** When and by which message it was first reported stays as it is. */
function* replaceCase(
  desk: LockedDesk,
  before: StoredCase,
  lastReport: number,
  report: NewReport,
  { groups }: GroupingRule,
  tell: Tell,
): Steps<StoredCase> {
  const { cause, at, reporter } = report;
  const moved = isAnother(before, report);
  if (moved || !groups) yield* leaveIncident(desk, before, at, tell);
  if (cause !== before.cause && (yield* discountCase(desk.id, before.reported, before.cause)))
    yield* countCase(desk.id, before.reported, cause);
  const replaced = yield* askOne(
    REPLACE,
    desk.id,
    before.number,
    report.serviceUrl,
    report.deskTenant,
    reporter.name,
    cause,
    report.verdict,
    report.app ?? '',
    report.tenant,
    report.headline,
    report.owner,
    report.diagnosisId,
    report.content,
    moved || isLater(before, report) ? Math.max(lastReport, at) : lastReport,
  );
  if (before.state !== 'resolved' || !isLater(before, report)) return toCase(desk.name, replaced ?? {});
  desk.openCases += 1;
  const reopened = yield* askOne(REOPEN, desk.id, before.number, at, reporter.id, reporter.name);
  return toCase(desk.name, reopened ?? {});
}

function* placeInIncident(
  desk: LockedDesk,
  kept: StoredCase,
  before: StoredCase | undefined,
  report: NewReport,
  rule: GroupingRule,
): Steps<Grouped> {
  const tellsNothingNew = before !== undefined && !isAnother(before, report) && !isLater(before, report);
  if (kept.incident === null)
    return rule.groups && !tellsNothingNew ? yield* groupCase(desk, kept.number, report, rule) : STANDS_ALONE;
  if (!tellsNothingNew) return yield* hearAgain(desk, kept.incident, report);
  return { incident: (yield* readIncidentOf(desk, kept.incident)) ?? null, effect: 'none' };
}

function isAnother(before: StoredCase, { cause, app }: NewReport): boolean {
  return before.cause !== cause || before.app !== (app || null);
}

/** A message of its own, and not an edit of the one that began the case, which tells of nothing new. */
function isLater(before: StoredCase, { activityId }: NewReport): boolean {
  return before.activityId !== activityId;
}
