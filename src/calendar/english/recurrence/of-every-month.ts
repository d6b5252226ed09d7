import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily, Read } from '../../time/phrase-family.ts';
import { monthAt, monthDateAt } from '../date/month-date.ts';
import { dayNameAt } from '../date/weekday-date.ts';
import { ordinalAt } from '../words/numbers.ts';
import { weekdayWord } from '../words/weekdays.ts';
import { OF_YEAR, repeat, WORKDAYS } from './repeat-phrase.ts';

/** «the 1st of each month», «first monday of every month», «last day of the month, every month», «the 5th every month». */
export const ofEveryMonthPhrase: PhraseFamily = (tokens, at) => {
  const start = skip(tokens, skip(tokens, at, 'on', 'every'), 'the');
  const ofEvery = (place: number) => afterPhrase(tokens, place, EACH_MONTH);
  const first = wordAt(tokens, start);
  if (first === 'last' && wordAt(tokens, start + 1) === 'day') {
    const to = ofEvery(start + 2);
    return to > 0 ? repeat({ unit: 'month', interval: 1, day: 31 }, to) : null;
  }
  const workday = workdayOfMonth(tokens, start);
  if (workday !== null) {
    const to = ofEvery(workday.to);
    return to > 0 ? repeat({ unit: 'month', interval: 1, weekdays: WORKDAYS, nth: workday.nth }, to) : null;
  }
  const nth = first === 'last' ? { value: -1, to: start + 1 } : ordinalAt(tokens, start);
  if (nth === null) return null;
  const day = dayNameAt(tokens, nth.to);
  if (day !== null) {
    const to = ofEvery(day.to);
    if (to > 0)
      return nth.value <= 4
        ? repeat({ unit: 'month', interval: 1, weekdays: [day.weekday], nth: nth.value }, to)
        : null;
    return yearlyNth(tokens, nth.value, day);
  }
  if (first === 'last') return null;
  const to = ofEvery(skip(tokens, nth.to, 'day'));
  return to > 0 && nth.value >= 1 && nth.value <= 31
    ? repeat({ unit: 'month', interval: 1, day: nth.value }, to)
    : null;
};

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
