import { afterPhrase, isJoined, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { DateWords } from '../../time/words.ts';
import { digitsAt, ordinalAt, yearAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';
import { monthOrShiftAt } from './month-date.ts';

type Period = NonNullable<DateWords['period']>;

/** Before a quarter or a week by its number they tell when; behind «for» and «of» it is what a meeting is about. */
const WHEN: ReadonlySet<string> = new Set([
  'in',
  'during',
  'by',
  'until',
  'till',
  'til',
  'through',
  'throughout',
  'over',
  'before',
  'early',
  'late',
  'mid',
]);
/** What may follow a time: anything else is a thing that it belongs to, «Q3 review», «week 12 report». */
const BEHIND: ReadonlySet<string> = new Set([
  'at',
  'from',
  'on',
  'for',
  'with',
  'by',
  'to',
  'until',
  'till',
  'til',
  'through',
  'and',
  'or',
  'please',
  'pls',
  'if',
  'when',
]);

/** «in Q3», «H1 2027», «next quarter», «in week 31», «2027-W09», «the first half of march». */
export function periodDateAt(tokens: readonly Token[], at: number): DateRead | null {
  if (isJoined(tokens, at) && wordAt(tokens, at - 1) !== '(') return null;
  const half = halfOfMonthAt(tokens, at) ?? isoWeekDateAt(tokens, at);
  if (half !== null) return half;
  const read = weekNumberAt(tokens, at) ?? quarterOrHalfAt(tokens, at);
  return read !== null && isFree(tokens, read.to) && isTold(tokens, at, read.to) ? read : null;
}

/** A quarter or a half behind «end of», «the beginning of». */
export function periodBehindEdge(tokens: readonly Token[], at: number): DateRead | null {
  const the = skip(tokens, at, 'the');
  const read =
    wordAt(tokens, the) === 'quarter' || wordAt(tokens, the) === 'qtr'
      ? { date: { period: { months: 3, of: 'this', nth: 0 } } as const, to: the + 1 }
      : quarterOrHalfAt(tokens, at);
  return read !== null && isFree(tokens, read.to) ? read : null;
}

function isFree(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (next === undefined) return true;
  if (next.kind === 'mark') return !(next.joined && /^[-/'&+_]$/.test(next.word));
  return next.kind === 'mention' || next.kind === 'number' ? !next.joined : BEHIND.has(next.word);
}

/** «in …», or nothing but it. */
function isTold(tokens: readonly Token[], from: number, to: number): boolean {
  const before = wordAt(tokens, from - 1);
  if (WHEN.has(before)) return true;
  if (before === 'of') return tokens[from - 2] !== undefined && wordAt(tokens, from) !== 'q';
  // A lone «Q3» may as well be a title.
  if (/^[qh]$/.test(wordAt(tokens, from)) && to === from + 2) return false;
  return from === 0 && (to === tokens.length || (to === tokens.length - 1 && tokens[to]?.kind === 'mark'));
}

const WEEK_NUMBER = phrases(
  'week',
  'wk',
  'cw',
  'kw',
  'calendar week',
  'week no',
  'week no .',
  'week number',
  'week nr',
  'iso week',
  'week #',
);

/** «week 31», «cw 14 2027». */
function weekNumberAt(tokens: readonly Token[], at: number): DateRead | null {
  const name = afterPhrase(tokens, at, WEEK_NUMBER);
  const week = name > 0 ? digitsAt(tokens, name) : null;
  if (week === null || week.width > 2 || week.value < 1 || week.value > 53) return null;
  return withYear(tokens, week.to, { isoWeek: week.value });
}

/** «2027-W09», «2027-W09-3» (ISO 8601). */
function isoWeekDateAt(tokens: readonly Token[], at: number): DateRead | null {
  const year = digitsAt(tokens, at);
  if (year?.width !== 4 || year.value < 1900) return null;
  const letter = wordAt(tokens, year.to) === '-' ? year.to + 1 : year.to;
  const week = wordAt(tokens, letter) === 'w' ? digitsAt(tokens, letter + 1) : null;
  if (week?.width !== 2 || !isJoined(tokens, letter) || !isJoined(tokens, letter + 1)) return null;
  const date = { isoWeek: week.value, year: year.value };
  const day = wordAt(tokens, week.to) === '-' && isJoined(tokens, week.to) ? digitsAt(tokens, week.to + 1) : null;
  if (day?.width !== 1 || !isJoined(tokens, week.to + 1)) return { date, to: week.to };
  return day.value >= 1 && day.value <= 7 ? { date: { ...date, weekday: day.value - 1 }, to: day.to } : null;
}

function quarterOrHalfAt(tokens: readonly Token[], at: number): DateRead | null {
  return lettered(tokens, at) ?? shifted(tokens, at) ?? spelled(tokens, at);
}

/** «Q3», «H1 2027», «2027 Q3». */
function lettered(tokens: readonly Token[], at: number): DateRead | null {
  const year = digitsAt(tokens, at);
  if (year !== null) {
    if (year.width !== 4 || year.value < 1900) return null;
    const read = lettered(tokens, wordAt(tokens, year.to) === '-' ? year.to + 1 : year.to);
    return read === null || read.date.year !== undefined
      ? null
      : { date: { ...read.date, year: year.value }, to: read.to };
  }
  const letter = wordAt(tokens, at);
  const months = letter === 'q' ? 3 : letter === 'h' ? 6 : null;
  const nth = months === null || !isJoined(tokens, at + 1) ? null : digitsAt(tokens, at + 1);
  if (months === null || nth?.width !== 1 || nth.value < 1 || nth.value > 12 / months) return null;
  return withYear(tokens, nth.to, { period: { months, of: 'year', nth: nth.value } });
}

const BY: Readonly<Record<string, number>> = { this: 0, current: 0, next: 1, coming: 1, following: 1 };

/** «next quarter», «this quarter». */
function shifted(tokens: readonly Token[], at: number): DateRead | null {
  const start = skip(tokens, at, 'the');
  const word = wordAt(tokens, start);
  if (!Object.hasOwn(BY, word) || !/^(?:quarter|qtr)$/.test(wordAt(tokens, start + 1))) return null;
  return { date: { period: { months: 3, of: 'this', nth: BY[word]! } }, to: start + 2 };
}

/** «the third quarter of 2027», «second half of next year». */
function spelled(tokens: readonly Token[], at: number): DateRead | null {
  const start = skip(tokens, at, 'the');
  const nth = ordinalAt(tokens, start);
  if (nth === null) return null;
  const unit = wordAt(tokens, nth.to);
  const months = /^(?:quarter|qtr)$/.test(unit) ? 3 : unit === 'half' ? 6 : null;
  if (months === null || nth.value < 1 || nth.value > 12 / months) return null;
  const period: Period = { months, of: 'year', nth: nth.value };
  const read = withYear(tokens, nth.to + 1, { period });
  // «the second half», «third quarter» of a match.
  return read.to === nth.to + 1 ? null : read;
}

const OF_THIS_YEAR = phrases('of the year', 'of this year', 'this year');
const OF_NEXT_YEAR = phrases('of next year', 'next year');

function withYear(tokens: readonly Token[], at: number, date: DateWords): DateRead {
  const next = afterPhrase(tokens, at, OF_NEXT_YEAR);
  if (next > 0) return { date: { ...date, years: 1 }, to: next };
  const current = afterPhrase(tokens, at, OF_THIS_YEAR);
  if (current > 0) return { date: { ...date, years: 0 }, to: current };
  const year = yearAt(tokens, skip(tokens, at, 'of', 'in', '/', ','));
  return year === null ? { date, to: at } : { date: { ...date, year: year.value }, to: year.to };
}

/** «the first half of march», «second half of next month». */
function halfOfMonthAt(tokens: readonly Token[], at: number): DateRead | null {
  const start = skip(tokens, at, 'the');
  const nth = ordinalAt(tokens, start);
  if (nth === null || (nth.value !== 1 && nth.value !== 2) || wordAt(tokens, nth.to) !== 'half') return null;
  if (!/^(?:of|in)$/.test(wordAt(tokens, nth.to + 1))) return null;
  const month = monthOrShiftAt(tokens, skip(tokens, nth.to + 2, 'the'));
  if (month === null || month.date.years !== undefined) return null;
  return { date: { ...month.date, span: 'month', half: nth.value }, to: month.to };
}
