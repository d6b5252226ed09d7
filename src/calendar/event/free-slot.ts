import type { LocalTime } from '../understanding.ts';
import { instantOf, localAt } from './zone-clock.ts';

/** A time at which the person is busy. Instants, milliseconds since 1970. */
export interface BusyTime {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const FROM_HOUR = 8;
const TO_HOUR = 18;

/** What overlaps a time; to end when the other begins is no conflict. */
export function conflictsWith(busy: readonly BusyTime[], start: number, end: number): readonly BusyTime[] {
  return busy.filter((one) => one.start < end && one.end > start);
}

/**
 * The next start, after the one wanted, from which so much time is free. One wanted within working hours stays within
 * them, on the next day where need be.
 *
 * @param until the busy times are known as far as this
 * @returns `null` where there is none before that
 */
export function nextFreeStart(
  busy: readonly BusyTime[],
  wanted: { readonly start: number; readonly end: number; readonly timeZone: string },
  until: number,
): LocalTime | null {
  const length = wanted.end - wanted.start;
  const inHours = fitsHours(wanted.start, wanted.end, wanted.timeZone);
  let start = wanted.start + QUARTER_MS;
  while (start + length <= until) {
    const blocking = conflictsWith(busy, start, start + length);
    if (blocking.length > 0) start = roundedUp(Math.max(...blocking.map(({ end }) => end)));
    else if (inHours && !fitsHours(start, start + length, wanted.timeZone)) start = nextMorning(start, wanted.timeZone);
    else return localAt(start, wanted.timeZone);
  }
  return null;
}

function roundedUp(instant: number): number {
  return Math.ceil(instant / QUARTER_MS) * QUARTER_MS;
}

function fitsHours(start: number, end: number, zone: string): boolean {
  const [from, to] = [localAt(start, zone), localAt(end, zone)];
  return from.slice(0, 10) === to.slice(0, 10) && hourOf(from) >= FROM_HOUR && hourOf(to) <= TO_HOUR;
}

function hourOf(time: LocalTime): number {
  return Number(time.slice(11, 13)) + Number(time.slice(14, 16)) / 60;
}

function nextMorning(instant: number, zone: string): number {
  const local = localAt(instant, zone);
  const date = hourOf(local) < FROM_HOUR ? local : localAt(instant + DAY_MS, zone);
  return instantOf(`${date.slice(0, 10)}T09:00:00`, zone);
}
