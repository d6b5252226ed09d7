import { parseMoment } from '../local/moment.ts';
import type { LocalTime } from '../understanding.ts';
import type { EventDraft } from './draft.ts';

/** Something to be done to an event that is there already, once the person has said yes. */
export type ListedChange =
  | {
      readonly kind: 'cancel';
      readonly eventId: string;
      readonly title: string;
      readonly start: LocalTime;
      readonly end: LocalTime;
      readonly allDay: boolean;
      readonly timeZone: string;
    }
  | {
      readonly kind: 'move';
      readonly eventId: string;
      readonly title: string;
      readonly start: LocalTime;
      readonly end: LocalTime;
      readonly allDay: boolean;
      readonly timeZone: string;
      readonly to: LocalTime;
    };

/** What a stored draft is about. */
export type DraftContent =
  | {
      readonly kind: 'event';
      readonly draft: EventDraft;
      /** The message that it came from, where a question is open: the answer is read together with it. */
      readonly words: string | null;
      /** The ids of the drafts that the same message made before this one. */
      readonly before: readonly string[];
    }
  | { readonly kind: 'change'; readonly change: ListedChange };

/** A draft as it is kept in the store. */
export function draftJson(content: DraftContent): string {
  return JSON.stringify(content);
}

/**
 * A content as it comes back from the store, which another version of the service may have written.
 *
 * @returns `null` where it is not of this version's form
 */
export function parseDraftContent(json: string): DraftContent | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  if (value.kind === 'event' && isDraft(value.draft))
    return {
      kind: 'event',
      draft: value.draft,
      words: typeof value.words === 'string' ? value.words : null,
      before: Array.isArray(value.before) ? value.before.filter((id) => typeof id === 'string') : [],
    };
  if (value.kind === 'change' && isChange(value.change)) return { kind: 'change', change: value.change };
  return null;
}

/** The members that this version works with; written by `draftJson`, so that their own members are right where they are there. */
function isDraft(value: unknown): value is EventDraft {
  if (!isObject(value) || typeof value.timeZone !== 'string' || typeof value.allDay !== 'boolean') return false;
  if (!isTime(value.start) || !isTime(value.end)) return false;
  const lists = [value.guests, value.remarks, value.ask];
  return lists.every((list) => Array.isArray(list)) && typeof value.online === 'boolean';
}

function isTime(value: unknown): boolean {
  return value === null || (isObject(value) && typeof value.value === 'string' && parseMoment(value.value) !== null);
}

function isChange(value: unknown): value is ListedChange {
  if (!isObject(value) || (value.kind !== 'cancel' && value.kind !== 'move')) return false;
  const texts = [value.eventId, value.title, value.start, value.end, value.timeZone];
  return texts.every((text) => typeof text === 'string') && (value.kind !== 'move' || typeof value.to === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
