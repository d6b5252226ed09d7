import type { Recurrence, Understanding } from '../../../src/calendar/understanding.ts';
import type { MessageLine } from './calendar-corpus.ts';

/** What is judged of one message; null where there is nothing to judge. */
export interface MessageScore {
  readonly intent: boolean;
  readonly start: boolean | null;
  readonly startAndEnd: boolean | null;
  readonly recurrence: boolean | null;
  readonly title: boolean | null;
  readonly attendees: boolean | null;
  /** Where the label names a place. */
  readonly place: boolean | null;
  /** Where the label names the message's time zone. */
  readonly zone: boolean | null;
  /** An event out of a message that asks for none. */
  readonly invented: boolean;
}

/** For comparing what two people would write of the same thing. */
export function plain(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/["'“”‘’]/g, '')
    .replace(/[.!?,;:]+$/, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function scoreMessage(line: MessageLine, got: Understanding): MessageScore {
  const { expect } = line;
  const event = got.intent === 'not-create-event' ? null : got.event;
  const asksForEvent = line.intent === 'create-event' && expect !== null;
  const starts = expect === null ? [] : [expect.start, ...(expect.startAlternatives ?? [])];
  const place = starts.indexOf(event?.start?.value ?? null);
  const start = asksForEvent ? got.intent === 'create-event' && place >= 0 : null;
  const names = (list: readonly string[] | undefined) => (list ?? []).map(plain);
  const found = names(event?.attendees);
  return {
    intent: got.intent === line.intent,
    start,
    startAndEnd: start === null ? null : start && isEndRight(line, got, place),
    recurrence: asksForEvent ? isRecurrenceRight(line, event?.recurrence ?? null) : null,
    title:
      expect === null
        ? null
        : [expect.title, ...(expect.titleAlternatives ?? [])].map(plain).includes(plain(event?.title?.value)),
    attendees:
      expect === null
        ? null
        : names(expect.attendees).every((name) => found.includes(name)) &&
          found.every(
            (name) => names(expect.attendees).includes(name) || names(expect.attendeesOptional).includes(name),
          ),
    place:
      asksForEvent && expect.location != null
        ? [expect.location, ...(expect.locationAlternatives ?? [])]
            .map(placeName)
            .includes(placeName(event?.location?.value))
        : null,
    zone:
      asksForEvent && expect.statedTimeZone != null
        ? clockOf(expect.statedTimeZone, line.reference) === clockOf(event?.statedTimeZone, line.reference)
        : null,
    invented: line.intent === 'not-create-event' && got.intent === 'create-event',
  };
}

function placeName(text: string | null | undefined): string {
  return plain(text).replace(/^(?:at|in) /, '');
}

/** Toronto and New York are one zone under two names: what counts is the clock of that day. */
function clockOf(timeZone: string | null | undefined, day: string): string | null {
  return timeZone == null ? null : new Date(`${day}Z`).toLocaleString('sv', { timeZone });
}

/** Ends stand beside their starts where both have alternatives; an open end may be anything that is only assumed. */
function isEndRight({ expect }: MessageLine, got: Understanding, place: number): boolean {
  if (expect === null || got.intent !== 'create-event') return false;
  const { end, allDay } = got.event;
  if (allDay !== (expect.allDay ?? false)) return false;
  const beside =
    expect.startAlternatives !== undefined && expect.endAlternatives?.length === expect.startAlternatives.length;
  const ends = beside
    ? [[expect.end, ...(expect.endAlternatives ?? [])][place] ?? null]
    : [expect.end, ...(expect.endAlternatives ?? [])];
  return ends.includes(end?.value ?? null) || (ends.includes(null) && end?.certainty === 'assumed');
}

function isRecurrenceRight({ expect }: MessageLine, got: Recurrence | null): boolean {
  if (expect === null) return false;
  const same = (want: Partial<Recurrence> | null) => {
    if (want === null || got === null) return want === got;
    const days = (list: readonly string[] | undefined) => [...(list ?? [])].sort().join();
    const bounds = [want.until ?? null, ...(expect.untilAlternatives ?? [])];
    const bounded = want.count != null && got.count === want.count;
    return (
      got.pattern === want.pattern &&
      got.interval === want.interval &&
      days(got.daysOfWeek) === days(want.daysOfWeek) &&
      (got.dayOfMonth ?? null) === (want.dayOfMonth ?? null) &&
      (got.month ?? null) === (want.month ?? null) &&
      (got.index ?? null) === (want.index ?? null) &&
      (bounded || (bounds.includes(got.until) && (want.until != null || want.count != null || got.count === null)))
    );
  };
  if (same(expect.recurrence)) return true;
  return expect.recurrenceOptional !== undefined && (got === null || same(expect.recurrenceOptional));
}
