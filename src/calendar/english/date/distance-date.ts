import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { DateWords, LengthWords } from '../../time/words.ts';
import { lengthAt } from '../time/length.ts';
import { afterToday, afterTomorrow } from '../words/days-by-name.ts';
import { numberAt } from '../words/numbers.ts';
import { weekdayWord } from '../words/weekdays.ts';
import type { DateRead, DateReader } from './date-read.ts';
import { weekAt } from './weekday-date.ts';

const FROM_NOW = phrases(
  'from now',
  'from today',
  'after today',
  'later',
  "' time",
  "from today's date",
  'hence',
  'time',
);
const IN_TIME = phrases("' time", 'time');
const BACK: ReadonlySet<string> = new Set(['before', 'prior']);
const FORTH: ReadonlySet<string> = new Set(['from', 'after', 'following', 'on']);

/**
 * «in 3 weeks», «two days from tomorrow», «a week on monday», «3 weeks today», «two sundays from now»,
 * «5 days before new year». Hours and minutes from now are no date: they are an offset.
 *
 * @param dateAt any date: a distance is told from one
 */
export function distanceDates(dateAt: DateReader): DateReader {
  return (tokens, at) => distanceDateAt(tokens, at, dateAt);
}

function distanceDateAt(tokens: readonly Token[], at: number, dateAt: DateReader): DateRead | null {
  const sundays = countedWeekdays(tokens, at);
  if (sundays !== null) return sundays;
  const beside = dayBeside(tokens, at, dateAt) ?? weekdayBeside(tokens, at, dateAt);
  if (beside !== null) return beside;
  const working = workdaysAt(tokens, at);
  if (working !== null) return working;
  const lead = wordAt(tokens, at) === 'in' ? at + 1 : at;
  const length = lengthAt(tokens, lead);
  if (length === null || length.length.minutes !== 0) return weekTomorrow(tokens, at);
  const found = length.length;
  const fromNow = afterPhrase(tokens, length.to, FROM_NOW);
  if (fromNow > 0) return { date: after(found, null), to: fromNow };
  const today = afterToday(tokens, length.to);
  if (today > 0) return { date: after(found, null), to: today };
  const tomorrow = afterTomorrow(tokens, length.to);
  if (tomorrow > 0 && found.months === 0 && found.days % 7 === 0) return { date: plus(found, 1), to: tomorrow };
  const word = wordAt(tokens, length.to);
  if (FORTH.has(word) || BACK.has(word)) {
    // «for three days from 1 May» is a length and a start.
    if (word === 'from' && wordAt(tokens, at - 1) === 'for') return null;
    if (word === 'on' && found.days % 7 !== 0) return null;
    const anchor = anchorAt(tokens, length.to + 1, dateAt);
    if (anchor !== null) {
      return { date: after(BACK.has(word) ? negative(found) : found, anchor.date), to: anchor.to };
    }
  }
  if (lead === at) return null;
  // «in 3 weeks on tuesday»: the weekday of that week.
  return {
    date: after(found, null),
    to: afterPhrase(tokens, length.to, IN_TIME) > 0 ? length.to + 1 : length.to,
  };
}

/** «the day before the friday before christmas» is as far as people go; «before friday before friday …» has no end. */
const MOST_NESTED = 4;
let nested = 0;

function anchorAt(tokens: readonly Token[], at: number, dateAt: DateReader): DateRead | null {
  if (nested >= MOST_NESTED || weekAt(tokens, at) !== null) return null;
  nested += 1;
  try {
    return dateAt(tokens, at);
  } finally {
    nested -= 1;
  }
}

/** «week tomorrow», «a week friday», «tomorrow week». */
function weekTomorrow(tokens: readonly Token[], at: number): DateRead | null {
  const tomorrow = afterTomorrow(tokens, at);
  const today = tomorrow > 0 ? tomorrow : afterToday(tokens, at);
  if (wordAt(tokens, at) === 'fortnight' || wordAt(tokens, at) === 'week') {
    const days = wordAt(tokens, at) === 'week' ? 7 : 14;
    const from = afterToday(tokens, at + 1);
    const morrow = afterTomorrow(tokens, at + 1);
    if (from > 0 || morrow > 0)
      return { date: plus({ minutes: 0, days, months: 0 }, morrow > 0 ? 1 : 0), to: Math.max(from, morrow) };
  }
  const further = wordAt(tokens, today);
  if (today > 0 && (further === 'week' || further === 'fortnight')) {
    const days = further === 'week' ? 7 : 14;
    return { date: plus({ minutes: 0, days, months: 0 }, tomorrow > 0 ? 1 : 0), to: today + 1 };
  }
  if (wordAt(tokens, at) === 'week' && /^(?:on|from)$/.test(wordAt(tokens, at + 1))) {
    const name = weekdayWord(wordAt(tokens, at + 2));
    if (name !== null && !name.plural) {
      return { date: after({ minutes: 0, days: 7, months: 0 }, { weekday: name.weekday }), to: at + 3 };
    }
  }
  return null;
}

