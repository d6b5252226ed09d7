import type { DraftState, StoredDraft } from './store.ts';

/** The columns of a draft, in both databases. */
export const DRAFT_COLUMNS =
  'id, person, conversation, version, state, content, event, made, claimed_until, at, expires';

/** `undefined` where there is no such row. */
export function toDraft(row: Readonly<Record<string, unknown>> | undefined): StoredDraft | undefined {
  if (row === undefined) return undefined;
  return {
    id: String(row.id),
    person: String(row.person),
    conversation: String(row.conversation),
    version: Number(row.version),
    // The table's own check lets no other in.
    state: String(row.state) as DraftState,
    content: String(row.content),
    event: row.event === null ? null : String(row.event),
    made: row.made === null ? null : Number(row.made),
    claimedUntil: Number(row.claimed_until),
    at: Number(row.at),
    expires: Number(row.expires),
  };
}
