import { parseMoment } from '../local/moment.ts';
import type { LocalTime } from '../understanding.ts';

/** An event as Graph tells of it, as far as we look at it. */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  /** Wall-clock times in the zone that was asked for. */
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly showAs: string;
  readonly location: string | null;
  readonly webLink: string | null;
  readonly joinUrl: string | null;
  readonly transactionId: string | null;
  /** One of a series. */
  readonly recurring: boolean;
}

/** Reads an `event` of Graph; `null` where it lacks what an event always has. */
export function parseCalendarEntry(body: unknown): CalendarEntry | null {
  if (!isObject(body) || typeof body.id !== 'string' || body.id === '') return null;
  const [start, end] = [timeOf(body.start), timeOf(body.end)];
  if (start === null || end === null) return null;
  return {
    id: body.id,
    title: textOf(body.subject) ?? '',
    start,
    end,
    allDay: body.isAllDay === true,
    cancelled: body.isCancelled === true,
    showAs: textOf(body.showAs) ?? 'busy',
    location: isObject(body.location) ? textOf(body.location.displayName) : null,
    webLink: textOf(body.webLink),
    joinUrl: isObject(body.onlineMeeting) ? textOf(body.onlineMeeting.joinUrl) : null,
    transactionId: textOf(body.transactionId),
    recurring: body.type === 'occurrence' || body.type === 'exception' || body.type === 'seriesMaster',
  };
}

/** The entries of a `calendarView` or a list of events, in the order of their starts. */
export function parseCalendarEntries(body: unknown): readonly CalendarEntry[] {
  const value = isObject(body) && Array.isArray(body.value) ? (body.value as readonly unknown[]) : [];
  return value
    .map(parseCalendarEntry)
    .filter((entry) => entry !== null)
    .sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
}

/** Graph writes `2026-03-12T14:00:00.0000000`. */
function timeOf(value: unknown): LocalTime | null {
  const text = isObject(value) ? textOf(value.dateTime) : null;
  if (text === null || parseMoment(text) === null) return null;
  return text.slice(0, 19);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
