import { LAST_OF_MONTH, WORKDAYS } from '../../recurrence/of-the-month.ts';
import { afterPhrase, isJoined, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily, Read } from '../../time/phrase-family.ts';
import type { RepeatWords } from '../../time/words.ts';
import { singleDateAt } from '../date/date-at.ts';
import { monthDateAt, nthWeekdayAt } from '../date/month-date.ts';
import { dayNameAt, whichAt } from '../date/weekday-date.ts';
import { numberAt, ordinalAt } from '../words/numbers.ts';
import { weekdayWord } from '../words/weekdays.ts';

const WEEKNIGHTS: RepeatWords = { unit: 'week', interval: 1, weekdays: WORKDAYS, part: 'evening' };
const EVERY = phrases(
  'every',
  'each',
  'evry',
  'evey',
  'once every',
  'once each',
  'repeat every',
  'repeating every',
  'repeats every',
  'recurring every',
  'once a',
  'once per',
  'on every',
  'on each',
  'of every',
  'of each',
  'for every',
  'for each',
  'in every',
  'in each',
  'at every',
  'every single',
  'every one',
  'any given',
);
const UNITS: Readonly<Record<string, RepeatWords['unit']>> = {
  day: 'day',
  days: 'day',
  night: 'day',
  nights: 'day',
  morning: 'day',
  mornings: 'day',
  evening: 'day',
  afternoon: 'day',
  week: 'week',
  weeks: 'week',
  wk: 'week',
  wks: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
  quarter: 'month',
  quarters: 'month',
  fortnight: 'week',
  lunch: 'day',
}; // prettier-ignore
const PARTS: ReadonlySet<string> = new Set(['night', 'nights', 'morning', 'mornings', 'evening', 'afternoon', 'lunch']);

/** «every …», «each …». */
export const everyPhrase: PhraseFamily = (tokens, at) => {
  // «check in every friday»: the word belongs to the one before it.
  if (wordAt(tokens, at) === 'in' && /^(?:check|drop|sign|log|clock|dial)$/.test(wordAt(tokens, at - 1))) return null;
  const after = afterPhrase(tokens, at, EVERY);
  if (after < 0) return everyday(tokens, at);
  const start = skip(tokens, after, 'the');
  return nthOfMonth(tokens, start) ?? yearly(tokens, start) ?? interval(tokens, start) ?? null;
};

function everyday(tokens: readonly Token[], at: number): Read | null {
  return wordAt(tokens, at) === 'everyday' ? repeat({ unit: 'day', interval: 1 }, at + 1) : null;
}

export function repeat(words: RepeatWords, to: number): Read {
  return { to, meaning: { kind: 'repeat', repeat: words } };
}

/** «every 3rd friday of the month», «every last thursday», «every 15th»; «every second tuesday» can be both. */
function nthOfMonth(tokens: readonly Token[], at: number): Read | null {
  const last = wordAt(tokens, at) === 'last';
  const ordinal = last ? { value: -1, to: at + 1, digits: false } : ordinalAt(tokens, at);
  if (ordinal === null) return null;
  const day = dayNameAt(tokens, ordinal.to) ?? pluralDay(tokens, ordinal.to);
  const other = /^(?:weekday|workday|day|week|month|year)$/.test(wordAt(tokens, ordinal.to));
  if (day !== null) {
    const of = afterPhrase(tokens, day.to, OF_MONTH);
    const nth = ordinal.value;
    if (nth > 4 || nth === 0) return null;
    if (of > 0) return repeat({ unit: 'month', interval: 1, weekdays: [day.weekday], nth }, of);
    const isOther = nth === 2;
    if (isOther) return repeat({ unit: 'week', interval: 2, weekdays: [day.weekday], ambiguous: true }, day.to);
    if (nth === 1) return repeat({ unit: 'month', interval: 1, weekdays: [day.weekday], nth }, day.to);
    return repeat({ unit: 'month', interval: 1, weekdays: [day.weekday], nth }, day.to);
  }
  if (other && ordinal.value >= 2) {
    const unit = UNITS[wordAt(tokens, ordinal.to)];
    return unit === undefined ? null : repeat({ unit, interval: ordinal.value }, ordinal.to + 1);
  }
  // «every second weekend».
  if (other || last || /^weekends?$/.test(wordAt(tokens, ordinal.to))) return null;
  const month = monthDateAt(tokens, at);
  if (month !== null) return null;
  const of = afterPhrase(tokens, ordinal.to, OF_MONTH);
  return repeat({ unit: 'month', interval: 1, day: ordinal.value }, of > 0 ? of : ordinal.to);
}

