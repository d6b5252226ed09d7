import type { CaseState, Party, StoredIncident, WaitingFor } from '../triage-store.ts';
import type { TriageRow } from './steps.ts';

/** The columns that cases and incidents share. */
export const TRACKED_COLUMNS =
  'number, version, state, assignee_id, assignee_name, waiting_for, changed_by_id, changed_by_name, changed, taken, ' +
  'resolved';

type Tracked = Pick<
  StoredIncident,
  'desk' | 'number' | 'version' | 'state' | 'assignee' | 'waitingFor' | 'changedBy' | 'changed' | 'taken' | 'resolved'
>;

/** What cases and incidents share: a row with `TRACKED_COLUMNS`. */
export function toTracked(desk: string, row: TriageRow): Tracked {
  return {
    desk,
    number: Number(row.number),
    version: Number(row.version),
    // The tables' own checks let no others in.
    state: String(row.state) as CaseState,
    assignee: toParty(row.assignee_id, row.assignee_name),
    waitingFor: toText(row.waiting_for) as WaitingFor | null,
    changedBy: toParty(row.changed_by_id, row.changed_by_name),
    changed: Number(row.changed),
    taken: toInstant(row.taken),
    resolved: toInstant(row.resolved),
  };
}

/** A text, or NULL. */
export function toText(value: unknown): string | null {
  return value === null ? null : String(value);
}

/** Milliseconds since 1970, or NULL; PostgreSQL gives large numbers as text. */
export function toInstant(value: unknown): number | null {
  return value === null ? null : Number(value);
}

/** An app that is not known is kept as an empty text, since indexes and comparisons pass over NULL. */
export function toApp(value: unknown): string | null {
  return String(value) || null;
}

function toParty(id: unknown, name: unknown): Party | null {
  return id === null ? null : { id: String(id), name: String(name) };
}
