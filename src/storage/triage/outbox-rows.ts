import type { CaseEventType, OutboxRow, StoredCase, StoredIncident } from '../triage-store.ts';
import { ask, askOne, reading, type Steps, writing } from './steps.ts';

const PUT = writing(
  'outbox.put',
  `INSERT INTO triage_outbox (desk, subject, number, event, snapshot, at, due, attempts)
   VALUES ($1, $2, $3, $4, $5, $6, 0, 0)`,
);
/**
 * The first of each case and incident, where it is due. Of two instances that come upon the same rows the second waits
 * for the first one's commit, and then sees that they are no longer due.
 */
const CLAIM = writing(
  'outbox.claim',
  `UPDATE triage_outbox SET due = $2 WHERE due <= $1 AND id IN (
     SELECT id FROM triage_outbox AS first WHERE due <= $1 AND NOT EXISTS (
       SELECT 1 FROM triage_outbox AS earlier
       WHERE earlier.desk = first.desk AND earlier.subject = first.subject AND earlier.number = first.number
         AND earlier.id < first.id)
     ORDER BY id LIMIT $3)
   RETURNING id, (SELECT name FROM triage_desk WHERE triage_desk.id = triage_outbox.desk) AS desk_name,
     subject, number, event, snapshot, at, attempts`,
);
const DELIVERED = writing('outbox.delivered', 'DELETE FROM triage_outbox WHERE id = $1');
const FAILED = writing('outbox.failed', 'UPDATE triage_outbox SET due = $2, attempts = attempts + 1 WHERE id = $1');
const WAITING = reading('outbox.waiting', 'SELECT count(*) AS waiting, min(at) AS oldest FROM triage_outbox');

/** Writes what happened into the outbox, in the step that makes it happen. */
export type Tell = (
  desk: number,
  subject: StoredCase | StoredIncident,
  event: CaseEventType,
  at: number,
) => Steps<void>;

/** @param enabled asked each time: the outbox is switched on after the store was opened */
export function outboxWriter(enabled: () => boolean): Tell {
  return function* tell(desk, subject, event, at) {
    if (!enabled()) return;
    const { content: _, ...snapshot } = { content: '', ...subject };
    const kind = 'reporter' in subject ? 'case' : 'incident';
    yield* ask(PUT, desk, kind, subject.number, event, JSON.stringify(snapshot), at);
  };
}

/** What is due at `at`, in order; no other instance finds it before `until`. */
export function* claimRows(at: number, until: number, limit: number): Steps<readonly OutboxRow[]> {
  const rows = yield* ask(CLAIM, at, until, limit);
  return rows
    .map((row): OutboxRow & { readonly order: number } => ({
      id: String(row.id),
      order: Number(row.id),
      desk: String(row.desk_name),
      subject: row.subject === 'case' ? 'case' : 'incident',
      number: Number(row.number),
      event: String(row.event),
      snapshot: String(row.snapshot),
      at: Number(row.at),
      attempts: Number(row.attempts),
    }))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...row }) => row);
}

/** It was delivered, or never will be. */
export function* dropRow(id: string): Steps<void> {
  yield* ask(DELIVERED, Number(id));
}

/** It failed, and is tried again at `next`. */
export function* postponeRow(id: string, next: number): Steps<void> {
  yield* ask(FAILED, Number(id), next);
}

/** How many wait, and since when the oldest does. */
export function* countRows(): Steps<{ readonly rows: number; readonly oldest: number | null }> {
  const row = yield* askOne(WAITING);
  return { rows: Number(row?.waiting ?? 0), oldest: row?.oldest == null ? null : Number(row.oldest) };
}
