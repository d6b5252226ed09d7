import type { SandboxEvent } from '../world/world.ts';
import { instantOf, localTimeOf } from './event-resource.ts';
import { datesOf, readRecurrence } from './recurrence.ts';
import { localText, toInstant } from './time-zone.ts';

const DAY = 86_400_000;

/** Single events, and the occurrences of series, that touch a window; in the order of their starts. */
export function occurrencesBetween(events: readonly SandboxEvent[], from: number, until: number): SandboxEvent[] {
  return events
    .flatMap((event) => (event.recurrence == null ? [event] : occurrencesOf(event, until)))
    .map((event) => ({ event, start: instantOf(event.start) ?? 0, end: instantOf(event.end) ?? 0 }))
    .filter(({ start, end }) => start < until && (end > from || (start === end && start >= from)))
    .sort((one, other) => one.start - other.start)
    .map(({ event }) => event);
}

/** The occurrences of a series that start before an instant. Wall-clock times stay the same across clock changes. */
export function occurrencesOf(series: SandboxEvent, until: number): SandboxEvent[] {
  const recurrence = readRecurrence(series.recurrence);
  const start = localTimeOf(series.start);
  const end = localTimeOf(series.end);
  if (typeof recurrence === 'string' || start === undefined || end === undefined) return [series];
  const startOfDay = Math.floor(start.wallClockMs / DAY) * DAY;
  const found: SandboxEvent[] = [];
  for (const date of datesOf(recurrence, until + DAY)) {
    const shift = date - startOfDay;
    if (toInstant(start.wallClockMs + shift, start.zone) >= until) break;
    found.push({
      ...series,
      id: `${series.id}.${new Date(date).toISOString().slice(0, 10)}`,
      type: 'occurrence',
      seriesMasterId: series.id,
      recurrence: null,
      start: moved(series.start, start.wallClockMs + shift),
      end: moved(series.end, end.wallClockMs + shift),
    });
  }
  return found;
}

function moved(original: unknown, wallClockMs: number): unknown {
  return { ...(original as object), dateTime: localText(wallClockMs) };
}
