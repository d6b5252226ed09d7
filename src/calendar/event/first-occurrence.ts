import {
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  isoDate,
  mondayOf,
  nthOfWeekdays,
  partsOf,
  weekdayOf,
} from '../local/day.ts';
import { type Recurrence, WEEKDAYS } from '../understanding.ts';

const NTH = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;
/** A 29 February is eight years away at most. */
const MOST_MONTHS = 12 * 9;

/**
 * The first day of a series, on the given day or later: Graph wants `range.startDate` to be the date of `start`, and
 * counts an occurrence on it even where the pattern has none.
 */
export function firstOccurrence(from: Day, recurrence: Recurrence): Day {
  switch (recurrence.pattern) {
    case 'daily':
      return from;
    case 'weekly': {
      const days = (recurrence.daysOfWeek ?? []).map((name) => WEEKDAYS.indexOf(name));
      const ahead = days.map((day) => (day - weekdayOf(from) + 7) % 7);
      return ahead.length === 0 ? from : from + Math.min(...ahead);
    }
    case 'absoluteMonthly':
    case 'absoluteYearly':
    case 'relativeMonthly':
    case 'relativeYearly':
      return firstInMonths(from, recurrence);
  }
}

function firstInMonths(from: Day, recurrence: Recurrence): Day {
  const yearly = recurrence.pattern.endsWith('Yearly');
  const { year, month } = partsOf(from);
  for (let ahead = 0; ahead < MOST_MONTHS; ahead += 1) {
    const at = partsOf(addMonths(dayOf(year, month, 1), ahead));
    if (yearly && at.month !== (recurrence.month ?? month)) continue;
    const day = dayIn(at.year, at.month, recurrence);
    if (day !== null && day >= from) return day;
  }
  return from;
}

/** Of a month that is too short for the 31st Outlook takes the last day. */
function dayIn(
  year: number,
  month: number,
  { pattern, dayOfMonth = 1, daysOfWeek = [], index = 'first' }: Recurrence,
): Day | null {
  if (pattern.startsWith('absolute')) return dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
  const weekdays = daysOfWeek.map((name) => WEEKDAYS.indexOf(name));
  return weekdays.length === 0 ? null : nthOfWeekdays(year, month, weekdays, NTH[index]);
}

/** How far ahead the days of a series are looked up. */
const LOOKED_AHEAD_DAYS = 35;

/** The next days of a series after its first one, so many at most and no further than five weeks ahead. */
export function nextOccurrences(first: Day, recurrence: Recurrence, most: number): readonly Day[] {
  const { until, count } = recurrence;
  const allowed = count === null ? most : Math.min(most, count - 1);
  const days: Day[] = [];
  for (let day = first + 1; day <= first + LOOKED_AHEAD_DAYS && days.length < allowed; day += 1) {
    if (until !== null && isoDate(day) > until) break;
    if (fallsOn(day, first, recurrence)) days.push(day);
  }
  return days;
}

function fallsOn(day: Day, first: Day, recurrence: Recurrence): boolean {
  const { pattern, interval, daysOfWeek = [] } = recurrence;
  const [from, at] = [partsOf(first), partsOf(day)];
  const months = (at.year - from.year) * 12 + at.month - from.month;
  switch (pattern) {
    case 'daily':
      return (day - first) % interval === 0;
    case 'weekly':
      return (
        ((mondayOf(day) - mondayOf(first)) / 7) % interval === 0 &&
        daysOfWeek.some((name) => WEEKDAYS.indexOf(name) === weekdayOf(day))
      );
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return months > 0 && months % interval === 0 && dayIn(at.year, at.month, recurrence) === day;
    // Further away than is looked.
    case 'absoluteYearly':
    case 'relativeYearly':
      return false;
  }
}
