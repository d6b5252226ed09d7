import type { CalendarEntry } from '../../../calendar/event/calendar-entry.ts';
import type { LocalTime } from '../../../calendar/understanding.ts';
import type { Understand } from '../event-parts.ts';
import { clockMinutes } from './calendar-request.ts';

/**
 * The new start of «move … to 4»: a clock alone keeps the day, and a bare hour is taken near to the old one; everything
 * else is read like the time of a new event.
 *
 * @returns `null` where it cannot be read as a time
 */
export function moveTarget(
  to: string,
  from: LocalTime,
  about: { readonly understand: Understand; readonly now: LocalTime; readonly timeZone: string },
): LocalTime | null {
  const clock = clockMinutes(to.replace(/^at /, ''));
  if (clock !== null) return `${from.slice(0, 10)}T${hands(nearest(clock, minutesOf(from)))}`;
  const meant = about.understand(`meeting ${to}`, { reference: about.now, timeZone: about.timeZone });
  if (meant.intent === 'not-create-event') return null;
  const { start, allDay, date } = meant.event;
  // A day alone keeps the hour.
  if (start === null) {
    const isDay = meant.intent === 'unclear' && meant.ask.every((asked) => asked === 'time' || asked === 'title');
    return isDay && date != null ? `${date}T${from.slice(11)}` : null;
  }
  return allDay || start.certainty === 'assumed' ? `${start.value.slice(0, 10)}T${from.slice(11)}` : start.value;
}

function nearest({ minutes, exact }: { readonly minutes: number; readonly exact: boolean }, old: number): number {
  if (exact) return minutes;
  const other = (minutes + 720) % 1440;
  return Math.abs(other - old) < Math.abs(minutes - old) ? other : minutes;
}

function minutesOf(time: LocalTime): number {
  return Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}

function hands(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
}

/** Whether an event starts at a clock time of which the half of the day may be open. */
export function startsAt(
  entry: CalendarEntry,
  { minutes, exact }: { readonly minutes: number; readonly exact: boolean },
): boolean {
  const start = minutesOf(entry.start);
  return !entry.allDay && (start === minutes || (!exact && start === (minutes + 720) % 1440));
}
