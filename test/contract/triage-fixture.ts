import { expect } from 'vitest';
import type { Store } from '../../src/storage/store.ts';
import type {
  CasePlace,
  GroupingRule,
  NewReport,
  Party,
  Reported,
  StatusChange,
  StoredCase,
  TriageStore,
} from '../../src/storage/triage-store.ts';
import { AT, MINUTE } from './store-fixture.ts';

export const DESK = 'msteams/19:helpdesk@thread.tacv2';
export const OTHER_DESK = 'msteams/19:other@thread.tacv2';
export const ADA: Party = { id: '29:ada', name: 'Ada' };
export const BEN: Party = { id: '29:ben', name: 'Ben' };
export const CLEO: Party = { id: '29:cleo', name: 'Cleo' };
export const AGENT: Party = { id: '29:agent', name: 'Agent' };

export const WINDOW: GroupingRule = { windowMs: 60 * MINUTE, groups: true };
export const ALONE: GroupingRule = { windowMs: 60 * MINUTE, groups: false };

let activities = 0;

/** A report of Ada in a thread of her own, with a message id that no other one has. */
export function report(changes: Partial<NewReport> = {}): NewReport {
  activities += 1;
  const reporter = changes.reporter ?? ADA;
  return {
    desk: DESK,
    thread: `19:helpdesk@thread.tacv2;messageid=${reporter.id}`,
    activityId: `activity-${activities}`,
    quotedId: null,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    deskTenant: 'tenant-of-desk',
    reporter,
    cause: 'client-secret-expired',
    verdict: 'certain',
    app: 'app-1',
    tenant: 'contoso.example',
    headline: 'The client secret of app-1 has expired.',
    owner: 'app-developer',
    diagnosisId: `diagnosis-${activities}`,
    content: '{"excerpt":"AADSTS7000222: …"}',
    at: AT,
    ...changes,
  };
}

export function change(state: StatusChange['state'], changes: Partial<StatusChange> = {}): StatusChange {
  const assignee = state === 'taken' ? AGENT : null;
  const waitingFor = state === 'waiting' ? 'end-user' : null;
  const event = state === 'open' ? 'case.released' : (`case.${state}` as const);
  return { state, assignee, waitingFor, event, wrong: false, by: AGENT, at: AT + MINUTE, ...changes };
}

/** Everybody reports the same, a minute after each other, each in a thread of their own. */
export async function reportAll(
  triage: TriageStore,
  people: readonly Party[],
  changes: Partial<NewReport> = {},
): Promise<readonly Reported[]> {
  const all: Reported[] = [];
  for (const [n, reporter] of people.entries())
    all.push(await triage.report(report({ reporter, at: AT + n * MINUTE, ...changes }), WINDOW));
  return all;
}

/** Every case of a desk, or of all. */
export async function everyCase(triage: TriageStore, desk: string | null): Promise<readonly StoredCase[]> {
  const all: StoredCase[] = [];
  for (let after: CasePlace | null = null; ; ) {
    const page = await triage.list(desk, 0, Number.MAX_SAFE_INTEGER, after, 500);
    all.push(...page);
    after = page.at(-1) ?? null;
    if (after === null) return all;
  }
}

/** What is counted must be what is there. Holds as long as nothing was pruned. */
export async function expectCountsTrue({ triage }: Pick<Store, 'triage'>, desk: string): Promise<void> {
  const cases = await everyCase(triage, desk);
  const totals = await triage.totals(desk, 0);
  const open = await triage.openIncidents(desk, 10_000);
  expect(totals.openCases).toBe(cases.filter(({ state }) => state !== 'resolved').length);
  expect(totals.openIncidents).toBe(open.length);
  const hours = new Map<string, number>();
  for (const { reported, cause } of cases) {
    const key = `${Math.floor(reported / (60 * MINUTE)) * 60 * MINUTE} ${cause}`;
    hours.set(key, (hours.get(key) ?? 0) + 1);
  }
  expect(new Map(totals.hours.map(({ hour, cause, cases: count }) => [`${hour} ${cause}`, count]))).toEqual(hours);
  for (const number of new Set(cases.map(({ incident }) => incident))) {
    if (number === null) continue;
    const members = cases.filter(({ incident }) => incident === number);
    const incident = await triage.readIncident(desk, number);
    expect(incident).toMatchObject({
      cases: members.length,
      people: new Set(members.map(({ reporter }) => reporter.id)).size,
    });
    for (const { cause, app } of members) expect([cause, app]).toEqual([incident?.cause, incident?.app]);
  }
}