const OF_MONTH = phrases(
  'of the month',
  'of each month',
  'of every month',
  'in the month',
  'of a month',
  'each month',
  'every month',
  'in each month',
  'in every month',
  'of month',
  'monthly',
  'in a month',
  'per month',
  'a month',
);
export const OF_YEAR = phrases('every year', 'each year', 'yearly', 'annually', 'of every year', 'of each year');

function pluralDay(tokens: readonly Token[], at: number): { readonly weekday: number; readonly to: number } | null {
  const name = weekdayWord(wordAt(tokens, at));
  return name?.plural === true ? { weekday: name.weekday, to: at + 1 } : null;
}

/** «every april 4», «each 4/15», «every year on april 4». */
function yearly(tokens: readonly Token[], at: number): Read | null {
  const date = singleDateAt(tokens, at);
  if (date === null) return null;
  if (date.date.nth !== undefined) {
    return date.date.month === undefined || date.date.nth < -1
      ? null
      : repeat(
          { unit: 'year', interval: 1, weekdays: [date.date.weekday!], nth: date.date.nth, month: date.date.month },
          date.to,
        );
  }
  if (date.date.month !== undefined && date.date.day !== undefined) {
    return repeat({ unit: 'year', interval: 1, month: date.date.month, day: date.date.day }, date.to);
  }
  const numeric = date.date.numeric;
  if (numeric !== undefined && numeric.year === null) {
    const dayFirst = numeric.first > 12;
    return repeat(
      {
        unit: 'year',
        interval: 1,
        month: dayFirst ? numeric.second : numeric.first,
        day: dayFirst ? numeric.first : numeric.second,
      },
      date.to,
    );
  }
  return null;
}

/** «every day», «every 2 weeks», «every other tuesday», «every mon, wed and fri», «every weekday», «every week on friday». */
function interval(tokens: readonly Token[], at: number): Read | null {
  const other = /^(?:other|alternate|second|2nd)$/.test(wordAt(tokens, at));
  const number = other ? null : numberAt(tokens, at);
  const every = other ? 2 : (number?.value ?? 1);
  const next = skip(tokens, other ? at + 1 : (number?.to ?? at), '-');
  if (every < 1 || every > 99) return null;
  if (wordAt(tokens, next) === 'weeknight') return repeat({ ...WEEKNIGHTS, interval: every }, next + 1);
  const days = daysAt(tokens, next);
  if (days !== null) return repeat({ unit: 'week', interval: every, weekdays: days.weekdays }, days.to);
  const word = wordAt(tokens, next);
  if (word === 'half' && /^(?:-|year)$/.test(wordAt(tokens, next + 1))) {
    const year = skip(tokens, next + 1, '-');
    return wordAt(tokens, year) === 'year' ? withOn(tokens, { unit: 'month', interval: 6 }, year + 1) : null;
  }
  if (!Object.hasOwn(UNITS, word)) return null;
  const unit = UNITS[word]!;
  const times = word.startsWith('quarter') ? 3 : word === 'fortnight' ? 2 : 1;
  // The part of the day is left to be read as such.
  if (PARTS.has(word))
    return repeat(
      { unit: 'day', interval: every },
      wordAt(tokens, next - 1) === 'every' || wordAt(tokens, next - 1) === 'each' ? next : next,
    );
  return withOn(tokens, { unit, interval: every * times }, next + 1);
}

/** «every monday of the month» stays weekly; «every friday in june» is bounded elsewhere. */
interface DaysRead {
  readonly weekdays: readonly number[];
  readonly to: number;
}

/** One or several weekdays: «monday and wednesday», «tue/thu», «mon-fri», «weekdays», «weekend». */
export function daysAt(tokens: readonly Token[], at: number): DaysRead | null {
  const word = wordAt(tokens, at);
  if (/^(?:weekday|weekdays|workday|workdays)$/.test(word)) return { weekdays: WORKDAYS, to: at + 1 };
  if (
    (word === 'working' || word === 'work' || word === 'business' || word === 'week') &&
    /^days?$/.test(wordAt(tokens, at + 1))
  ) {
    return { weekdays: WORKDAYS, to: at + 2 };
  }
  if (/^weekends?$/.test(word)) return { weekdays: [5, 6], to: at + 1 };
  const first = anyDay(tokens, at);
  if (first === null) return null;
  const weekdays = [first.weekday];
  let to = first.to;
  for (let count = 0; count < 6; count += 1) {
    const mark = wordAt(tokens, to);
    if ((mark === '-' || mark === 'to' || mark === 'through' || mark === 'thru') && weekdays.length === 1) {
      const end = anyDay(tokens, to + 1);
      if (end === null) break;
      for (let day = (first.weekday + 1) % 7; ; day = (day + 1) % 7) {
        weekdays.push(day);
        if (day === end.weekday || weekdays.length > 7) break;
      }
      return { weekdays: [...new Set(weekdays)].sort((a, b) => a - b), to: end.to };
    }
    let next = skip(tokens, to, ',', '/', '&', 'and', '+');
    const listed = next === to && anyDay(tokens, to) !== null && tokens[to]!.word.length <= 5;
    if (next === to && !listed) break;
    next = skip(tokens, next, 'and', '&');
    next = skip(tokens, next, 'on');
    next = skip(tokens, next, 'every', 'each');
    const more = anyDay(tokens, next);
    if (more === null) break;
    weekdays.push(more.weekday);
    to = more.to;
  }
  return { weekdays: [...new Set(weekdays)].sort((a, b) => a - b), to };
}

