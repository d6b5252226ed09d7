import type { Burst } from '../../src/storage/triage-store.ts';
import { BURST_WINDOW_MS, groupingOf, isProbableOutage, USUAL_WINDOW_MS } from '../../src/triage/grouping.ts';
import type { PlannedReport } from './planned-report.ts';

const WINDOW_MS = 60 * 60_000;

/** A report with the cause and app under which it counts: those that it was given, where its plan leaves room. */
export interface Counted extends PlannedReport {
  readonly countedCause: string;
  readonly countedApp: string | null;
}

interface Group {
  readonly members: Set<string>;
  lastReport: number;
}

/** What belongs together by the rule that docs/triage tells: one cause, one app, an hour, several people. */
export interface ExpectedGroups {
  /** Ids of reports, those of one incident in one set; what stands alone is in none. */
  readonly incidents: readonly ReadonlySet<string>[];
  /** Causes to be called out, by room. */
  readonly outages: readonly { readonly room: string; readonly cause: string; readonly at: number }[];
}

/** Works out, without the store, what the day's reports should have become. */
export function expectedGroups(reports: readonly Counted[]): ExpectedGroups {
  const groups: Group[] = [];
  const openOf = new Map<string, Group[]>();
  const aloneOf = new Map<string, Counted[]>();
  const calledOut = new Map<string, number>();
  const outages: { room: string; cause: string; at: number }[] = [];
  const heard: Counted[] = [];
  const events = reports.flatMap((report) => [
    { at: report.at, report, leaves: false },
    ...(report.gone === null ? [] : [{ at: report.gone, report, leaves: true }]),
  ]);
  for (const { at, report, leaves } of events.toSorted((a, b) => a.at - b.at)) {
    const key = `${report.room} ${report.countedCause} ${report.countedApp}`;
    if (leaves) {
      for (const group of groups) group.members.delete(report.id);
      aloneOf.set(
        key,
        (aloneOf.get(key) ?? []).filter((it) => it !== report),
      );
      heard.splice(heard.indexOf(report), 1);
      continue;
    }
    heard.push(report);
    const outage = outageAt(heard, report, at);
    const outageKey = `${report.room} ${report.countedCause}`;
    if (outage && at - (calledOut.get(outageKey) ?? Number.NEGATIVE_INFINITY) >= WINDOW_MS) {
      calledOut.set(outageKey, at);
      outages.push({ room: report.room, cause: report.countedCause, at });
    }
    if (!groupingOf(report.countedCause, report.countedApp)) continue;
    const open = openOf.get(key) ?? [];
    const found = open.filter((group) => group.lastReport > at - WINDOW_MS).at(-1);
    if (found !== undefined) {
      found.members.add(report.id);
      found.lastReport = at;
      continue;
    }
    const alone = (aloneOf.get(key) ?? []).filter((it) => it.at > at - WINDOW_MS);
    if (alone.some((it) => it.person !== report.person)) {
      const group: Group = { members: new Set([...alone.map(({ id }) => id), report.id]), lastReport: at };
      groups.push(group);
      openOf.set(key, [...open, group]);
      aloneOf.set(key, []);
    } else aloneOf.set(key, [...alone, report]);
  }
  return { incidents: groups.map(({ members }) => members).filter(({ size }) => size > 1), outages };
}

function outageAt(heard: readonly Counted[], { room, countedCause: cause }: Counted, at: number): boolean {
  const since = (windowMs: number): Burst => {
    const of = heard.filter((it) => it.room === room && it.countedCause === cause && it.at >= at - windowMs);
    return {
      people: new Set(of.map(({ person }) => person)).size,
      apps: new Set(of.flatMap(({ countedApp }) => countedApp ?? [])).size,
      cases: of.length,
      since: of[0]?.at ?? null,
    };
  };
  return isProbableOutage(since(BURST_WINDOW_MS), cause, since(USUAL_WINDOW_MS));
}
