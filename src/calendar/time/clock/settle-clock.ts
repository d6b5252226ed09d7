import type { ClockWords, PartOfDay } from '../words.ts';

/** What else the message says of the half of the day. */
export interface HalfHints {
  readonly part: PartOfDay | null;
  /** From the thing itself: breakfast, dinner. */
  readonly meal: 'am' | 'pm' | null;
}

export interface ClockSettled {
  /** Seconds since midnight. */
  readonly second: number;
  readonly said: boolean;
  /** The other half of the day, where a careful person might mean it. */
  readonly other: number | null;
}

const HALF_A_DAY = 43_200;

function secondsOf(clock: ClockWords): number {
  return clock.hour * 3600 + clock.minute * 60 + clock.second;
}

/** The time of day that a clock means: a bare 1 to 6 is in the afternoon, 7 by the meal, 8 to 11 in the morning, 12 noon. */
export function settleClock(clock: ClockWords, hints: HalfHints): ClockSettled {
  const second = secondsOf(clock);
  if (clock.exact || clock.half !== null) return { second, said: true, other: null };
  const hour = clock.hour;
  const base = second % HALF_A_DAY;
  const half = halfOf(hour, clock.minute, hints);
  const settled = half.half === 'pm' ? base + HALF_A_DAY : base;
  const german = clock.other === undefined ? null : settleClock(withoutOther(clock.other), hints).second;
  const other = german ?? (half.open ? (settled + HALF_A_DAY) % 86_400 : null);
  return { second: settled, said: !half.open, other };
}

function halfOf(
  hour: number,
  minute: number,
  { part, meal }: HalfHints,
): { readonly half: 'am' | 'pm'; readonly open: boolean } {
  if (part === 'morning' || part === 'early') return { half: hour === 12 ? 'pm' : 'am', open: false };
  if (part === 'noon') return { half: hour === 12 || hour <= 3 ? 'pm' : 'am', open: false };
  if (part === 'afternoon' || part === 'evening') return { half: 'pm', open: false };
  if (part === 'night') return { half: hour === 12 ? 'am' : 'pm', open: false };
  if (meal !== null) {
    if (meal === 'pm' && (hour === 12 || hour < 12)) return { half: 'pm', open: false };
    return { half: hour === 12 ? 'pm' : 'am', open: false };
  }
  if (hour === 12) return { half: 'pm', open: false };
  if (hour <= 6) return { half: 'pm', open: minute === 0 && hour === 6 };
  return { half: 'am', open: hour === 7 };
}

function withoutOther({ other: _, ...clock }: ClockWords): ClockWords {
  return clock;
}

/** Start and end of a range: a half said for one goes for both where it can, and the end is after the start. */
export function settleRange(
  from: ClockWords,
  to: ClockWords,
  hints: HalfHints,
): { readonly from: ClockSettled; readonly to: number; readonly backwards: boolean } {
  const fromFree = !from.exact && from.half === null;
  const toFree = !to.exact && to.half === null;
  if (fromFree && !toFree) {
    const end = secondsOf(to);
    const start = beforeEnd(from, end);
    return {
      from: { second: start, said: true, other: null },
      to: end <= start ? end + 86_400 : end,
      backwards: false,
    };
  }
  const start = settleClock(from, hints);
  if (!toFree) {
    const end = secondsOf(to);
    const overnight = start.second >= 16 * 3600 && end <= 10 * 3600;
    return {
      from: start,
      to: end <= start.second && overnight ? end + 86_400 : end,
      backwards: end <= start.second && !overnight,
    };
  }
  const base = secondsOf(to) % HALF_A_DAY;
  const candidates = [base, base + HALF_A_DAY, base + 2 * HALF_A_DAY, base + 3 * HALF_A_DAY];
  const end = candidates.find((candidate) => candidate > start.second) ?? start.second + 3600;
  return { from: start, to: end, backwards: false };
}

/** «5 to 6pm» is 17, «11 to 1pm» 11, «11 to 3am» 23: the later of the two starts that lies before the end. */
function beforeEnd(from: ClockWords, end: number): number {
  const base = secondsOf(from) % HALF_A_DAY;
  const candidates = [base, base + HALF_A_DAY].filter((candidate) => candidate < end);
  if (candidates.length > 0) return Math.max(...candidates);
  return base + HALF_A_DAY;
}