function anyDay(tokens: readonly Token[], at: number): { readonly weekday: number; readonly to: number } | null {
  return dayNameAt(tokens, at) ?? pluralDay(tokens, at);
}

/** What follows «every month»: «on the 5th», «on the first monday»; «every week»: «on tuesdays»; «every year»: «on april 4». */
export function withOn(tokens: readonly Token[], words: RepeatWords, at: number): Read {
  const on = skip(tokens, at, 'on', 'in', 'at', 'starting', ',');
  if (words.unit === 'week') {
    const days = daysAt(tokens, on);
    if (days !== null && wordAt(tokens, at) !== 'starting')
      return repeat({ ...words, weekdays: days.weekdays }, days.to);
  }
  if (words.unit === 'month' && on > at) {
    const nth = nthWeekdayAt(tokens, on) ?? lastDay(tokens, on);
    if (nth !== null && nth.date.nth !== undefined && nth.date.nth >= -1 && nth.date.month === undefined) {
      return repeat({ ...words, weekdays: [nth.date.weekday!], nth: nth.date.nth }, nth.to);
    }
    const last = afterPhrase(tokens, on, LAST_DAY);
    if (last > 0) return repeat({ ...words, ...LAST_OF_MONTH }, last);
    const the = skip(tokens, on, 'the');
    const day = ordinalAt(tokens, the) ?? (wordAt(tokens, at) === 'on' ? numberAt(tokens, the) : null);
    if (day !== null && day.value >= 1 && day.value <= 31) return repeat({ ...words, day: day.value }, day.to);
  }
  if (words.unit === 'year') {
    const date = yearly(tokens, skip(tokens, on, 'the'));
    if (date !== null && date.meaning.kind === 'repeat')
      return repeat({ ...date.meaning.repeat, interval: words.interval }, date.to);
  }
  return repeat(words, at);
}

const LAST_DAY = phrases('the last day', 'last day', 'the last');

function lastDay(tokens: readonly Token[], at: number) {
  const the = skip(tokens, at, 'the');
  if (wordAt(tokens, the) !== 'last') return null;
  const day = dayNameAt(tokens, the + 1);
  return day === null ? null : { date: { weekday: day.weekday, nth: -1, month: undefined }, to: day.to };
}

/** «on mondays and wednesdays», «tuesdays», «weekdays at 9», «mondays». */
export const pluralDaysPhrase: PhraseFamily = (tokens, at) => {
  const start = skip(tokens, at, 'on', 'for');
  const word = wordAt(tokens, start);
  if (word === 'alternate' || word === 'alternating') {
    const every = daysAt(tokens, start + 1);
    return every === null ? null : repeat({ unit: 'week', interval: 2, weekdays: every.weekdays }, every.to);
  }
  const letters = word.length <= 2 ? dayLetters(tokens, start) : null;
  if (letters !== null)
    return repeat({ unit: 'week', interval: 1, weekdays: letters.weekdays, listed: 'habit' }, letters.to);
  // «room MW 12».
  const isRoom = /^(?:room|rm|building|gate|ward)$/.test(wordAt(tokens, start - 1));
  const timetable = isRoom ? undefined : TIMETABLES.get(tokens[start]?.text ?? '');
  if (timetable !== undefined)
    return repeat({ unit: 'week', interval: 1, weekdays: timetable, listed: 'habit' }, start + 1);
  if (word === 'weeknights') return repeat(WEEKNIGHTS, start + 1);
  if (/^(?:weekdays|workdays)$/.test(word)) return repeat({ unit: 'week', interval: 1, weekdays: WORKDAYS }, start + 1);
  const timed = /^(?:at|@|from)$/.test(wordAt(tokens, start + 1)) || tokens[start + 1]?.kind === 'number';
  if (word === 'weekends' && (start > at || (at === 0 && timed)))
    return repeat({ unit: 'week', interval: 1, weekdays: [5, 6] }, start + 1);
  const days = daysAt(tokens, start);
  if (days === null) return nextTwoDays(tokens, start);
  // Three days, or «tue/thu», can be no single day either.
  const apart = !hasWord(tokens, start, days.to, /^(?:-|to|through|thru)$/);
  const listed =
    days.weekdays.length >= 3
      ? apart
      : days.weekdays.length === 2 && hasWord(tokens, start, days.to, /^(?:\/|and|&|\+)$/);
  const words: RepeatWords = { unit: 'week', interval: 1, weekdays: days.weekdays };
  if (pluralIn(tokens, start, days.to)) return repeat(words, days.to);
  if (!listed) return null;
  // «tues and thurs» is a habit; «thursday and friday», written out, are the two days that come.
  const named = days.weekdays.length === 2 && apart && !areShort(tokens, start, days.to);
  return repeat({ ...words, listed: named ? 'coming' : 'habit' }, days.to);
};

