import { afterPhrase, isJoined, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { DateWords } from '../../time/words.ts';
import { halfAt } from '../time/clock.ts';
import { monthWord } from '../words/months.ts';
import { digitsAt, type NumberRead, ordinalAt, spelledNumber, yearAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';
import { dayNameAt } from './weekday-date.ts';

/** A month's name with the dot or dash behind it; 0 for none. */
export function monthAt(tokens: readonly Token[], at: number): { readonly month: number; readonly to: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const month = monthWord(token.word);
  if (month === 0) return null;
  const to = wordAt(tokens, at + 1) === '.' && isJoined(tokens, at + 1) ? at + 2 : at + 1;
  return { month, to };
}

function dayNumber(tokens: readonly Token[], at: number): NumberRead | null {
  const read = ordinalAt(tokens, at) ?? digitsAt(tokens, at) ?? spelledNumber(tokens, at);
  return read !== null && read.width <= 2 && read.value >= 1 && read.value <= 31 ? read : null;
}

/** A number that is an hour: 5pm, 5:30. */
export function isHour(tokens: readonly Token[], read: NumberRead): boolean {
  if (read.digits && wordAt(tokens, read.to) === ':' && isJoined(tokens, read.to)) return true;
  const half = halfAt(tokens, read.to);
  return half !== null && read.width !== 0
    ? !(wordAt(tokens, read.to) === 'a' && half.to === read.to + 1 && !isJoined(tokens, read.to))
    : half !== null;
}

function withYear(tokens: readonly Token[], at: number, date: DateWords): DateRead {
  let next = at;
  const mark = wordAt(tokens, next);
  if (mark === ',' || mark === 'of' || mark === '-' || mark === '/' || mark === 'in' || mark === '.') next += 1;
  const year = yearAt(tokens, next);
  if (year === null || (mark === '-' && !isJoined(tokens, at))) return { date, to: at };
  const clockAhead = year.digits && (wordAt(tokens, year.to) === 'h' || wordAt(tokens, year.to) === 'hrs');
  return clockAhead ? { date, to: at } : { date: { ...date, year: year.value }, to: year.to };
}

/** «march 25th», «Oct-2», «april the ninth», «25th of march», «16. Nov. 2016», «23/Sep/2020». */
export function monthDateAt(tokens: readonly Token[], at: number): DateRead | null {
  return monthFirst(tokens, at) ?? dayFirst(tokens, at);
}

function monthFirst(tokens: readonly Token[], at: number): DateRead | null {
  const month = monthAt(tokens, at);
  if (month === null) return null;
  let next = month.to;
  const mark = wordAt(tokens, next);
  if ((mark === '-' || mark === '/') && isJoined(tokens, next)) next += 1;
  else if (mark === 'the' || mark === ',') next += 1;
  const day = dayNumber(tokens, next);
  if (day === null || isHour(tokens, day)) return null;
  return withYear(tokens, day.to, { month: month.month, day: day.value });
}

function dayFirst(tokens: readonly Token[], at: number): DateRead | null {
  const start = skip(tokens, at, 'the');
  const day = dayNumber(tokens, start);
  if (day === null || (isHour(tokens, day) && wordAt(tokens, day.to) !== '.')) return null;
  let next = day.to;
  const mark = wordAt(tokens, next);
  if (/^[-/.]$/.test(mark) && isJoined(tokens, next)) next += 1;
  next = skip(tokens, next, 'day');
  const of = wordAt(tokens, next) === 'of';
  if (of) next += 1;
  const month = monthAt(tokens, next);
  if (month === null) return null;
  // «two march past»: a spelled number needs «of» before the month.
  if (!day.digits && !of && ordinalAt(tokens, start) === null) return null;
  return withYear(tokens, month.to, { month: month.month, day: day.value });
}

const BEFORE_LAST = phrases(
  'penultimate',
  'second to last',
  'second - to - last',
  'second last',
  '2 nd to last',
  '2 nd last',
  'next to last',
  'last but one',
);
const NTH: Readonly<Record<string, number>> = { last: -1, final: -1 };

/** «the first friday of july», «2nd wed in oct», «last friday of the month», and the same without its month. */
export function nthWeekdayAt(tokens: readonly Token[], at: number): DateRead | null {
  const start = skip(tokens, at, 'the');
  const word = wordAt(tokens, start);
  const beforeLast = afterPhrase(tokens, start, BEFORE_LAST);
  const ordinal =
    beforeLast > 0
      ? { value: -2, to: beforeLast }
      : Object.hasOwn(NTH, word)
        ? { value: NTH[word]!, to: start + 1 }
        : ordinalAt(tokens, start);
  if (ordinal === null || ordinal.value > 5 || ordinal.value === 0) return null;
  const day = dayNameAt(tokens, ordinal.to);
  if (day === null) return null;
  const nth = ordinal.value === 5 ? -1 : ordinal.value;
  const of = wordAt(tokens, day.to);
  if (of === 'of' || of === 'in') {
    const open = afterTheMonth(tokens, day.to + 1);
    if (open > 0) return { date: { weekday: day.weekday, nth }, to: open };
    const newYear = afterPhrase(tokens, day.to + 1, NEW_YEAR);
    const edgeMonth = nth > 0 ? 1 : 12;
    if (newYear > 0) return { date: { weekday: day.weekday, nth, month: edgeMonth }, to: newYear };
    const nextYear = afterPhrase(tokens, day.to + 1, NEXT_YEAR);
    if (nextYear > 0) return { date: { weekday: day.weekday, nth, month: edgeMonth, years: 1 }, to: nextYear };
    const month = monthOrShiftAt(tokens, day.to + 1);
    if (month !== null) return { date: { weekday: day.weekday, nth, ...month.date }, to: month.to };
  }
  const nextTo = monthOrShiftAt(tokens, day.to);
  if (nextTo !== null && wordAt(tokens, day.to) !== '')
    return { date: { weekday: day.weekday, nth, ...nextTo.date }, to: nextTo.to };
  // «last friday» alone is a day gone by.
  return nth < 0 && !(start > at && wordAt(tokens, at - 1) === 'on')
    ? null
    : { date: { weekday: day.weekday, nth }, to: day.to };
}

/** The nth weekday of a year is in its January, the last one in its December. */
const NEW_YEAR = phrases('the new year', 'new year', 'the year');
const THIS_MONTH = phrases('this month', 'the month', 'the current month');
/** «of the month» is this one or, once that day is over, the next. */
export function afterTheMonth(tokens: readonly Token[], at: number): number {
  return wordAt(tokens, at) === 'the' && wordAt(tokens, at + 1) === 'month' ? at + 2 : -1;
}

const NEXT_MONTH = phrases('next month', 'the next month', 'the following month', 'the coming month');
const NEXT_YEAR = phrases('next year', 'the next year');

/** «july», «july 2027», «next month». */
export function monthOrShiftAt(tokens: readonly Token[], at: number): DateRead | null {
  const shift = monthShiftAt(tokens, at);
  if (shift !== null) return shift;
  const start = skip(tokens, at, 'next', 'this');
  const month = monthAt(tokens, start);
  return month === null ? null : withYear(tokens, month.to, { month: month.month });
}

export function monthShiftAt(tokens: readonly Token[], at: number): DateRead | null {
  const next = afterPhrase(tokens, at, NEXT_MONTH);
  if (next > 0) return { date: { months: 1 }, to: next };
  const current = afterPhrase(tokens, at, THIS_MONTH);
  if (current > 0) return { date: { months: 0 }, to: current };
  const year = afterPhrase(tokens, at, NEXT_YEAR);
  return year > 0 ? { date: { years: 1 }, to: year } : null;
}
