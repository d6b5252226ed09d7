import { randomBytes } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { type DraftContent, draftJson, parseDraftContent } from '../../calendar/event/draft-json.ts';
import { type Person, personKey } from '../../identity/person.ts';
import type { StoredDraft } from '../../storage/store.ts';
import { conversationKey } from '../conversation-key.ts';
import { isObject } from '../is-object.ts';
import type { EventParts } from './event-parts.ts';

/** A draft waits for a day, and so long its event can be changed from the card. */
export const DRAFT_KEPT_MS = 24 * 60 * 60_000;
/** An invitation that was sent by mistake is taken back soon or by hand. */
export const UNDO_MS = 10 * 60_000;

/** A new draft in the store starts with this version. */
const FIRST_VERSION = 1;

/** Keeps a draft for the person and the conversation that it was asked for in. Its id cannot be guessed. */
export async function keepDraft(
  { turn }: Pick<EventParts, 'turn'>,
  { activity }: TurnContext,
  person: Person,
  content: DraftContent,
): Promise<Pick<StoredDraft, 'id' | 'version'>> {
  const id = randomBytes(18).toString('base64url');
  const at = turn.now();
  await turn.store.drafts.create({
    id,
    person: personKey(person),
    conversation: conversationKey(activity),
    content: draftJson(content),
    at,
    expires: at + DRAFT_KEPT_MS,
  });
  return { id, version: FIRST_VERSION };
}

/** What is kept of an event that was made. */
export interface MadeEvent {
  readonly id: string;
  readonly webLink: string | null;
  readonly joinUrl: string | null;
}

/** As the store keeps it; `madeEventOf` reads it back. */
export function madeEventJson({ id, webLink, joinUrl }: MadeEvent): string {
  return JSON.stringify({ id, webLink, joinUrl });
}

/** The event of a draft; `null` where none was made, and for a change of a listed one. */
export function madeEventOf(stored: StoredDraft): MadeEvent | null {
  if (stored.event === null) return null;
  const value: unknown = JSON.parse(stored.event);
  if (!isObject(value) || typeof value.id !== 'string') return null;
  const text = (member: unknown): string | null => (typeof member === 'string' ? member : null);
  return { id: value.id, webLink: text(value.webLink), joinUrl: text(value.joinUrl) };
}

/** What a draft holds; `null` where an older or newer version wrote it in another form. */
export function contentOf(stored: StoredDraft): DraftContent | null {
  return parseDraftContent(stored.content);
}
