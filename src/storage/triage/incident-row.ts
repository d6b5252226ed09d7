import type { StoredIncident } from '../triage-store.ts';
import type { TriageRow } from './steps.ts';
import { TRACKED_COLUMNS, toApp, toText, toTracked } from './tracked-row.ts';

export const INCIDENT_COLUMNS =
  `${TRACKED_COLUMNS}, cause, app, headline, owner, service_url, desk_tenant, thread, card, opened, last_report, ` +
  'cases, people';

/** A row with `INCIDENT_COLUMNS`. */
export function toIncident(desk: string, row: TriageRow): StoredIncident {
  return {
    ...toTracked(desk, row),
    cause: String(row.cause),
    app: toApp(row.app),
    headline: String(row.headline),
    owner: String(row.owner),
    serviceUrl: String(row.service_url),
    deskTenant: toText(row.desk_tenant),
    thread: toText(row.thread),
    card: toText(row.card),
    opened: Number(row.opened),
    lastReport: Number(row.last_report),
    cases: Number(row.cases),
    people: Number(row.people),
  };
}
