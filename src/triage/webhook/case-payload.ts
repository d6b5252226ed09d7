import type { OutboxRow } from '../../storage/triage-store.ts';
import { type CaseObject, caseObject, type IncidentObject, incidentObject } from '../case-object.ts';
import { readCaseSnapshot, readIncidentSnapshot } from './read-snapshot.ts';

/** One delivery: docs/webhook.md, docs/schemas/case-event.schema.json. A contract with other programs. */
export type CaseEvent = {
  /** The same in every repetition; no two events share one, not even after the store was made anew. */
  readonly id: string;
  readonly type: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly time: string;
  /** The channel and its conversation: `msteams/19:…@thread.tacv2`. */
  readonly desk: string;
} & ({ readonly case: CaseObject } | { readonly incident: IncidentObject });

/**
 * What is told of a row of the outbox: the case or incident as it stood after the change, and nothing of its content.
 *
 * @throws SnapshotError where the row cannot be read
 */
export function casePayload({ id, event, at, desk, subject, snapshot }: OutboxRow): CaseEvent {
  const told = { id: `${id}-${at}`, type: event, time: new Date(at).toISOString(), desk };
  return subject === 'case'
    ? { ...told, case: caseObject(readCaseSnapshot(snapshot)) }
    : { ...told, incident: incidentObject(readIncidentSnapshot(snapshot)) };
}
