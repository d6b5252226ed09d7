import type { TurnContext } from 'botbuilder';
import { type EventDraft, isComplete } from '../../calendar/event/draft.ts';
import { nextOccurrences } from '../../calendar/event/first-occurrence.ts';
import { type BusyTime, conflictsWith, nextFreeStart } from '../../calendar/event/free-slot.ts';
import { instantOf, localAt } from '../../calendar/event/zone-clock.ts';
import { localTime, parseMoment } from '../../calendar/local/moment.ts';
import type { LocalTime } from '../../calendar/understanding.ts';
import type { Person } from '../../identity/person.ts';
import { type DraftView, draftCard, draftText } from '../../presentation/cards/events/draft-card.ts';
import { titleWords } from '../../presentation/cards/events/event-lines.ts';
import { refusalPaste } from '../../refusals/refusal-paste.ts';
import { scopeOf } from '../conversation-scope.ts';
import { explained } from '../sign-in/refusal-answer.ts';
import { readCalendar } from './calendar-reads.ts';
import type { EventParts } from './event-parts.ts';
import type { EventReply } from './event-reply.ts';
import { readSchedules } from './guest-schedules.ts';
import { endedReply } from './made-reply.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Of a series so many times after the first are looked at. */
const LATER_TIMES = 3;
/** How far ahead a free time is looked for. */
const LOOKED_AHEAD_MS = 3 * DAY_MS;

export interface ShownDraft {
  readonly id: string;
  readonly version: number;
  readonly draft: EventDraft;
}

export interface DraftReplyOptions {
  readonly problems?: readonly string[];
  readonly note?: string | undefined;
  /** A token to look at the calendar with; without one the card says nothing of it. */
  readonly accessToken?: string | undefined;
}

/** The card of a draft as it stands, with what the calendar says of that time. */
export async function draftReply(
  parts: EventParts,
  context: TurnContext,
  shown: ShownDraft,
  options: DraftReplyOptions = {},
): Promise<EventReply> {
  const { draft } = shown;
  const looked = await lookAround(parts, context, draft, options.accessToken);
  const notes = [options.note, looked.note].filter((note) => note !== undefined);
  const view: DraftView = {
    ...shown,
    now: localAt(parts.turn.now(), draft.timeZone),
    problems: options.problems ?? [],
    conflicts: looked.conflicts,
    freeAt: looked.freeAt,
    busyGuests: looked.busyGuests ?? [],
    note: notes.length === 0 ? undefined : notes.join(' '),
  };
  const title = draft.title?.value ?? 'Event';
  return {
    text: draftText(view),
    card: draftCard(view),
    summary: `New event: ${titleWords(title)}`,
    draft: shown.id,
    earlier: endedReply(title, 'This goes on in my newer message.'),
  };
}

interface Looked extends Pick<DraftView, 'conflicts' | 'freeAt' | 'busyGuests'> {
  readonly note?: string;
}

async function lookAround(
  parts: EventParts,
  context: TurnContext,
  draft: EventDraft,
  accessToken: string | undefined,
): Promise<Looked> {
  const nothing = { conflicts: null, freeAt: null };
  if (accessToken === undefined || draft.start === null || draft.end === null || draft.allDay || !isComplete(draft))
    return nothing;
  const { timeZone } = draft;
  const later = laterTimes(draft, draft.start.value, draft.end.value);
  const [start, end] = [instantOf(draft.start.value, timeZone), instantOf(draft.end.value, timeZone)];
  const until = Math.max(end, start + LOOKED_AHEAD_MS);
  const known = draft.guests.filter((guest) => guest.kind === 'known');
  const window = { from: start, until, timeZone };
  const [read, schedules] = await Promise.all([
    readCalendar(parts.graph, accessToken, { ...window, until: Math.max(until, later.at(-1)?.end ?? 0) }),
    readSchedules(parts.graph, accessToken, known, window),
  ]);
  if (read.kind === 'refused') {
    const { read: why } = await explained(parts.turn, refusalPaste(read.refusal), context.activity.channelId);
    return { ...nothing, note: `I could not look into your calendar. ${why.headline}` };
  }
  // Where others read along, that somebody is busy is told, and not with what.
  const shared = scopeOf(context.activity) !== 'personal';
  const busy = read.entries
    .filter(({ cancelled, showAs, allDay }) => !cancelled && showAs !== 'free' && !allDay)
    .map(
      (entry): BusyTime => ({
        start: instantOf(entry.start, timeZone),
        end: instantOf(entry.end, timeZone),
        title: shared ? 'something else' : entry.title,
      }),
    );
  const first = conflictsWith(busy, start, end);
  const conflicts = [...first, ...later.flatMap((one) => conflictsWith(busy, one.start, one.end))];
  const guestsBusy = schedules.map(({ guest, times }) => ({
    guest,
    times: times.map((time) => ({ ...time, title: '' })),
  }));
  const busyGuests = guestsBusy
    .filter(({ times }) => conflictsWith(times, start, end).length > 0)
    .map(({ guest }) => guest.name ?? guest.address);
  const all = [...busy, ...guestsBusy.flatMap(({ times }) => times)];
  const taken = first.length > 0 || busyGuests.length > 0;
  return {
    busyGuests,
    conflicts: conflicts.map((one) => ({
      title: one.title,
      start: localAt(one.start, timeZone),
      end: localAt(one.end, timeZone),
    })),
    freeAt: !taken ? null : nextFreeStart(all, { start, end, timeZone }, until),
  };
}

/** The next times of a series: they are looked up with the first one, in one call. */
function laterTimes(
  { recurrence, timeZone }: EventDraft,
  start: LocalTime,
  end: LocalTime,
): readonly { readonly start: number; readonly end: number }[] {
  const [from, to] = [parseMoment(start), parseMoment(end)];
  if (recurrence === null || from === null || to === null) return [];
  return nextOccurrences(from.day, recurrence, LATER_TIMES).map((day) => ({
    start: instantOf(localTime({ ...from, day }), timeZone),
    end: instantOf(localTime({ ...to, day: day + to.day - from.day }), timeZone),
  }));
}

/** A token, where the person has one: nobody is asked for what only stands beside the answer. */
export async function tokenAtHand({ signIn }: EventParts, person: Person): Promise<string | undefined> {
  const answer = await signIn.token(person);
  return answer.kind === 'token' ? answer.token.accessToken : undefined;
}
