import { addMonths, type Day, dayOf, daysInMonth, nthWeekday, partsOf, weekdayOf } from '../local/day.ts';
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
  const days = daysOfWeek
    .map((name) => nthWeekday(year, month, WEEKDAYS.indexOf(name), NTH[index]))
    .filter((day) => day !== null);
  if (days.length === 0) return null;
  return index === 'last' ? Math.max(...days) : Math.min(...days);
}
