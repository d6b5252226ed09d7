import type { TurnContext } from 'botbuilder';
import type { CalendarEntry } from '../../../calendar/event/calendar-entry.ts';
import { instantOf, localAt } from '../../../calendar/event/zone-clock.ts';
import { partsOf } from '../../../calendar/local/day.ts';
import { parseMoment } from '../../../calendar/local/moment.ts';
import type { Person } from '../../../identity/person.ts';
import { type DayView, dayCard, dayText } from '../../../presentation/cards/events/day-card.ts';
import { dateWords } from '../../../presentation/event-words.ts';
import { conversationKey } from '../../conversation-key.ts';
import { readCalendar } from '../calendar-reads.ts';
import type { EventParts } from '../event-parts.ts';
import type { EventReply } from '../event-reply.ts';
import type { CalendarRequest } from './calendar-request.ts';

const DAY_MS = 24 * 60 * 60_000;
const LISTED_MS = 30 * 60_000;
const NEXT_ONES = 5;
export type Which = Extract<CalendarRequest, { kind: 'list' }>['which'];

export type Read =
  | { readonly kind: 'entries'; readonly entries: readonly CalendarEntry[] }
  | Exclude<Awaited<ReturnType<typeof readCalendar>>, { kind: 'entries' }>;

/** The person's calendar of a day, or of the next seven. */
export async function entriesOf(parts: EventParts, accessToken: string, which: Which, timeZone: string): Promise<Read> {
  const now = parts.turn.now();
  const midnight = (days: number): number =>
    instantOf(`${localAt(now + days * DAY_MS, timeZone).slice(0, 10)}T00:00:00`, timeZone);
  const window =
    which === 'next'
      ? { from: now, until: now + 7 * DAY_MS }
      : which === 'today'
        ? { from: midnight(0), until: midnight(1) }
        : { from: midnight(1), until: midnight(2) };
  const read = await readCalendar(parts.graph, accessToken, { ...window, timeZone });
  if (read.kind === 'refused') return read;
  const open = read.entries.filter(({ cancelled }) => !cancelled);
  // Of what comes next, what has begun is no longer.
  const local = localAt(now, timeZone);
  return {
    kind: 'entries',
    entries: which === 'next' ? open.filter(({ start }) => start >= local).slice(0, NEXT_ONES) : open,
  };
}

/** The list as a card, numbered; the numbers are good for half an hour. */
export async function listReply(
  parts: EventParts,
  context: TurnContext,
  person: Person,
  which: Which,
  entries: readonly CalendarEntry[],
  timeZone: string,
): Promise<EventReply> {
  await remember(parts, context, person, entries);
  const now = localAt(parts.turn.now(), timeZone);
  const view: DayView = {
    heading: headingOf(which, now),
    entries,
    empty: EMPTY[which],
    timeZone,
    now,
    withDates: which === 'next',
  };
  return { text: dayText(view), card: dayCard(view), summary: view.heading };
}

const EMPTY = {
  today: 'Nothing is in your calendar today.',
  tomorrow: 'Nothing is in your calendar tomorrow.',
  next: 'Nothing comes in the next seven days.',
} as const;

function headingOf(which: Which, now: string): string {
  const today = parseMoment(now)?.day;
  if (which === 'next' || today === undefined || partsOf(today).year === 0) return 'What comes next';
  return which === 'today' ? `Today, ${dateWords(today, today)}` : `Tomorrow, ${dateWords(today + 1, today)}`;
}

/** Ends in the person's id, so that it goes when they delete their data. Holds ids and nothing else of the events. */
function listKey(context: TurnContext, person: Person): string {
  return `listed/${conversationKey(context.activity)}/${person.userId}`;
}

async function remember(
  { turn }: EventParts,
  context: TurnContext,
  person: Person,
  entries: readonly CalendarEntry[],
): Promise<void> {
  const until = turn.now() + LISTED_MS;
  await turn.store.state.write({ [listKey(context, person)]: { ids: entries.map(({ id }) => id), until } });
}

/** The id under a number of the last list; `undefined` where there is none. */
export async function listedId(
  { turn }: EventParts,
  context: TurnContext,
  person: Person,
  number: number,
): Promise<string | undefined> {
  const key = listKey(context, person);
  const kept = (await turn.store.state.read([key]))[key];
  if (kept === undefined || !Array.isArray(kept.ids) || typeof kept.until !== 'number' || kept.until <= turn.now())
    return undefined;
  const id: unknown = kept.ids[number - 1];
  return typeof id === 'string' ? id : undefined;
}
