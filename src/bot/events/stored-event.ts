import { type DraftContent, parseDraftContent } from '../../calendar/event/draft-json.ts';
import type { StoredDraft } from '../../storage/store.ts';
import { isObject } from '../is-object.ts';

/** A draft waits for a day, and so long its event can be changed from the card. */
export const DRAFT_KEPT_MS = 24 * 60 * 60_000;
/** An invitation that was sent by mistake is taken back soon or by hand. */
export const UNDO_MS = 10 * 60_000;

/** What is kept of an event that was made. */
export interface MadeEvent {
  readonly id: string;
  readonly webLink: string | null;
  readonly joinUrl: string | null;
}

export function madeEventJson({ id, webLink, joinUrl }: MadeEvent): string {
  return JSON.stringify({ id, webLink, joinUrl });
}

export function madeEventOf(stored: StoredDraft): MadeEvent | null {
  if (stored.event === null) return null;
  const value: unknown = JSON.parse(stored.event);
  if (!isObject(value) || typeof value.id !== 'string') return null;
  const text = (member: unknown): string | null => (typeof member === 'string' ? member : null);
  return { id: value.id, webLink: text(value.webLink), joinUrl: text(value.joinUrl) };
}

export function contentOf(stored: StoredDraft): DraftContent | null {
  return parseDraftContent(stored.content);
}
