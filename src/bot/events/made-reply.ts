import type { EventDraft } from '../../calendar/event/draft.ts';
import { localAt } from '../../calendar/event/zone-clock.ts';
import { type EventView, endedEventCard, eventCard, eventText } from '../../presentation/cards/events/event-card.ts';
import { titleWords } from '../../presentation/cards/events/event-lines.ts';
import type { StoredDraft } from '../../storage/store.ts';
import type { EventParts } from './event-parts.ts';
import type { EventReply } from './event-reply.ts';
import { type MadeEvent, UNDO_MS } from './stored-event.ts';

/** The card of an event that was made. */
export function madeReply(
  { turn }: EventParts,
  stored: Pick<StoredDraft, 'id' | 'version' | 'made'>,
  draft: EventDraft,
  { webLink, joinUrl }: MadeEvent,
  said: string,
  problems: readonly string[] = [],
): EventReply {
  const now = turn.now();
  const view: EventView = {
    id: stored.id,
    version: stored.version,
    draft,
    now: localAt(now, draft.timeZone),
    webLink,
    joinUrl,
    undoable: stored.made !== null && now < stored.made + UNDO_MS,
    said,
    problems,
  };
  return {
    text: eventText(view),
    card: eventCard(view),
    summary: `${said} ${titleWords(draft.title?.value)}`,
    draft: stored.id,
    earlier: endedReply(draft.title?.value ?? null, 'In your calendar: see my newer message.'),
  };
}

/** The card of what has ended. */
export function endedReply(title: string | null, words: string, draft?: string): EventReply {
  const about = draft === undefined ? {} : { draft };
  return { text: `${words} ${titleWords(title)}`, card: endedEventCard(title, words), ...about };
}
