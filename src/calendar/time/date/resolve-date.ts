import {
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  isRealDate,
  mondayOf,
  nthWeekday,
  partsOf,
  shiftMonth,
  weekdayOf,
} from '../../local/day.ts';
import type { DateWords } from '../words.ts';
import { holidayIn } from './holidays.ts';
import { mondayOfIsoWeek, periodOfYear } from './periods.ts';

export interface DateContext {
  readonly today: Day;
  /** Whether 03/04 is the third of April. */
  readonly dayFirst: boolean;
}

export type DateProblem = 'no-such-date' | 'weekday-differs' | 'past' | 'far';

export interface DateResolved {
  readonly day: Day;
  /** The day after the last one, where a whole week or weekend is meant. */
  readonly endDay: Day | null;
  /** Another day that the same words may mean. */
  readonly alternatives: readonly Day[];
  readonly problem: DateProblem | null;
  /** A week, a month, its middle: no single day was said. */
  readonly vague: boolean;
}

function exact(day: Day, more: Partial<DateResolved> = {}): DateResolved {
  return { day, endDay: null, alternatives: [], problem: null, vague: false, ...more };
}

/** The day that a saying means, from today on. */
export function resolveDate(words: DateWords, context: DateContext): DateResolved {
  const found = resolveAny(words, context);
  if (found.problem !== null) return found;
  const { year } = partsOf(found.day);
  if (year > partsOf(context.today).year + 50) return { ...found, problem: 'far' };
  const weekday = confirmedWeekday(words);
  if (weekday !== null && weekdayOf(found.day) !== weekday) return { ...found, problem: 'weekday-differs' };
  const last = found.endDay === null ? found.day : found.endDay - 1;
  return last < context.today ? { ...found, problem: 'past' } : found;
}

/** A weekday that only confirms a day said otherwise. */
function confirmedWeekday(words: DateWords): number | null {
  if (words.weekday === undefined || words.nth !== undefined) return null;
  if (words.loose === true || words.span === 'week') return null;
  const otherwise =
    words.numeric !== undefined || words.holiday !== undefined || words.after !== undefined || words.day !== undefined;
  return otherwise ? words.weekday : null;
}

function resolveAny(words: DateWords, context: DateContext): DateResolved {
  if (words.after !== undefined) return distance(words.after, words, context);
  if (words.workdays !== undefined) return exact(afterWorkdays(context.today, words.workdays));
  if (words.holiday !== undefined) return holiday(words, context);
  if (words.numeric !== undefined) return around(numeric(words.numeric, words.weekday, context), words);
  if (words.isoWeek !== undefined) return isoWeek(words, context);
  if (words.period !== undefined) return period(words, context);
  if (words.nth !== undefined && (words.span === 'week' || words.span === 'weekend')) return nthWeek(words, context);
  if (words.nth !== undefined && words.weekday !== undefined) return nth(words, context);
  if (words.day !== undefined) return dayInMonth(words, context);
  if (words.span !== undefined && words.span !== 'week' && words.weekday === undefined) return span(words, context);
  if (words.weekday !== undefined) return weekday(words, context);
  return span(words, context);
}

function distance(after: NonNullable<DateWords['after']>, words: DateWords, context: DateContext): DateResolved {
  const from = after.from === null ? context.today : resolveDate(after.from, context).day;
  if (after.weekday !== undefined) {
    const away = (after.isBefore === true ? weekdayOf(from) - after.weekday : after.weekday - weekdayOf(from)) + 6;
    return exact(after.isBefore === true ? from - ((away % 7) + 1) : from + (away % 7) + 1);
  }
  const day = addMonths(from, after.length.months) + after.length.days;
  // «in 3 weeks on tuesday» means the Tuesday of that week, «in 2 days, friday» only confirms.
  if (words.weekday !== undefined && after.length.days >= 7 && after.from === null) {
    return exact(mondayOf(day) + words.weekday);
  }
  return exact(day);
}

/** Mondays to Fridays: what is closed on which day, no calendar tells here. */
function afterWorkdays(from: Day, count: number): Day {
  let day = from;
  for (let left = count; left > 0; left -= weekdayOf(day) < 5 ? 1 : 0) day += 1;
  return day;
}

function holiday(words: DateWords, { today }: DateContext): DateResolved {
  const name = words.holiday!;
  const { year } = partsOf(today);
  const said = words.year ?? (words.years === undefined ? undefined : year + words.years);
  if (said !== undefined) return exact(holidayIn(name, said) ?? today);
  const here = holidayIn(name, year) ?? today;
  return exact(here >= today ? here : (holidayIn(name, year + 1) ?? today));
}

