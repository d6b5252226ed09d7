import { LAST_OF_MONTH, WORKDAYS } from '../../recurrence/of-the-month.ts';
import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily, Read } from '../../time/phrase-family.ts';
import type { RepeatWords } from '../../time/words.ts';
import { monthAt, monthDateAt } from '../date/month-date.ts';
import { dayNameAt } from '../date/weekday-date.ts';
import { ordinalAt } from '../words/numbers.ts';
import { weekdayWord } from '../words/weekdays.ts';
import { OF_YEAR, repeat } from './repeat-phrase.ts';

/**
 * «the 1st of each month», «first monday of every month», «last day of the month, every month», «the 5th every month»,
 * «every last working day of the month», «first monday of each quarter».
 */
export const ofEveryMonthPhrase: PhraseFamily = (tokens, at) => {
  const open = skip(tokens, at, 'on');
  const led = skip(tokens, open, 'every', 'each');
  const start = skip(tokens, led, 'the');
  const ofEvery = (place: number): Every | null => everyMonthAt(tokens, place, led > open);
  const first = wordAt(tokens, start);
  const isLast = first === 'last' || first === 'final';
  if (isLast && wordAt(tokens, start + 1) === 'day') {
    const every = ofEvery(start + 2);
    return every === null ? null : monthly(every, LAST_OF_MONTH);
  }
  const workday = workdayOfMonth(tokens, start);
  if (workday !== null) {
    const every = ofEvery(workday.to) ?? (led > open ? { interval: 1, to: workday.to } : null);
    return every === null ? null : monthly(every, { weekdays: WORKDAYS, nth: workday.nth });
  }
  const nth = first === 'last' ? { value: -1, to: start + 1 } : ordinalAt(tokens, start);
  if (nth === null) return null;
  const day = dayNameAt(tokens, nth.to);
  if (day !== null) {
    const every = ofEvery(day.to);
    if (every !== null) return nth.value <= 4 ? monthly(every, { weekdays: [day.weekday], nth: nth.value }) : null;
    return yearlyNth(tokens, nth.value, day);
  }
  if (first === 'last') return null;
  const every = ofEvery(skip(tokens, nth.to, 'day'));
  if (every === null || nth.value < 1 || nth.value > 31) return null;
  return monthly(every, { day: nth.value });
};

/** How often it comes: each month, or each quarter. */
interface Every {
  readonly interval: 1 | 3;
  readonly to: number;
}

function everyMonthAt(tokens: readonly Token[], at: number, isLed: boolean): Every | null {
  const quarter = afterPhrase(tokens, at, EACH_QUARTER);
  if (quarter > 0) return { interval: 3, to: quarter };
  const month = afterPhrase(tokens, at, EACH_MONTH);
  if (month > 0) return { interval: 1, to: month };
  const to = isLed ? afterPhrase(tokens, at, OF_MONTH) : -1;
  return to > 0 ? { interval: 1, to } : null;
}

/** What is the last of a quarter is in its third month, anything else in its first. */
function monthly({ interval, to }: Every, on: Pick<RepeatWords, 'weekdays' | 'nth' | 'day'>): Read {
  if (interval === 1) return repeat({ unit: 'month', interval, ...on }, to);
  return repeat({ unit: 'month', interval, ...on, monthOfQuarter: (on.nth ?? 1) < 0 ? 3 : 1 }, to);
}

/** «the 1st and 15th of each month», «every first and third monday»: a series of Graph is on one of them. */
export const twoDaysAMonthPhrase: PhraseFamily = (tokens, at) => {
  let start = at;
  while (start < at + 3 && /^(?:on|every|each|the)$/.test(wordAt(tokens, start))) start += 1;
  const every = /^(?:every|each)$/.test(wordAt(tokens, at)) || /^(?:every|each)$/.test(wordAt(tokens, at + 1));
  const first = nthAt(tokens, start);
  if (first < 0 || !/^(?:and|&|\+|\/)$/.test(wordAt(tokens, first))) return null;
  const second = nthAt(tokens, skip(tokens, first + 1, 'the'));
  if (second < 0) return null;
  const day = weekdayWord(wordAt(tokens, second));
  const behind = day === null ? second : second + 1;
  const to = afterPhrase(tokens, behind, EACH_MONTH);
  if (to < 0 && !(every && start > at && day !== null)) return null;
  return repeat({ unit: 'month', interval: 1, times: 2 }, Math.max(to, behind));
};

function nthAt(tokens: readonly Token[], at: number): number {
  return wordAt(tokens, at) === 'last' ? at + 1 : (ordinalAt(tokens, at)?.to ?? -1);
}

/** «first working day», «last business day»: of the five days the first or last (Graph's index counts the days allowed). */
function workdayOfMonth(tokens: readonly Token[], at: number): { readonly nth: number; readonly to: number } | null {
  const last = wordAt(tokens, at) === 'last';
  const nth = last ? { value: -1, to: at + 1 } : ordinalAt(tokens, at);
  if (nth === null || nth.value > 4) return null;
  const word = wordAt(tokens, nth.to);
  if (/^(?:weekday|workday)$/.test(word)) return { nth: nth.value, to: nth.to + 1 };
  if (!/^(?:working|work|business)$/.test(word) || wordAt(tokens, nth.to + 1) !== 'day') return null;
  return { nth: nth.value, to: nth.to + 2 };
}

const OF_MONTH = phrases('of the month', 'of month', 'in the month');
const EACH_QUARTER = phrases('of each quarter', 'of every quarter', 'each quarter', 'every quarter', 'in each quarter');

const EACH_MONTH = phrases(
  'of each month',
  'of every month',
  'every month',
  'each month',
  'monthly',
  'in each month',
  'in every month',
  'of each',
  'of every mo',
  'a month',
  'per month',
  ', monthly',
  ', every month',
);

/** «last thursday of november every year». */
function yearlyNth(
  tokens: readonly Token[],
  nth: number,
  day: { readonly weekday: number; readonly to: number },
): Read | null {
  const of = skip(tokens, day.to, 'of', 'in');
  const month = monthAt(tokens, of);
  if (month === null || nth > 4) return null;
  const to = afterPhrase(tokens, month.to, OF_YEAR);
  return to > 0 ? repeat({ unit: 'year', interval: 1, weekdays: [day.weekday], nth, month: month.month }, to) : null;
}

/** «april 4 every year», «on may 3rd annually». */
export const dateEveryYearPhrase: PhraseFamily = (tokens, at) => {
  const start = skip(tokens, at, 'on');
  const date = monthDateAt(tokens, skip(tokens, start, 'the'));
  if (date === null || date.date.year !== undefined || date.date.month === undefined) return null;
  const to = afterPhrase(tokens, skip(tokens, date.to, ','), OF_YEAR);
  return to > 0 ? repeat({ unit: 'year', interval: 1, month: date.date.month, day: date.date.day! }, to) : null;
};
