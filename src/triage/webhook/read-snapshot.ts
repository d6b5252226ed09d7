import {
  CASE_STATES,
  type CaseState,
  type Party,
  type Status,
  WAITING_FOR,
  type WaitingFor,
} from '../../storage/triage-store.ts';
import type { ToldCase, ToldIncident } from '../case-object.ts';

/** A row of the outbox may be years old and of another version: each field is looked at. */
type Fields = Readonly<Record<string, unknown>>;

/** The snapshot of a row cannot be read. Holds the field's name, never its value. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly code = 'WHY401_OUTBOX_SNAPSHOT';
  readonly field: string;
  constructor(field: string) {
    super(`The snapshot in the outbox cannot be read: ${field}`);
    this.field = field;
  }
}

/** @throws SnapshotError */
export function readCaseSnapshot(snapshot: string): ToldCase {
  const fields = parsed(snapshot);
  return {
    ...tracked(fields),
    thread: text(fields, 'thread'),
    reporter: party(fields.reporter) ?? fail('reporter'),
    verdict: text(fields, 'verdict'),
    tenant: textOrNull(fields, 'tenant'),
    incident: numberOrNull(fields, 'incident'),
    reported: instant(fields, 'reported'),
    answered: instantOrNull(fields, 'answered'),
    wrong: fields.wrong === true,
  };
}

/** @throws SnapshotError */
export function readIncidentSnapshot(snapshot: string): ToldIncident {
  const fields = parsed(snapshot);
  return {
    ...tracked(fields),
    thread: textOrNull(fields, 'thread'),
    opened: instant(fields, 'opened'),
    lastReport: instant(fields, 'lastReport'),
    cases: number(fields, 'cases'),
    people: number(fields, 'people'),
  };
}

function tracked(fields: Fields) {
  return {
    ...status(fields),
    desk: text(fields, 'desk'),
    number: number(fields, 'number'),
    version: number(fields, 'version'),
    changedBy: party(fields.changedBy),
    changed: instant(fields, 'changed'),
    taken: instantOrNull(fields, 'taken'),
    resolved: instantOrNull(fields, 'resolved'),
    cause: text(fields, 'cause'),
    app: textOrNull(fields, 'app'),
    headline: text(fields, 'headline'),
    owner: text(fields, 'owner'),
  };
}

function status(fields: Fields): Status {
  const state: CaseState | undefined = CASE_STATES.find((known) => known === fields.state);
  const waitingFor: WaitingFor | undefined = WAITING_FOR.find((known) => known === fields.waitingFor);
  return { state: state ?? fail('state'), assignee: party(fields.assignee), waitingFor: waitingFor ?? null };
}

function parsed(snapshot: string): Fields {
  try {
    const value: unknown = JSON.parse(snapshot);
    if (typeof value === 'object' && value !== null) return value as Fields;
  } catch {
    // Told below; the parser's own message would quote the text.
  }
  return fail('not a JSON object');
}

function party(value: unknown): Party | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name } = value as Fields;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}

function text(fields: Fields, name: string): string {
  return textOrNull(fields, name) ?? fail(name);
}

function textOrNull(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}

function number(fields: Fields, name: string): number {
  return numberOrNull(fields, name) ?? fail(name);
}

function numberOrNull(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function instant(fields: Fields, name: string): number {
  return instantOrNull(fields, name) ?? fail(name);
}

function instantOrNull(fields: Fields, name: string): number | null {
  const value = fields[name];
  // ECMA-262: what a Date can hold.
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : null;
}

function fail(field: string): never {
  throw new SnapshotError(field);
}
