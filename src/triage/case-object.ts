import { maskSecrets } from '../diagnosis/secrets/mask-secrets.ts';
import type { Party, Status, StoredCase, StoredIncident } from '../storage/triage-store.ts';

/** A case as other programs see it (docs/webhook.md, `why401 cases --json`): a contract. Instants are ISO 8601, in UTC. */
export interface CaseObject extends TrackedObject {
  readonly verdict: string;
  /** The tenant that the report names. */
  readonly tenant: string | null;
  readonly reporter: Party;
  readonly incident: number | null;
  readonly wrong: boolean;
  readonly reportedAt: string;
  readonly answeredAt: string | null;
}

/** An incident as other programs see it. */
export interface IncidentObject extends TrackedObject {
  readonly cases: number;
  readonly people: number;
  readonly openedAt: string;
  readonly lastReportAt: string;
}

interface TrackedObject extends Status {
  readonly number: number;
  /** Grows with each change. */
  readonly version: number;
  readonly cause: string;
  readonly owner: string;
  readonly headline: string;
  /** Client id. */
  readonly app: string | null;
  readonly thread: string | null;
  readonly takenAt: string | null;
  readonly resolvedAt: string | null;
  readonly changedAt: string;
  readonly changedBy: Party | null;
}

/** What is told of a case; its content stays here. */
export type ToldCase = Omit<
  StoredCase,
  'content' | 'activityId' | 'quotedId' | 'serviceUrl' | 'deskTenant' | 'diagnosisId' | 'card'
>;
export type ToldIncident = Omit<StoredIncident, 'serviceUrl' | 'deskTenant' | 'card'>;

/** A case as other programs get it: a contract (docs/webhook.md). */
export function caseObject(one: ToldCase): CaseObject {
  return {
    ...trackedObject(one),
    verdict: one.verdict,
    tenant: one.tenant,
    reporter: party(one.reporter),
    incident: one.incident,
    wrong: one.wrong,
    reportedAt: iso(one.reported),
    answeredAt: isoOrNull(one.answered),
  };
}

/** An incident as other programs get it: a contract (docs/webhook.md). */
export function incidentObject(one: ToldIncident): IncidentObject {
  return {
    ...trackedObject(one),
    cases: one.cases,
    people: one.people,
    openedAt: iso(one.opened),
    lastReportAt: iso(one.lastReport),
  };
}

function trackedObject(one: ToldCase | ToldIncident): TrackedObject {
  return {
    number: one.number,
    version: one.version,
    state: one.state,
    assignee: one.assignee === null ? null : party(one.assignee),
    waitingFor: one.waitingFor,
    cause: one.cause,
    owner: one.owner,
    // Masked when it was made; what leaves the house is looked at once more.
    headline: maskSecrets(one.headline),
    app: one.app,
    thread: one.thread,
    takenAt: isoOrNull(one.taken),
    resolvedAt: isoOrNull(one.resolved),
    changedAt: iso(one.changed),
    changedBy: one.changedBy === null ? null : party(one.changedBy),
  };
}

function party({ id, name }: Party): Party {
  return { id, name };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}
