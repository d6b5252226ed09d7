import { addSeconds, localTime, parseMoment } from '../local/moment.ts';
import type { Asked, EventUnderstood, LocalTime, Part, Recurrence, Remark } from '../understanding.ts';
import { distinctGuests, type Guest } from './guest.ts';

/** An event before it is made: what was understood, what was filled in, and what is still missing. */
export interface EventDraft {
  readonly title: Part<string> | null;
  /** Wall-clock times in `timeZone`. */
  readonly start: Part<LocalTime> | null;
  readonly end: Part<LocalTime> | null;
  /** The day where the hour is still to be asked for: `2026-03-12`. */
  readonly date: string | null;
  /** The length as it was said, where there is no start yet. */
  readonly durationMinutes: number | null;
  readonly allDay: boolean;
  /** IANA. */
  readonly timeZone: string;
  /** The zone that the message named, where it is another one. */
  readonly statedTimeZone: string | null;
  readonly guests: readonly Guest[];
  readonly location: string | null;
  readonly online: boolean;
  readonly recurrence: Recurrence | null;
  readonly reminderMinutes: number | null;
  readonly sensitivity: 'private' | null;
  readonly showAs: 'free' | 'tentative' | 'oof' | null;
  readonly remarks: readonly Remark[];
  /** What has to be answered before the event can be made. */
  readonly ask: readonly Asked[];
  readonly question: string | null;
}

/** A draft with all that an event needs. */
export interface ReadyDraft extends EventDraft {
  readonly title: Part<string>;
  readonly start: Part<LocalTime>;
  readonly end: Part<LocalTime>;
}

export const DEFAULT_MINUTES = 60;
/** Outlook shows no more of a subject. */
export const LONGEST_TITLE = 255;
const DAY_SECONDS = 86_400;

export interface Understood {
  readonly event: EventUnderstood;
  readonly ask?: readonly Asked[];
  readonly question?: string;
  readonly guests: readonly Guest[];
  /** IANA. */
  readonly timeZone: string;
}

/** A draft out of what a message says; the rest is filled in and marked as assumed. */
export function draftOf({ event, ask = [], question, guests, timeZone }: Understood): EventDraft {
  const { start, end, allDay } = event;
  return {
    title: titleOf(event, guests, ask),
    start,
    end: start === null ? null : (end ?? assumedEnd(start.value, allDay)),
    date: start === null ? (event.date ?? null) : null,
    durationMinutes: start === null ? (event.durationMinutes ?? null) : null,
    allDay,
    timeZone,
    statedTimeZone: event.statedTimeZone === timeZone ? null : event.statedTimeZone,
    guests: distinctGuests(guests),
    location: event.location?.value ?? null,
    online: event.online,
    recurrence: event.recurrence,
    reminderMinutes: event.reminderMinutes,
    sensitivity: event.sensitivity,
    showAs: event.showAs,
    remarks: event.remarks,
    ask,
    question: question ?? null,
  };
}

function titleOf({ title }: EventUnderstood, guests: readonly Guest[], ask: readonly Asked[]): Part<string> | null {
  if (title !== null && title.value.trim() !== '')
    return { value: title.value.trim().slice(0, LONGEST_TITLE), certainty: title.certainty };
  if (ask.includes('title')) return null;
  const names = guests.map((guest) => guest.name ?? ('address' in guest ? guest.address : '')).slice(0, 3);
  const value = names.length === 0 ? 'Event' : `Meeting with ${names.join(', ')}`;
  return { value: value.slice(0, LONGEST_TITLE), certainty: 'assumed' };
}

function assumedEnd(start: LocalTime, allDay: boolean): Part<LocalTime> {
  return { value: plusMinutes(start, allDay ? DAY_SECONDS / 60 : DEFAULT_MINUTES), certainty: 'assumed' };
}

/** Wall-clock arithmetic: the hands move, whatever the zone does. */
export function plusMinutes(time: LocalTime, minutes: number): LocalTime {
  const at = parseMoment(time);
  return at === null ? time : localTime(addSeconds(at, minutes * 60));
}

/** Minutes on the wall clock from one time to another. */
export function minutesBetween(start: LocalTime, end: LocalTime): number {
  const [from, to] = [parseMoment(start), parseMoment(end)];
  if (from === null || to === null) return 0;
  return (to.day - from.day) * 1440 + (to.second - from.second) / 60;
}

/** Whether all is there but the people. */
export function isComplete(draft: EventDraft): draft is ReadyDraft {
  return draft.ask.length === 0 && draft.title !== null && draft.start !== null && draft.end !== null;
}

/** Whether the event can be made: nothing is open, and everybody has an address. */
export function isReady(draft: EventDraft): draft is ReadyDraft {
  return isComplete(draft) && draft.guests.every(({ kind }) => kind === 'known');
}

/** The draft at another time, as long as before. */
export function movedTo(
  draft: EventDraft,
  start: LocalTime,
  certainty: Part<LocalTime>['certainty'] = 'said',
): EventDraft {
  const minutes =
    draft.start === null || draft.end === null
      ? draft.allDay
        ? 1440
        : DEFAULT_MINUTES
      : minutesBetween(draft.start.value, draft.end.value);
  return {
    ...draft,
    start: { value: start, certainty },
    end: { value: plusMinutes(start, minutes), certainty: draft.end?.certainty ?? 'assumed' },
    remarks: draft.remarks.filter(({ kind }) => kind === 'alternative' || kind === 'not-left-out'),
  };
}
