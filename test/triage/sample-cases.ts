import type { NewReport, Status, StoredCase, StoredIncident } from '../../src/storage/triage-store.ts';

export const NOW = Date.parse('2026-03-02T11:20:00Z');
export const DESK = 'msteams/19:helpdesk@thread.tacv2';
export const ADELE = { id: '29:adele', name: 'Adele' };
export const MEGAN = { id: '29:megan', name: 'Megan' };
export const SAM = { id: '29:sam', name: 'Sam' };
export const APP = '11c7d2e8-5b04-4f93-8e6a-d07f3a92b415';

export const OPEN: Status = { state: 'open', assignee: null, waitingFor: null };

export function report(change: Partial<NewReport> = {}): NewReport {
  const activityId = change.activityId ?? '1772446200001';
  return {
    desk: DESK,
    thread: `19:helpdesk@thread.tacv2;messageid=${activityId}`,
    activityId,
    quotedId: null,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    deskTenant: 'f1e2d3c4-0000-4000-8000-1234567890ab',
    reporter: SAM,
    cause: 'conditional-access-blocked',
    verdict: 'certain',
    app: APP,
    tenant: 'contoso.example',
    headline: 'A Conditional Access policy refused the sign-in',
    owner: 'tenant-admin',
    diagnosisId: `diagnosis-${activityId}`,
    content: JSON.stringify({ excerpt: 'the masked excerpt' }),
    at: NOW,
    ...change,
  };
}

export function storedCase(change: Partial<StoredCase> = {}): StoredCase {
  const { at, ...reported } = report();
  return {
    ...reported,
    ...OPEN,
    number: 17,
    version: 1,
    changedBy: null,
    changed: at,
    taken: null,
    resolved: null,
    incident: null,
    reported: at,
    answered: null,
    card: null,
    wrong: false,
    ...change,
  };
}

export function storedIncident(change: Partial<StoredIncident> = {}): StoredIncident {
  const { desk, cause, app, headline, owner, serviceUrl, deskTenant, thread } = report();
  return {
    ...OPEN,
    desk,
    cause,
    app,
    headline,
    owner,
    serviceUrl,
    deskTenant,
    thread,
    number: 3,
    version: 1,
    changedBy: null,
    changed: NOW,
    taken: null,
    resolved: null,
    card: null,
    opened: Date.parse('2026-03-02T09:10:00Z'),
    lastReport: NOW,
    cases: 8,
    people: 7,
    ...change,
  };
}
