import type { Store } from '../../src/storage/store.ts';
import type { StoredCase } from '../../src/storage/triage-store.ts';
import { type Counted, type ExpectedGroups, expectedGroups } from './expected-groups.ts';
import type { GeneratedDay, PlannedTalk } from './generated-day.ts';
import type { PlannedReport } from './planned-report.ts';
import type { ReplayChannel } from './replay-channel.ts';

/** What was said about a report, as the store has it at the end of the day. */
export interface ScoredReport {
  readonly planned: PlannedReport;
  readonly kept: StoredCase | undefined;
  /** Whether a cause was named. */
  readonly answered: boolean;
  readonly right: boolean;
}

export interface ReplayScore {
  readonly interruptions: readonly PlannedTalk[];
  /** Cases that no report began. */
  readonly casesOfTalk: number;
  /** Reports that were not taken back. */
  readonly scored: readonly ScoredReport[];
  readonly withdrawnAndKept: readonly PlannedReport[];
  readonly answeredTwice: readonly string[];
  readonly expected: ExpectedGroups;
  /** Expected groups of which the store has exactly the same. */
  readonly exact: number;
  /** Incidents of the store that nobody expects, and expected ones that it has not so. */
  readonly otherwise: readonly string[];
  readonly planned: number;
  readonly plannedWhole: number;
  readonly calledOut: number;
}

const PAGE = 500;

/** Compares the day as it was planned with what the channel saw and the store holds. */
export async function scoreReplay(
  { reports, talk, rooms }: GeneratedDay,
  channel: Pick<ReplayChannel, 'answers' | 'posts'>,
  store: Pick<Store, 'triage'>,
): Promise<ReplayScore> {
  const cases = await everyCase(store);
  const byMessage = new Map(cases.map((one) => [one.activityId, one]));
  const isReport = new Set(reports.map(({ id }) => id));
  const scored = reports
    .filter(({ gone }) => gone === null)
    .map((planned) => scoreOf(planned, byMessage.get(planned.id)));
  const counted = reports.flatMap((planned): readonly Counted[] => {
    const kept = byMessage.get(planned.id);
    // Taken back, it may have been with others meanwhile; nobody knows any more how it was read.
    if (planned.gone !== null && planned.app !== 'unclear')
      return planned.decidable ? [{ ...planned, countedCause: planned.cause, countedApp: planned.app }] : [];
    // What was not read is missing where the plan has it, and what was read wrong is with others: both are told elsewhere.
    if (kept === undefined) return [];
    return [{ ...planned, countedCause: kept.cause, countedApp: planned.app === 'unclear' ? kept.app : planned.app }];
  });
  const expected = expectedGroups(counted);
  const actual = groupsOf(cases);
  const names = new Set(expected.incidents.map(nameOf));
  const actualNames = new Set(actual.map(nameOf));
  const plannedGroups = plannedIncidents(reports);
  return {
    interruptions: talk.filter(({ id }) => channel.answers.has(id)),
    casesOfTalk: cases.filter(({ activityId }) => !isReport.has(activityId)).length,
    scored,
    withdrawnAndKept: reports.filter(({ id, gone }) => gone !== null && byMessage.has(id)),
    answeredTwice: [...channel.answers].filter(([, count]) => count > 1).map(([id]) => id),
    expected,
    exact: [...names].filter((name) => actualNames.has(name)).length,
    otherwise: [
      ...[...names].filter((name) => !actualNames.has(name)).map((name) => `expected, not there: ${name}`),
      ...[...actualNames].filter((name) => !names.has(name)).map((name) => `there, not expected: ${name}`),
    ],
    planned: plannedGroups.length,
    plannedWhole: plannedGroups.filter((group) => actualNames.has(nameOf(group))).length,
    calledOut: rooms.reduce((sum, room) => sum + (channel.posts.get(room)?.length ?? 0), 0),
  };
}

function scoreOf(planned: PlannedReport, kept: StoredCase | undefined): ScoredReport {
  const named = kept !== undefined && kept.cause !== 'not-enough-evidence';
  const answered = named && kept.answered !== null;
  return {
    planned,
    kept,
    answered,
    right: answered && (kept.cause === planned.cause || planned.also.includes(kept.cause)),
  };
}

async function everyCase({ triage }: Pick<Store, 'triage'>): Promise<readonly StoredCase[]> {
  const cases: StoredCase[] = [];
  for (;;) {
    const last = cases.at(-1) ?? null;
    const page = await triage.list(null, 0, Number.MAX_SAFE_INTEGER, last, PAGE);
    cases.push(...page);
    if (page.length < PAGE) return cases;
  }
}

function groupsOf(cases: readonly StoredCase[]): readonly ReadonlySet<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const { desk, incident, activityId } of cases) {
    if (incident === null) continue;
    const key = `${desk} ${incident}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(activityId));
  }
  // Of one that all others have left, a single case stays.
  return [...groups.values()].filter(({ size }) => size > 1);
}

/** What the generator meant to be one incident. */
function plannedIncidents(reports: readonly PlannedReport[]): readonly ReadonlySet<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const { id, incident } of reports) {
    if (incident !== null) groups.set(incident, (groups.get(incident) ?? new Set()).add(id));
  }
  return [...groups.values()].filter(({ size }) => size > 1);
}

function nameOf(group: ReadonlySet<string>): string {
  return [...group].sort().join(' ');
}