/** «next thu & fri»: two days in a row of the week that was said. */
function nextTwoDays(tokens: readonly Token[], at: number): Read | null {
  const which = whichAt(tokens, at);
  const days = which === null || which.which === 'past' ? null : daysAt(tokens, which.to);
  if (which === null || days?.weekdays.length !== 2 || pluralIn(tokens, which.to, days.to)) return null;
  const [first, second] = days.weekdays as [number, number];
  if (second !== first + 1 || !hasWord(tokens, which.to, days.to, /^(?:and|&|\+)$/)) return null;
  const from = { weekday: first, which: which.which };
  return { to: days.to, meaning: { kind: 'date-range', from, to: { weekday: second }, listed: true } };
}

const LETTERS: Readonly<Record<string, number>> = { m: 0, t: 1, tu: 1, w: 2, th: 3, r: 3, f: 4, sa: 5, su: 6 };
/** Two letters alone are rather something else: w/ is with, m/f a form's. */
const PAIRS = /^(?:m\/w|t\/th|tu\/th)$/;

/** The same without strokes, in capitals alone. */
const TIMETABLES: ReadonlyMap<string, readonly number[]> = new Map([
  ['MWF', [0, 2, 4]],
  ['MW', [0, 2]],
  ['WF', [2, 4]],
  ['TTh', [1, 3]],
  ['TTH', [1, 3]],
  ['TuTh', [1, 3]],
  ['MTWTh', [0, 1, 2, 3]],
  ['MTWThF', [0, 1, 2, 3, 4]],
  ['MTWTF', [0, 1, 2, 3, 4]],
]);

/** «m/w/f», «t/th»: the days as American timetables have them. */
function dayLetters(tokens: readonly Token[], at: number): DaysRead | null {
  const weekdays: number[] = [];
  let to = at;
  for (; to < at + 13; to += 2) {
    const word = wordAt(tokens, to);
    if (!Object.hasOwn(LETTERS, word) || (to > at && !isJoined(tokens, to))) return null;
    weekdays.push(LETTERS[word]!);
    if (wordAt(tokens, to + 1) !== '/' || !isJoined(tokens, to + 1)) break;
  }
  to += 1;
  if (weekdays.length < 2 || (weekdays.length === 2 && !PAIRS.test(`${wordAt(tokens, at)}/${wordAt(tokens, at + 2)}`)))
    return null;
  const inOrder = weekdays.every((day, index) => index === 0 || day > weekdays[index - 1]!);
  return inOrder ? { weekdays, to } : null;
}

/** «twice a week», «3 times a month», «2x a week»: how often, and not when. */
export const timesAPhrase: PhraseFamily = (tokens, at) => {
  const word = wordAt(tokens, at);
  const count = word === 'twice' ? { value: 2, to: at + 1 } : timesAt(tokens, at);
  if (count === null || !/^(?:a|per|each|every)$/.test(wordAt(tokens, count.to))) return null;
  const unit = UNITS[wordAt(tokens, count.to + 1)];
  if (unit !== 'week' && unit !== 'month') return null;
  return withOn(tokens, { unit, interval: 1, times: count.value }, skip(tokens, count.to + 2, ',', '(', ':'));
};

function timesAt(tokens: readonly Token[], at: number): { readonly value: number; readonly to: number } | null {
  const number = numberAt(tokens, at);
  if (number === null || number.value < 2 || number.value > 6) return null;
  return /^(?:times|x|×)$/.test(wordAt(tokens, number.to)) ? { value: number.value, to: number.to + 1 } : null;
}

/** «tues and thurs»: short forms in a list. */
function areShort(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const name = weekdayWord(wordAt(tokens, at));
    if (name !== null && !name.short) return false;
  }
  return true;
}

function hasWord(tokens: readonly Token[], from: number, to: number, words: RegExp): boolean {
  for (let at = from; at < to; at += 1) if (words.test(wordAt(tokens, at))) return true;
  return false;
}

function pluralIn(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (weekdayWord(wordAt(tokens, at))?.plural === true) return true;
  return false;
}