function numeric(
  { first, second, year, dotted, dayFirst: told }: NonNullable<DateWords['numeric']>,
  confirms: number | undefined,
  context: DateContext,
): DateResolved {
  const canBeDayFirst = second <= 12 && first <= 31;
  const canBeMonthFirst = first <= 12 && second <= 31;
  if (!canBeDayFirst && !canBeMonthFirst) return exact(context.today, { problem: 'no-such-date' });
  const isDayFirst = told ?? (context.dayFirst || dotted === true);
  const dayFirst = canBeDayFirst && (isDayFirst || !canBeMonthFirst);
  const day = (order: boolean) => datedDay(order ? second : first, order ? first : second, year ?? undefined, context);
  const found = day(dayFirst);
  if (!(canBeDayFirst && canBeMonthFirst) || first === second || told !== undefined) return found;
  const other = day(!dayFirst);
  // «Thu 4/3»: the weekday tells which number is the month.
  const fits = (it: DateResolved) => it.problem === null && weekdayOf(it.day) === confirms;
  if (dotted !== true && confirms !== undefined && !fits(found) && fits(other)) return other;
  return other.problem === null ? { ...found, alternatives: [other.day] } : found;
}

/** A day and month, in its year or the next one in which it is real and ahead. */
function datedDay(month: number, day: number, year: number | undefined, { today }: DateContext): DateResolved {
  if (year !== undefined) {
    return isRealDate(year, month, day) ? exact(dayOf(year, month, day)) : exact(today, { problem: 'no-such-date' });
  }
  const from = partsOf(today).year;
  for (let of = from; of <= from + 8; of += 1) {
    if (!isRealDate(of, month, day)) continue;
    const found = dayOf(of, month, day);
    if (found >= today) return exact(found);
  }
  return exact(today, { problem: 'no-such-date' });
}

function monthOf(words: DateWords, today: Day): { readonly year: number; readonly month: number } | null {
  const now = partsOf(today);
  if (words.months !== undefined) return shiftMonth(now.year, now.month, words.months);
  if (words.month === undefined) return null;
  const shifted = words.years === undefined ? undefined : now.year + words.years;
  const year = words.year ?? shifted ?? (words.month >= now.month ? now.year : now.year + 1);
  return { year, month: words.month };
}

function nth(words: DateWords, context: DateContext): DateResolved {
  const find = (year: number, month: number) => nthWeekday(year, month, words.weekday!, words.nth!);
  const said = monthOf(words, context.today);
  const now = partsOf(context.today);
  if (said !== null) {
    const day = find(said.year, said.month);
    if (day === null) return exact(context.today, { problem: 'no-such-date' });
    const fixed = words.year !== undefined || words.months !== undefined;
    return day >= context.today || fixed ? exact(day) : exact(find(said.year + 1, said.month) ?? day);
  }
  for (let by = 0; by < 12; by += 1) {
    const { year, month } = shiftMonth(now.year, now.month, by);
    const day = find(year, month);
    if (day !== null && day >= context.today) return exact(day);
  }
  return exact(context.today, { problem: 'no-such-date' });
}

/** The nth weekend of a month begins on its nth Saturday; its nth week is the one with its fourth day, and so on (ISO 8601: the week with most of its days). */
function nthWeek(words: DateWords, context: DateContext): DateResolved {
  const said = monthOf(words, context.today);
  if (said === null) return exact(context.today, { vague: true });
  if (words.span === 'weekend') {
    const saturday = nthWeekday(said.year, said.month, 5, words.nth!);
    if (saturday === null) return exact(context.today, { problem: 'no-such-date' });
    return exact(saturday, { endDay: saturday + 2 });
  }
  const last = dayOf(said.year, said.month, daysInMonth(said.year, said.month));
  const monday = words.nth! < 0 ? mondayOf(last - 3) : mondayOf(dayOf(said.year, said.month, 4)) + 7 * (words.nth! - 1);
  return exact(monday, { endDay: monday + 7, vague: true });
}

function dayInMonth(words: DateWords, context: DateContext): DateResolved {
  const day = words.day!;
  const found = plainDay(words, day, context);
  if (words.loose === true && (found.problem !== null || found.day > context.today + MOST_LOOSE_DAYS))
    return weekday({ weekday: words.weekday! }, context);
  return around(found, words);
}

/** The week or the weekend of a day. */
function around(found: DateResolved, { span: of }: DateWords): DateResolved {
  if (found.problem !== null) return found;
  const monday = mondayOf(found.day);
  if (of === 'weekend') return exact(monday + 5, { endDay: monday + 7 });
  return of === 'week' ? exact(monday, { endDay: monday + 7, vague: true }) : found;
}

/** Whoever says «friday 17» means one that is near. */
const MOST_LOOSE_DAYS = 35;

function plainDay(words: DateWords, day: number, context: DateContext): DateResolved {
  if (words.month !== undefined) {
    const year = words.year ?? (words.years === undefined ? undefined : partsOf(context.today).year + words.years);
    return datedDay(words.month, day, year, context);
  }
  if (words.months !== undefined) {
    const { year, month } = monthOf(words, context.today)!;
    return datedDay(month, day, year, context);
  }
  const now = partsOf(context.today);
  if (day > 31) return exact(context.today, { problem: 'no-such-date' });
  // «the 31st», «friday the 13th»: the next month that has such a day.
  for (let by = 0; by <= 48; by += 1) {
    const { year, month } = shiftMonth(now.year, now.month, by);
    if (day > daysInMonth(year, month)) continue;
    const found = dayOf(year, month, day);
    if (found < context.today) continue;
    if (words.weekday === undefined || weekdayOf(found) === words.weekday) return exact(found);
  }
  return exact(context.today, { problem: 'weekday-differs' });
}

