import { onceAPlace } from '../../text/once-a-place.ts';
import { skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { mergeDates } from '../../time/date/merge-dates.ts';
import type { DateRead } from './date-read.ts';
import { dayOfMonthAt } from './day-of-month.ts';
import { distanceDates } from './distance-date.ts';
import { holidayDateAt } from './holiday-date.ts';
import { monthDateAt, nthWeekdayAt } from './month-date.ts';
import { numericDateAt } from './numeric-date.ts';
import { periodDateAt } from './period-date.ts';
import { relativeDayAt } from './relative-day.ts';
import { weekOrMonthAt } from './week-and-month.ts';
import { weekdayDateAt } from './weekday-date.ts';

const FAMILIES = [
  relativeDayAt,
  distanceDates((tokens, at) => singleDateAt(tokens, at)),
  nthWeekdayAt,
  weekdayDateAt,
  monthDateAt,
  numericDateAt,
  dayOfMonthAt,
  weekOrMonthAt,
  periodDateAt,
  holidayDateAt,
] as const;

/** Any date at a place; a second one right behind it that completes it is taken along: «tuesday 17 mar». */
export const dateAt = onceAPlace(readDate);

function readDate(tokens: readonly Token[], at: number): DateRead | null {
  const first = singleDateAt(tokens, at);
  if (first === null) return null;
  const mark = wordAt(tokens, first.to);
  const next = mark === ',' || mark === '(' || mark === 'on' || mark === 'of' || mark === '/' ? first.to + 1 : first.to;
  const second = singleDateAt(tokens, skip(tokens, next, 'the')) ?? weekOf(tokens, first, next);
  if (second === null) return first;
  const merged = mergeDates(first.date, second.date);
  if (merged === null) return first;
  return { date: merged, to: mark === '(' && wordAt(tokens, second.to) === ')' ? second.to + 1 : second.to };
}

/** The longest single date at a place. */
export const singleDateAt = onceAPlace(readSingleDate);

function readSingleDate(tokens: readonly Token[], at: number): DateRead | null {
  if (isName(tokens, at)) return null;
  let best: DateRead | null = null;
  for (const family of FAMILIES) {
    const read = family(tokens, at);
    if (read !== null && (best === null || read.to > best.to)) best = read;
  }
  return best;
}

/** «friday 31»: a number that can be no hour is the day of the month. */
function weekOf(tokens: readonly Token[], first: DateRead, at: number): DateRead | null {
  if (first.date.weekday === undefined || first.date.day !== undefined) return null;
  const token = tokens[at];
  if (token?.kind !== 'number' || token.word.length > 2) return null;
  const value = Number(token.word);
  if (value <= 23 || value > 31 || /^[:./-]$|^(?:min|mins|minutes|hours|h)$/.test(wordAt(tokens, at + 1))) return null;
  return { date: { day: value }, to: at + 1 };
}

/** «with April», «w/ May Chen»: behind these words a month is a person. */
function isName(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (!/^(?:april|may|june|august|summer|jan)$/.test(word)) return false;
  const before = wordAt(tokens, at - 1);
  return (
    before === 'with' || (before === '/' && wordAt(tokens, at - 2) === 'w') || before === 'invite' || before === 'meet'
  );
}
