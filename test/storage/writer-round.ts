import { createHash } from 'node:crypto';
import type { Store } from '../../src/storage/store.ts';
import type { NewReport, TriageStore } from '../../src/storage/triage-store.ts';

const FAR = Number.MAX_SAFE_INTEGER;
/** All writers report there. */
export const DESK = 'msteams/19:helpdesk@thread.tacv2';

/** A text of some kilobytes that says whether it is whole. */
function sealedText(n: number): string {
  const body = `${n}:${'x'.repeat(3_000 + (n % 7) * 500)}`;
  return `${body}:${createHash('sha256').update(body).digest('hex')}`;
}

function numberOfWhole(text: string): number {
  const n = Number(text.split(':', 1)[0]);
  if (text !== sealedText(n)) throw new Error(`A torn text: ${text.slice(0, 40)}`);
  return n;
}

/** One of each kind of write that a sign-in and a turn make. */
export async function round(store: Store, name: string, n: number): Promise<void> {
  const person = `msteams/${name}`;
  await store.seen.claim(`${person}/${n}`, n);
  const entry = { activityId: String(n % 5), at: n, expires: FAR, remembered: JSON.stringify({ text: sealedText(n) }) };
  await store.memory.keep({ conversation: person, person: name }, entry);
  await store.state.write({ [`${person}/a`]: { n, text: sealedText(n) }, [`${person}/b`]: { n } });
  await store.signIns.open({
    id: `${person}/${n}`,
    person,
    sealed: sealedText(n),
    sealedGrant: null,
    attempts: 0,
    expires: FAR,
  });
  await store.signIns.complete(`${person}/${n}`, sealedText(n), n);
  await store.signIns.attempt(person, n, 5);
  const version = (await store.grants.read(person))?.version ?? null;
  await store.grants.write(person, sealedText(n), version, n);
  await reportRound(store.triage, name, n);
}

/** A case of a failure that other writers report as well; some are resolved, some withdrawn. */
async function reportRound(triage: TriageStore, name: string, n: number): Promise<void> {
  const { case: one } = await triage.report(reportOf(name, n), { windowMs: 1_000, groups: true });
  const by = { id: name, name };
  const resolved = { state: 'resolved', assignee: by, waitingFor: null, event: 'case.resolved', wrong: false } as const;
  if (n % 3 === 0) await triage.changeCase(DESK, one.number, one.version, { ...resolved, by, at: n });
  if (n % 7 === 0) await triage.withdraw(DESK, one.activityId, n);
}

function reportOf(name: string, n: number): NewReport {
  return {
    desk: DESK,
    thread: `${name} ${n}`,
    activityId: `${name} ${n}`,
    quotedId: null,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    deskTenant: null,
    reporter: { id: name, name },
    cause: 'client-secret-expired',
    verdict: 'certain',
    app: `app-${n % 4}`,
    tenant: null,
    headline: 'The client secret has expired.',
    owner: 'app-developer',
    diagnosisId: `${name} ${n}`,
    content: sealedText(n),
    at: n,
  };
}

/**
 * Reads all that `round` wrote, and throws where anything is torn.
 *
 * @param last the last round that was acknowledged
 * @returns the round of each kind, none before `last`
 */
export async function readRounds(store: Store, name: string, last: number): Promise<Readonly<Record<string, number>>> {
  const person = `msteams/${name}`;
  const { [`${person}/a`]: a, [`${person}/b`]: b } = await store.state.read([`${person}/a`, `${person}/b`]);
  const memory = await store.memory.recall({ conversation: person, person: name }, 0);
  const kept = memory.map(({ remembered }) => numberOfWhole((JSON.parse(remembered) as { text: string }).text));
  const grant = await store.grants.read(person);
  const begun =
    (await store.signIns.find(`${person}/${last + 1}`, 0)) ?? (await store.signIns.find(`${person}/${last}`, 0));
  if (begun?.sealedGrant) numberOfWhole(begun.sealedGrant);
  const reported = (await store.triage.caseIn(DESK, `${name} ${last}`, name))?.content;
  if (reported !== undefined) numberOfWhole(reported);
  if (a?.n !== b?.n) throw new Error(`Half of a write: ${a?.n} and ${b?.n}`);
  const claimed = !(await store.seen.claim(`${person}/${last}`, last));
  return {
    claim: claimed ? last : 0,
    memory: Math.max(...kept),
    state: numberOfWhole(String(a?.text)),
    signIn: numberOfWhole(begun?.sealed ?? ''),
    grant: numberOfWhole(grant?.sealed ?? ''),
    // Every seventh was withdrawn.
    report: reported === undefined && last % 7 !== 0 ? 0 : last,
  };
}
