import type { StoredCase } from '../triage-store.ts';
import type { TriageRow } from './steps.ts';
import { TRACKED_COLUMNS, toApp, toInstant, toText, toTracked } from './tracked-row.ts';

export const CASE_COLUMNS =
  `${TRACKED_COLUMNS}, thread, activity_id, quoted_id, service_url, desk_tenant, reporter_id, reporter_name, cause, verdict, app, ` +
  'tenant, headline, owner, diagnosis_id, content, reported, last_report, incident, answered, card, wrong';

/** A row with `CASE_COLUMNS`. */
export function toCase(desk: string, row: TriageRow): StoredCase {
  return {
    ...toTracked(desk, row),
    thread: String(row.thread),
    activityId: String(row.activity_id),
    quotedId: toText(row.quoted_id),
    serviceUrl: String(row.service_url),
    deskTenant: toText(row.desk_tenant),
    reporter: { id: String(row.reporter_id), name: String(row.reporter_name) },
    cause: String(row.cause),
    verdict: String(row.verdict),
    app: toApp(row.app),
    tenant: toText(row.tenant),
    headline: String(row.headline),
    owner: String(row.owner),
    diagnosisId: String(row.diagnosis_id),
    content: String(row.content),
    reported: Number(row.reported),
    incident: toInstant(row.incident),
    answered: toInstant(row.answered),
    card: toText(row.card),
    wrong: Number(row.wrong) === 1,
  };
}
