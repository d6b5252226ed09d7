import { readMessage } from '../../../src/bot/reading/read-message.ts';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';
import type { StoredCase, StoredIncident } from '../../../src/storage/triage-store.ts';

export const SAMPLE_NOW = Date.parse('2026-03-02T11:20:00Z');

/** A case as it is kept of a paste, with the real engine. */
export function sampleCase(text: string, more: Partial<StoredCase> = {}): StoredCase {
  const read = readMessage(diagnoseAndRemember, {
    text,
    html: null,
    now: SAMPLE_NOW,
    earlier: [],
    showSecrets: false,
    diagnosisId: 'd1',
    signIn: false,
    form: 'case',
  });
  return {
    desk: 'msteams/19:helpdesk@thread.tacv2',
    number: 17,
    version: 1,
    thread: '19:helpdesk@thread.tacv2;messageid=1772442600000',
    activityId: '1772442600000',
    quotedId: null,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    deskTenant: 'tenant-1',
    reporter: { id: '29:ben', name: 'Ben Okafor' },
    cause: read.cause,
    verdict: read.verdict,
    app: read.about.app,
    tenant: read.about.tenant,
    headline: read.headline,
    owner: read.owner ?? 'app-developer',
    diagnosisId: 'd1',
    content: read.answer,
    state: 'open',
    assignee: null,
    waitingFor: null,
    changedBy: null,
    changed: SAMPLE_NOW,
    taken: null,
    resolved: null,
    incident: null,
    reported: Date.parse('2026-03-02T09:10:00Z'),
    answered: null,
    card: null,
    wrong: false,
    ...more,
  };
}

export function sampleIncident(first: StoredCase, more: Partial<StoredIncident> = {}): StoredIncident {
  const { desk, cause, app, headline, owner, serviceUrl, deskTenant, reported, thread } = first;
  return {
    desk,
    number: 3,
    version: 1,
    cause,
    app,
    headline,
    owner,
    serviceUrl,
    deskTenant,
    thread,
    card: 'card-1',
    opened: reported,
    lastReport: SAMPLE_NOW,
    cases: 9,
    people: 7,
    state: 'open',
    assignee: null,
    waitingFor: null,
    changedBy: null,
    changed: SAMPLE_NOW,
    taken: null,
    resolved: null,
    ...more,
  };
}
