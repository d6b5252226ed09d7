/** A calendar day as its number since 1970-01-01: days add up, and no zone is in play. */
export type Day = number;

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const MS_A_DAY = 86_400_000;

/** Months from 1; a day or month that is too large runs over into the next. */
export function dayOf(year: number, month: number, day: number): Day {
  // Date.UTC takes years below 100 as 19xx.
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, day) / MS_A_DAY);
}

/** The date of a day. */
export function partsOf(day: Day): DayParts {
  const date = new Date(day * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Monday (ISO 8601 weeks), as in WEEKDAYS. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of the same week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day);
}

/** Months from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the calendar has this date: no 31 April. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The same day of a month some months on; the last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: of } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(of, daysInMonth(toYear, toMonth)));
}

/** The nth weekday of a month, the last one for -1, the one before it for -2; null where the month has no such day. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day | null {
  if (nth < 0) {
    const last = dayOf(year, month, daysInMonth(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1);
  }
  const first = dayOf(year, month, 1);
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return partsOf(day).month === month ? day : null;
}

/** The nth of the days of a month that are one of some weekdays, the last one for -1: «last working day». */
export function nthOfWeekdays(year: number, month: number, weekdays: readonly number[], nth: number): Day | null {
  if (weekdays.length === 1) return nthWeekday(year, month, weekdays[0]!, nth);
  const first = dayOf(year, month, 1);
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => first + index);
  return days.filter((day) => weekdays.includes(weekdayOf(day))).at(nth > 0 ? nth - 1 : nth) ?? null;
}

/** The month some months after another one. */
export function shiftMonth(year: number, month: number, by: number): { readonly year: number; readonly month: number } {
  const index = year * 12 + (month - 1) + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** `2026-03-10` */
export function isoDate(day: Day): string {
  const { year, month, day: of } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(of)}`;
}

/** At least two digits, as in dates and times. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}
