import { type Day, dayOf, mondayOf, partsOf, shiftMonth } from '../../local/day.ts';
import type { DateWords } from '../words.ts';

/** A year of 53 weeks comes at the latest after seven others (2009, 2015, 2020, 2026, 2032 …). */
const YEARS_AHEAD = 8;

/**
 * The Monday of a week by its number: the week of 4 January is the first one (ISO 8601).
 *
 * @param year null for the next such week that is not over
 * @returns null where no such week is
 */
export function mondayOfIsoWeek(week: number, year: number | null, today: Day): Day | null {
  if (year !== null) return mondayIn(week, year);
  const from = partsOf(today).year;
  for (let of = from; of <= from + YEARS_AHEAD; of += 1) {
    const monday = mondayIn(week, of);
    if (monday !== null && monday + 7 > today) return monday;
  }
  return null;
}

function mondayIn(week: number, year: number): Day | null {
  const monday = mondayOf(dayOf(year, 1, 4)) + 7 * (week - 1);
  return week >= 1 && monday < mondayOf(dayOf(year + 1, 1, 4)) ? monday : null;
}

/**
 * The first day of a quarter or a half of the calendar year, and the day after its last one.
 *
 * @param year null for the next one that is not over
 */
export function periodOfYear(
  { months, of, nth }: NonNullable<DateWords['period']>,
  year: number | null,
  today: Day,
): { readonly first: Day; readonly end: Day } {
  const now = partsOf(today);
  const index = of === 'this' ? Math.floor((now.month - 1) / months) + nth : nth - 1;
  const begins = (in_: number, at: number) => {
    const shifted = shiftMonth(in_, 1, at * months);
    return dayOf(shifted.year, shifted.month, 1);
  };
  const isOver = of === 'year' && begins(now.year, index + 1) <= today;
  const said = year ?? (isOver ? now.year + 1 : now.year);
  return { first: begins(said, index), end: begins(said, index + 1) };
}
