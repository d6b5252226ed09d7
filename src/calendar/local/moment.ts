import type { LocalTime } from '../understanding.ts';
import { type Day, dayOf, isoDate, isRealDate, two } from './day.ts';

/** A wall-clock moment: a day and the seconds since its midnight. */
export interface Moment {
  readonly day: Day;
  readonly second: number;
}

const SECONDS_A_DAY = 86_400;

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;

/** Reads `2026-03-10T09:15:00`; null where it is no local time without an offset. */
export function parseMoment(text: string): Moment | null {
  const found = LOCAL_TIME.exec(text.trim());
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  if (!isRealDate(year!, month!, day!) || hour! > 23 || minute! > 59 || second! > 59) return null;
  return { day: dayOf(year!, month!, day!), second: hour! * 3600 + minute! * 60 + second! };
}

/** A second below 0 or from 86,400 on is one of another day. */
export function moment(day: Day, second: number): Moment {
  const days = Math.floor(second / SECONDS_A_DAY);
  return { day: day + days, second: second - days * SECONDS_A_DAY };
}

/** As many seconds later on the clock on the wall; no zone is asked. */
export function addSeconds(to: Moment, seconds: number): Moment {
  return moment(to.day, to.second + seconds);
}

/** Negative where `a` is earlier. */
export function compareMoments(a: Moment, b: Moment): number {
  return a.day === b.day ? a.second - b.second : a.day - b.day;
}

/** `2026-03-10T09:15:00` */
export function localTime({ day, second }: Moment): LocalTime {
  return `${isoDate(day)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
