import {
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  isoDate,
  nthOfWeekdays,
  nthWeekday,
  partsOf,
  shiftMonth,
  weekdayOf,
} from '../local/day.ts';
import { type DateContext, resolveDate } from '../time/date/resolve-date.ts';
import type { DateWords, LengthWords, RepeatWords } from '../time/words.ts';
import { type Recurrence, WEEKDAYS } from '../understanding.ts';
import { LAST_OF_MONTH, WORKDAYS } from './of-the-month.ts';

const INDEXES = ['first', 'second', 'third', 'fourth'] as const;

export interface RecurrenceInput {
  readonly repeat: RepeatWords;
  /** The date beside the repetition: its start, or the day of the month it falls on. */
  readonly date: DateWords | null;
  /** The date only says when it begins: «starting next week». */
  readonly isStart: boolean;
  readonly until: { readonly date: DateWords; readonly inclusive: boolean } | null;
  readonly length: LengthWords | null;
  readonly count: number | null;
}

export interface RecurrenceWorkedOut {
  readonly recurrence: Recurrence;
  /** The first day, given whether an occurrence on a day has passed. */
  readonly firstDay: Day;
  readonly problem: 'date' | null;
}

/** The pattern, its bounds and its first day; Graph wants the series to begin at a real occurrence. */
export function workOutRecurrence(
  input: RecurrenceInput,
  context: DateContext,
  hasPassed: (day: Day) => boolean,
): RecurrenceWorkedOut {
  const { repeat, span, anchor } = withDate(input, context);
  const from = anchor ?? context.today;
  let firstDay = firstOnOrAfter(repeat, from);
  // «every 3 days at 8», said at noon and with no day to count from, begins tomorrow.
  const counted = repeat.unit === 'day' && anchor === null ? firstDay + 1 : from;
  if (hasPassed(firstDay)) firstDay = firstOnOrAfter(repeat, firstDay + 1, counted);
  const whole =
    repeat.weekdays === undefined && repeat.unit === 'week' ? { ...repeat, weekdays: [weekdayOf(firstDay)] } : repeat;
  const bounds = boundsOf(input, context, firstDay, span);
  const recurrence = patternOf(whole, firstDay, bounds);
  return { recurrence, firstDay, problem: bounds.until !== null && bounds.until < isoDate(firstDay) ? 'date' : null };
}

interface WithDate {
  readonly repeat: RepeatWords;
  /** A week or month that bounds the whole: «every day this week». */
  readonly span: { readonly from: Day; readonly end: Day } | null;
  readonly anchor: Day | null;
}

/** «every month» with «on the 5th», «every year» with «april 4», «weekly» with «on friday»: the date says the day. */
function withDate({ repeat, date, isStart }: RecurrenceInput, context: DateContext): WithDate {
  if (date === null) return { repeat, span: null, anchor: null };
  const resolved = resolveDate(date, context);
  if (resolved.endDay !== null && date.weekday === undefined) {
    const from = Math.max(resolved.day, context.today);
    return { repeat, span: isStart ? null : { from, end: resolved.endDay }, anchor: from };
  }
  const plainWeekday = date.weekday !== undefined && date.nth === undefined && date.day === undefined;
  if (repeat.unit === 'week' && repeat.weekdays === undefined && plainWeekday) {
    const open = date.which === undefined && date.weeks === undefined;
    const today = weekdayOf(context.today) === date.weekday;
    return {
      repeat: { ...repeat, weekdays: [date.weekday!] },
      span: null,
      anchor: open && today ? context.today : resolved.day,
    };
  }
  if (repeat.unit === 'month' && repeat.day === undefined && repeat.weekdays === undefined) {
    if (date.nth !== undefined) {
      return { repeat: { ...repeat, weekdays: [date.weekday!], nth: date.nth }, span: null, anchor: resolved.day };
    }
    return { repeat: { ...repeat, ...dayOfMonth(date, resolved.day) }, span: null, anchor: resolved.day };
  }
  if (repeat.unit === 'year' && repeat.month === undefined) {
    const { month, day } = partsOf(resolved.day);
    const nth = date.nth === undefined ? { day } : { weekdays: [date.weekday!], nth: date.nth };
    return { repeat: { ...repeat, month, ...nth }, span: null, anchor: resolved.day };
  }
  return { repeat, span: null, anchor: resolved.day };
}

/** «last day of the month, every month» is not day 28 because it is said in February. */
function dayOfMonth({ span, edge }: DateWords, day: Day): Partial<RepeatWords> {
  if (span === 'month' && edge === 'end') return LAST_OF_MONTH;
  if (span === 'month' && edge === 'last-workday') return { weekdays: WORKDAYS, nth: -1 };
  if (span === 'month' && edge === 'first-workday') return { weekdays: WORKDAYS, nth: 1 };
  return { day: partsOf(day).day };
}