/** «the day before christmas», «the week after easter». */
function dayBeside(tokens: readonly Token[], at: number, dateAt: DateReader): DateRead | null {
  const start = skip(tokens, at, 'the');
  const unit = wordAt(tokens, start);
  const word = wordAt(tokens, start + 1);
  if ((unit !== 'day' && unit !== 'week') || (word !== 'before' && word !== 'after')) return null;
  const anchor = anchorAt(tokens, start + 2, dateAt);
  if (anchor === null || anchor.date.after !== undefined) return null;
  // «day after christmas»; «rest day before friday» is a kind of day.
  if (start === at && anchor.date.holiday === undefined && anchor.date.month === undefined) return null;
  const days = (unit === 'day' ? 1 : 7) * (word === 'before' ? -1 : 1);
  return { date: after({ minutes: 0, days, months: 0 }, anchor.date), to: anchor.to };
}

/** «the monday before christmas», «friday after 1 november». */
function weekdayBeside(tokens: readonly Token[], at: number, dateAt: DateReader): DateRead | null {
  const start = wordAt(tokens, at) === 'the' ? at + 1 : at;
  const word = wordAt(tokens, start + 1);
  if (word !== 'before' && word !== 'after') return null;
  const name = weekdayWord(wordAt(tokens, start));
  if (name === null || name.plural) return null;
  const anchor = anchorAt(tokens, start + 2, dateAt);
  if (anchor === null || (anchor.date.holiday === undefined && anchor.date.month === undefined)) return null;
  const length = { minutes: 0, days: 0, months: 0 };
  return {
    date: { after: { length, from: anchor.date, weekday: name.weekday, isBefore: word === 'before' } },
    to: anchor.to,
  };
}

const WORKDAYS = phrases(
  'business day',
  'business days',
  'working day',
  'working days',
  'workday',
  'workdays',
  'work day',
  'work days',
  "business days '",
  "working days '",
);

/** «in 3 business days», «five working days from now», «next working day». */
function workdaysAt(tokens: readonly Token[], at: number): DateRead | null {
  const the = skip(tokens, at, 'the');
  if (wordAt(tokens, the) === 'next') {
    const next = afterPhrase(tokens, the + 1, WORKDAYS);
    return next > 0 ? { date: { workdays: 1 }, to: next } : null;
  }
  const lead = skip(tokens, at, 'in');
  const count = numberAt(tokens, skip(tokens, lead, 'about'));
  const days =
    count === null || count.value < 1 || count.value > MOST_WORKDAYS ? -1 : afterPhrase(tokens, count.to, WORKDAYS);
  if (days < 0) return null;
  const fromNow = afterPhrase(tokens, days, FROM_NOW);
  if (lead === at && fromNow < 0) return null;
  return { date: { workdays: count!.value }, to: Math.max(days, fromNow) };
}

const MOST_WORKDAYS = 60;

/** «two sundays from now», «two monday later». */
function countedWeekdays(tokens: readonly Token[], at: number): DateRead | null {
  const count = numberAt(tokens, at);
  if (count === null || count.value < 1 || count.value > 20) return null;
  const name = weekdayWord(wordAt(tokens, count.to));
  if (name === null) return null;
  const to = afterPhrase(tokens, count.to + 1, FROM_NOW);
  if (to < 0) return null;
  const length = { minutes: 0, days: 7 * (count.value - 1), months: 0 };
  return { date: after(length, { weekday: name.weekday }), to };
}

function after(length: LengthWords, from: DateWords | null): DateWords {
  return { after: { length, from } };
}

function plus(length: LengthWords, days: number): DateWords {
  return after({ ...length, days: length.days + days }, null);
}

function negative({ minutes, days, months }: LengthWords): LengthWords {
  return { minutes: -minutes, days: -days, months: -months };
}