function weekday(words: DateWords, { today }: DateContext): DateResolved {
  const wanted = words.weekday!;
  const coming = today + ((wanted - weekdayOf(today) + 7) % 7 || 7);
  if (words.weeks !== undefined) {
    const day = mondayOf(today) + 7 * words.weeks + wanted;
    // On a Sunday «next week» may be the one after tomorrow's: where weeks begin on Sunday.
    const other = weekdayOf(today) === 6 && words.weeks === 1 && wanted !== 6 ? [day + 7] : [];
    return exact(day, { alternatives: other });
  }
  switch (words.which) {
    case 'next': {
      const day = mondayOf(today) + 7 + wanted;
      return exact(day, { alternatives: coming === day ? [] : [coming] });
    }
    case 'after-next':
      return exact(coming + 7);
    case 'past':
      return exact(coming - 7 < today ? coming - 7 : coming - 14);
    case 'this': {
      const day = mondayOf(today) + wanted;
      return exact(day >= today ? day : coming);
    }
    default:
      return exact(coming);
  }
}

function span(words: DateWords, { today }: DateContext): DateResolved {
  const monday = mondayOf(today) + 7 * (words.weeks ?? 0);
  if (words.span === 'weekend') {
    const saturday = monday + 5;
    return exact(Math.max(saturday, words.weeks === 0 ? Math.min(today, saturday + 1) : saturday), {
      endDay: saturday + 2,
    });
  }
  if (words.span === 'year' || (words.years !== undefined && words.month === undefined)) {
    const year = partsOf(today).year + (words.years ?? 0);
    if (words.edge === 'end') return exact(dayOf(year, 12, 31), { vague: true });
    return exact(Math.max(today, dayOf(year, 1, 1)), { endDay: dayOf(year + 1, 1, 1), vague: true });
  }
  const month =
    words.span === 'month' || words.month !== undefined || words.months !== undefined ? monthOf(words, today) : null;
  if (month !== null) {
    const last = dayOf(month.year, month.month, daysInMonth(month.year, month.month));
    const first = dayOf(month.year, month.month, 1);
    if (words.edge === 'end') return exact(last);
    if (words.edge === 'last-workday') return exact(last - Math.max(0, weekdayOf(last) - 4));
    if (words.edge === 'first-workday') {
      const workday = firstWorkday(first);
      // «of the month» is the next one once that day is over.
      const isOver = workday < today && words.months === 0;
      return exact(isOver ? firstWorkday(last + 1) : workday);
    }
    if (words.half !== undefined) {
      const middle = first + HALF_A_MONTH;
      return stretch(words.half === 1 ? first : middle, words.half === 1 ? middle : last + 1, today);
    }
    if (words.edge === 'start') return exact(first, { vague: true });
    if (words.edge === 'middle') return exact(first + 14, { vague: true });
    return exact(first < today && last >= today ? today : first, { endDay: last + 1, vague: true });
  }
  if (words.edge === 'end') return exact(monday + 4);
  if (words.edge === 'start') return exact(monday);
  if (words.edge === 'middle') return exact(monday + 2);
  // What is left of «all week».
  const from = words.whole === true ? Math.max(monday, today) : monday;
  return exact(from, { endDay: monday + 7, vague: true });
}

const HALF_A_MONTH = 15;

/** A stretch of days; what is left of it where it has begun. */
function stretch(first: Day, end: Day, today: Day): DateResolved {
  return exact(first < today && end > today ? today : first, { endDay: end, vague: true });
}

function isoWeek(words: DateWords, { today }: DateContext): DateResolved {
  const year = words.year ?? (words.years === undefined ? null : partsOf(today).year + words.years);
  const monday = mondayOfIsoWeek(words.isoWeek!, year, today);
  if (monday === null) return exact(today, { problem: 'no-such-date' });
  if (words.weekday !== undefined) return exact(monday + words.weekday);
  return exact(monday, { endDay: monday + 7, vague: true });
}

/** A quarter or a half of the year, its first day or its last. */
function period(words: DateWords, { today }: DateContext): DateResolved {
  const shifted = words.years === undefined ? null : partsOf(today).year + words.years;
  const { first, end } = periodOfYear(words.period!, words.year ?? shifted, today);
  if (words.edge === 'end') return exact(end - 1);
  if (words.edge === 'start') return exact(first, { vague: true });
  if (words.edge === 'middle') return exact(first + Math.floor((end - first) / 2), { vague: true });
  return stretch(first, end, today);
}

function firstWorkday(first: Day): Day {
  const weekday = weekdayOf(first);
  return weekday < 5 ? first : first + 7 - weekday;
}
