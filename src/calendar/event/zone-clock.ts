import { DateTime } from 'luxon';
import type { LocalTime } from '../understanding.ts';

/** The instant of a wall-clock time, milliseconds since 1970; of one that exists twice the first, a skipped one moved on. */
export function instantOf(time: LocalTime, zone: string): number {
  return DateTime.fromISO(time, { zone }).toMillis();
}

/** What the clock on the wall shows at an instant. */
export function localAt(instant: number, zone: string): LocalTime {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}
