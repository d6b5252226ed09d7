import { isCauseId } from '../../src/diagnosis/cause-id.ts';
import { groupingOf } from '../../src/triage/grouping.ts';
import type { CorpusLine } from '../accuracy/diagnosis-corpus.ts';
import type { Chance } from './chance.ts';
import { appsNamedIn, holdsOtherIds, holdsToken } from './corpus-reports.ts';
import { instantOf } from './day-crowd.ts';

/** What a report is to be, before it is written. */
export interface Shape {
  readonly line: CorpusLine;
  readonly at: number;
  readonly room: string;
  /** The app to be named; `null` leaves that to the paste. */
  readonly app: string | null;
  /** The incident or burst that it is a part of. */
  readonly incident: string | null;
  /** Whether it is said below the first report of its incident. */
  readonly inThreadOfFirst: boolean;
}

const MINUTE_MS = 60_000;
/** Of all reports, so many of a hundred are parts of planned incidents. */
const IN_INCIDENTS = 28;
const LARGEST = 9;
/** Two reports of one incident are never further apart: the window is an hour. */
const MOST_APART_MS = 50 * MINUTE_MS;
const BELOW_THE_FIRST = 12;
/** A service that fails, and a policy that hits everybody: many people within minutes, each with their own app. */
const BURSTS = [
  { cause: 'conditional-access-blocked', people: 12, apps: 6, withinMs: 11 * MINUTE_MS, hour: 8.2 },
  { cause: 'service-outage', people: 9, apps: 5, withinMs: 8 * MINUTE_MS, hour: 16.4 },
] as const;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The reports of a day: bursts, incidents of two to nine people, and single ones. What stands alone uses each line of
 * the corpus once before any comes again.
 */
export function plannedShapes(
  count: number,
  lines: readonly CorpusLine[],
  day: number,
  rooms: readonly string[],
  chance: Chance,
): readonly Shape[] {
  const shapes: Shape[] = [];
  const repeatable = linesByCause(lines.filter(canNameAnyApp));
  const causes = [...repeatable.keys()].filter((cause) => groupingOf(cause, 'an app')).sort();
  if (count >= 600) {
    for (const [n, { cause, people, apps, withinMs, hour }] of BURSTS.entries()) {
      const of = repeatable.get(cause) ?? [];
      const ids = Array.from({ length: apps }, () => chance.guid());
      const room = rooms[n % rooms.length]!;
      for (let person = 0; person < people; person += 1) {
        const at = day + Math.floor(hour * HOUR_MS) + chance.int(0, withinMs);
        const app = ids[person % apps]!;
        shapes.push({ line: chance.pick(of), at, room, app, incident: `burst-${n}-${app}`, inThreadOfFirst: false });
      }
    }
  }
  for (let n = 1; shapes.length < (count * IN_INCIDENTS) / 100; n += 1) {
    const of = repeatable.get(chance.pick(causes)) ?? [];
    const room = chance.pick(rooms);
    const app = chance.guid();
    let at = instantOf(day, chance);
    for (let person = 0, people = chance.int(2, LARGEST); person < people; person += 1) {
      const inThreadOfFirst = person > 0 && chance.percent(BELOW_THE_FIRST);
      shapes.push({ line: chance.pick(of), at, room, app, incident: `incident-${n}`, inThreadOfFirst });
      at += chance.int(15_000, Math.floor(MOST_APART_MS / people));
    }
  }
  for (let deck: CorpusLine[] = []; shapes.length < count; ) {
    if (deck.length === 0) deck = chance.shuffled(lines);
    const line = deck.pop()!;
    shapes.push({
      line,
      at: instantOf(day, chance),
      room: chance.pick(rooms),
      app: null,
      incident: null,
      inThreadOfFirst: false,
    });
  }
  // In the order of the day: the first of an incident begins its thread.
  return shapes.toSorted((a, b) => a.at - b.at);
}

/** Whether a paste may name any app: it names one plainly or none, and hides none. */
function canNameAnyApp({ cause, paste }: CorpusLine): boolean {
  return (
    isCauseId(cause) &&
    cause !== 'not-enough-evidence' &&
    appsNamedIn(paste).length < 2 &&
    !holdsToken(paste) &&
    !holdsOtherIds(paste)
  );
}

function linesByCause(lines: readonly CorpusLine[]): ReadonlyMap<string, readonly CorpusLine[]> {
  const byCause = new Map<string, CorpusLine[]>();
  for (const line of lines) byCause.set(line.cause, [...(byCause.get(line.cause) ?? []), line]);
  return byCause;
}