function firstOnOrAfter(repeat: RepeatWords, from: Day, anchor: Day = from): Day {
  switch (repeat.unit) {
    case 'day':
      return from === anchor ? from : anchor + Math.ceil((from - anchor) / repeat.interval) * repeat.interval;
    case 'week':
      return firstWeekly(repeat, from, anchor);
    case 'month':
      return firstMonthly(repeat, from);
    case 'year':
      return firstYearly(repeat, from);
  }
}

function firstWeekly(repeat: RepeatWords, from: Day, anchor: Day): Day {
  if (repeat.weekdays === undefined || repeat.weekdays.length === 0)
    return from === anchor ? from : anchor + 7 * repeat.interval;
  for (let day = from; day < from + 7; day += 1) {
    if (repeat.weekdays.includes(weekdayOf(day))) return day;
  }
  return from;
}

function firstMonthly(repeat: RepeatWords, from: Day): Day {
  const { year, month } = partsOf(from);
  for (let by = 0; by <= 12; by += 1) {
    const place = shiftMonth(year, month, by);
    if (repeat.monthOfQuarter !== undefined && (place.month - repeat.monthOfQuarter) % 3 !== 0) continue;
    const day = monthlyIn(repeat, place.year, place.month, from);
    if (day !== null && day >= from) return day;
  }
  return from;
}

function monthlyIn(repeat: RepeatWords, year: number, month: number, from: Day): Day | null {
  if (repeat.nth !== undefined && repeat.weekdays !== undefined)
    return nthOfWeekdays(year, month, repeat.weekdays, repeat.nth);
  if (repeat.weekdays !== undefined) return null;
  const day = repeat.day ?? partsOf(from).day;
  return dayOf(year, month, Math.min(day, daysInMonth(year, month)));
}

function firstYearly(repeat: RepeatWords, from: Day): Day {
  const { year } = partsOf(from);
  if (repeat.month === undefined) return from;
  for (let of = year; of <= year + 8; of += 1) {
    const day =
      repeat.nth !== undefined && repeat.weekdays !== undefined
        ? nthWeekday(of, repeat.month, repeat.weekdays[0]!, repeat.nth)
        : repeat.day !== undefined && repeat.day <= daysInMonth(of, repeat.month)
          ? dayOf(of, repeat.month, repeat.day)
          : null;
    if (day !== null && day >= from) return day;
  }
  return from;
}

interface Bounds {
  readonly until: string | null;
  readonly count: number | null;
}

function boundsOf(input: RecurrenceInput, context: DateContext, firstDay: Day, span: WithDate['span']): Bounds {
  if (input.until !== null)
    return {
      until: isoDate(lastDay(input.until, { ...context, today: Math.max(context.today, firstDay) })),
      count: input.count,
    };
  if (span !== null) return { until: isoDate(span.end - 1), count: input.count };
  const { length } = input;
  if (length !== null && length.minutes === 0 && (length.months > 0 || length.days > 1)) {
    return { until: isoDate(addMonths(firstDay, length.months) + length.days - 1), count: input.count };
  }
  return { until: null, count: input.count };
}

/** «until june» ends before June begins; «through june» and «until the end of june» with its last day. */
function lastDay({ date, inclusive }: NonNullable<RecurrenceInput['until']>, context: DateContext): Day {
  const resolved = resolveDate(date, context);
  if (resolved.endDay === null) return resolved.day;
  if (inclusive || date.span === 'week' || date.span === 'weekend') return resolved.endDay - 1;
  return resolved.day > context.today ? resolved.day - 1 : resolved.endDay - 1;
}

/** The last day of a saying that ends a span of days, in the message's own terms. */
export function lastDayOf(until: NonNullable<RecurrenceInput['until']>, context: DateContext): Day {
  return lastDay(until, context);
}

function patternOf(repeat: RepeatWords, firstDay: Day, bounds: Bounds): Recurrence {
  const days = (repeat.weekdays ?? []).map((day) => WEEKDAYS[day]!);
  const index = repeat.nth === undefined ? undefined : repeat.nth < 0 ? 'last' : INDEXES[repeat.nth - 1];
  const common = { interval: repeat.interval, ...bounds };
  switch (repeat.unit) {
    case 'day':
      return { pattern: 'daily', ...common };
    case 'week':
      return { pattern: 'weekly', daysOfWeek: days, ...common };
    case 'month':
      if (index !== undefined) return { pattern: 'relativeMonthly', daysOfWeek: days, index, ...common };
      return { pattern: 'absoluteMonthly', dayOfMonth: repeat.day ?? partsOf(firstDay).day, ...common };
    case 'year':
      if (index !== undefined)
        return { pattern: 'relativeYearly', daysOfWeek: days, index, month: repeat.month!, ...common };
      return {
        pattern: 'absoluteYearly',
        month: repeat.month ?? partsOf(firstDay).month,
        dayOfMonth: repeat.day ?? partsOf(firstDay).day,
        ...common,
      };
  }
}
