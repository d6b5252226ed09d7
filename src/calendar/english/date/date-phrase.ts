import { afterPhrase, isJoined, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily, Read } from '../../time/phrase-family.ts';
import type { DateWords } from '../../time/words.ts';
import { halfAt } from '../time/clock.ts';
import { isUnitAhead } from '../time/not-a-clock.ts';
import { digitsAt, type NumberRead, ordinalAt, yearAt } from '../words/numbers.ts';
import { dateAt, singleDateAt } from './date-at.ts';
import type { DateRead } from './date-read.ts';
import { monthAt } from './month-date.ts';
import { dayNameAt, weekAt } from './weekday-date.ts';

const STARTS: ReadonlySet<string> = new Set([
  'starting',
  'beginning',
  'start',
  'starts',
  'commencing',
  'effective',
  'from',
  'since',
]);
const UNTIL: ReadonlySet<string> = new Set([
  'until',
  'till',
  'til',
  'untill',
  'through',
  'thru',
  'ending',
  'ends',
  'end',
  'to',
]);
const LEADS: ReadonlySet<string> = new Set([
  ...STARTS,
  ...UNTIL,
  'on',
  'for',
  'of',
  'in',
  'over',
  'during',
  'at',
  'due',
  'by',
  'as',
  'date',
  ':',
  'the',
  'around',
  'say',
]);

/** A date with the words before it: «on friday», «starting next monday», «until june». */
export const datePhrase: PhraseFamily = (tokens, at) => {
  if (isHyphened(tokens, at)) return null;
  const last = at + leadLength(tokens, at);
  let best: Read | null = null;
  for (let start = at; start <= last; start += 1) {
    const read = weekOf(tokens, start) ?? dateAt(tokens, start);
    if (read !== null && (best === null || read.to > best.to)) best = withLead(tokens, at, start, read);
  }
  return best;
};

/** The second word of a hyphenated one: «check-in». */
function isHyphened(tokens: readonly Token[], at: number): boolean {
  // «1on1».
  if (wordAt(tokens, at) === 'on' && isJoined(tokens, at) && isJoined(tokens, at + 1)) return true;
  return wordAt(tokens, at) === 'in' && isJoined(tokens, at) && wordAt(tokens, at - 1) === '-';
}

function leadLength(tokens: readonly Token[], at: number): number {
  let length = 0;
  // «walk-through monday».
  if (tokens[at]?.joined && wordAt(tokens, at - 1) === '-' && wordAt(tokens, at) === 'through') return 0;
  while (length < 3 && LEADS.has(wordAt(tokens, at + length))) length += 1;
  // A colon or an article alone leads nothing.
  const first = wordAt(tokens, at);
  return first === ':' ? 0 : length;
}

function withLead(tokens: readonly Token[], at: number, start: number, read: DateRead): Read | null {
  let lead: 'until' | 'starting' | 'through' | null = null;
  for (let place = at; place < start; place += 1) {
    const word = wordAt(tokens, place);
    if (UNTIL.has(word))
      lead = word === 'through' || word === 'thru' || word === 'ending' || word === 'ends' ? 'through' : 'until';
    else if (STARTS.has(word) && lead === null) lead = 'starting';
  }
  // «to friday» without a beginning before it, «move to», «add to», «end friday»: only the date.
  if (lead === 'until' && (wordAt(tokens, at) === 'to' || wordAt(tokens, at) === 'end')) lead = null;
  if (lead === 'until') return { to: read.to, meaning: { kind: 'until', date: read.date } };
  if (lead === 'through') return { to: read.to, meaning: { kind: 'until', date: read.date, inclusive: true } };
  if (lead === 'starting') return { to: read.to, meaning: { kind: 'starting', date: read.date } };
  return { to: read.to, meaning: { kind: 'date', date: read.date } };
}

const WEEK_OF = phrases(
  ...['of', 'commencing', 'starting', 'beginning', 'ending', 'comm', 'beg'].flatMap((word) => [
    `week ${word}`,
    `wk ${word}`,
  ]),
  'w / c',
  'wc',
  'w / b',
);

/** «the week of april 10», «week commencing the 18th», «the weekend of the 17th». */
function weekOf(tokens: readonly Token[], at: number): DateRead | null {
  const week = wordAt(tokens, at) === 'the' ? at + 1 : at;
  if (wordAt(tokens, week) === 'weekend' && wordAt(tokens, week + 1) === 'of') {
    const day = singleDateAt(tokens, week + 2);
    return day?.date.day === undefined ? null : { date: { ...day.date, span: 'weekend' }, to: day.to };
  }
  const day = afterPhrase(tokens, week, WEEK_OF);
  if (day < 0) return null;
  const date = dayNameAt(tokens, day) === null ? singleDateAt(tokens, day) : dateAt(tokens, day);
  if (date === null || date.date.span !== undefined) return null;
  return { date: { ...date.date, span: 'week' }, to: date.to };
}

const BETWEEN: ReadonlySet<string> = new Set(['-', 'to', 'til', 'till', 'until', 'through', 'thru', 'and', '>', '→']);

/** «july 4th until july 29th», «friday to sunday», «from 2 to 7 Feb», «november between 19 and 20», «4 to 23 next month». */
export const dateRangePhrase: PhraseFamily = (tokens, at) => {
  let start = at;
  let lead: string | null = null;
  for (let step = 0; step < 3; step += 1) {
    const word = wordAt(tokens, start);
    if (!/^(?:from|between|for|on|of|:|starting|in)$/.test(word)) break;
    if (word === 'from' || word === 'between') lead = word;
    start += 1;
  }
  const month = monthAt(tokens, start);
  if (month !== null && wordAt(tokens, month.to) === 'between') {
    const shared = { month: month.month };
    const from = edgeAt(tokens, month.to + 1, shared);
    return from === null ? null : rangeEnd(tokens, from, 'between', shared, true);
  }
  const first = edgeAt(tokens, start, null);
  if (first === null) return null;
  return rangeEnd(tokens, first, lead, null, lead !== null);
};

function rangeEnd(
  tokens: readonly Token[],
  first: EdgeRead,
  lead: string | null,
  shared: DateWords | null,
  led: boolean,
): Read | null {
  let middle = first.to;
  if (wordAt(tokens, middle) === ',') middle += 1;
  middle = afterPart(tokens, middle);
  const word = wordAt(tokens, middle);
  const listed = (word === 'and' || word === '&' || word === '+') && lead !== 'between';
  const interval = word === '/' && isIsoAhead(tokens, middle) && first.date.year !== undefined;
  if (!BETWEEN.has(word) && !listed && !interval) return null;
  middle += 1;
  if (word === '-' && wordAt(tokens, middle) === '>') middle += 1;
  const second = edgeAt(tokens, middle, first.bare ? null : first.date);
  if (second === null) return null;
  // «21 & 22 january», «today and tomorrow»: two days in a row are one stretch, any others two events.
  const isInRow =
    first.date.day !== undefined
      ? second.date.day === first.date.day + 1 && !isCounted(tokens, second.to)
      : daysAhead(second.date) === (daysAhead(first.date) ?? Number.NaN) + 1;
  if (listed && !isInRow) return null;
  // «starting the 19th until end of june»: where it ends says nothing of the month in which it begins.
  if (first.bare && second.date.edge !== undefined) return null;
  // «mon 9 to tue 5» is from nine to five: a lone number needs a month at the other end.
  const { month: lentMonth, months: lentMonths } = second.date;
  if (first.bare && !first.ordinal && !led && shared === null && lentMonth === undefined && lentMonths === undefined)
    return null;
  if (first.bare && second.bare && shared === null) {
    // Two lone numbers need a month behind them: «4 to 23 next month», «from ninth till seventeenth of april».
    if (!(first.ordinal && (led || second.ordinal))) return null;
  }
  const month = shared ?? {};
  const to = { ...month, ...second.date };
  const monthParts = pick(to);
  const from = first.bare ? { ...monthParts, ...first.date } : { ...first.date, ...month };
  const end = second.bare ? { ...pick(from), ...to } : to;
  const year = yearBehind(tokens, second, from, end);
  if (year !== null) {
    const of = { year: year.value };
    return { to: year.to, meaning: { kind: 'date-range', from: { ...from, ...of }, to: { ...end, ...of } } };
  }
  const week = isWeekday(from) && isWeekday(end) ? weekBehind(tokens, second.to) : null;
  if (week !== null) {
    const weeks = { weeks: week.weeks };
    return { to: week.to, meaning: { kind: 'date-range', from: { ...from, ...weeks }, to: { ...end, ...weeks } } };
  }
  // «wed - fri next week»: the week that was said behind the second day.
  if (isWeekday(from) && end.weekday !== undefined && (end.weeks ?? 0) > 0 && from.weekday! <= end.weekday)
    return { to: second.to, meaning: { kind: 'date-range', from: { ...from, weeks: end.weeks! }, to: end } };
  const [start, last] = inOneYear(...inOneOrder(from, end));
  const ends = lead === null && !hasPart(tokens, second.to) ? second.to : afterPart(tokens, second.to);
  return { to: ends, meaning: { kind: 'date-range', from: start, to: last, ...(listed ? { listed } : {}) } };
}

/** How many days from today a day is, where it was said so: «tomorrow». */
function daysAhead({ after }: DateWords): number | null {
  if (after === undefined || after.from !== null || after.weekday !== undefined) return null;
  return after.length.months === 0 && after.length.minutes === 0 ? after.length.days : null;
}

/** «june 5 - 8, 2027»: the year of both. */
function yearBehind(
  tokens: readonly Token[],
  { to, bare }: EdgeRead,
  from: DateWords,
  end: DateWords,
): NumberRead | null {
  if (!bare || from.month === undefined || from.year !== undefined || end.year !== undefined) return null;
  const year = yearAt(tokens, skip(tokens, to, ','));
  return year?.digits === true && !isUnitAhead(tokens, year.to) ? year : null;
}

/** «2026-11-30/2026-12-04»: an interval of ISO 8601. */
function isIsoAhead(tokens: readonly Token[], at: number): boolean {
  return isJoined(tokens, at) && isJoined(tokens, at + 1) && digitsAt(tokens, at + 1)?.width === 4;
}

/** «28 dec - 3 jan 2028»: the year of the end is that of the start too, or the one after it. */
function inOneYear(from: DateWords, to: DateWords): readonly [DateWords, DateWords] {
  if (to.year !== undefined && from.year === undefined && from.month !== undefined && to.month !== undefined) {
    const isNext = from.month > to.month || (from.month === to.month && (from.day ?? 1) > (to.day ?? 31));
    return [{ ...from, year: isNext ? to.year - 1 : to.year }, to];
  }
  const [first, second] = [from.numeric, to.numeric];
  if (first === undefined || second === undefined || first.year !== null || second.year === null) return [from, to];
  const isDayFirst = first.dotted === true || second.dotted === true || first.dayFirst === true;
  const number = ({ first: left, second: right }: NonNullable<DateWords['numeric']>) =>
    isDayFirst ? right * 100 + left : left * 100 + right;
  const isNext = number(first) > number(second);
  return [{ ...from, numeric: { ...first, year: isNext ? second.year - 1 : second.year } }, to];
}

/** «30/7-2/8»: nobody changes the order of day and month within a range. */
function inOneOrder(from: DateWords, to: DateWords): readonly [DateWords, DateWords] {
  if (from.numeric === undefined || to.numeric === undefined) return [from, to];
  const told = [from.numeric, to.numeric].find(({ first, second }) => Math.max(first, second) > 12);
  if (told === undefined) return [from, to];
  const dayFirst = told.first > 12;
  return [
    { ...from, numeric: { ...from.numeric, dayFirst } },
    { ...to, numeric: { ...to.numeric, dayFirst } },
  ];
}

function isWeekday(date: DateWords): boolean {
  return date.weekday !== undefined && Object.keys(date).length === 1;
}

/** «mon-wed next week», «fri-sun next weekend»: the week that both days are in. */
function weekBehind(tokens: readonly Token[], at: number): { readonly weeks: number; readonly to: number } | null {
  const of = skip(tokens, at, ',', 'of', 'in');
  const week = weekAt(tokens, of);
  if (week !== null) return week.weeks < 0 ? null : week;
  const whole = singleDateAt(tokens, of);
  return whole?.date.span === 'weekend' && (whole.date.weeks ?? 0) > 0
    ? { weeks: whole.date.weeks!, to: whole.to }
    : null;
}

function hasPart(tokens: readonly Token[], at: number): boolean {
  return /^(?:morning|afternoon|evening|night)$/.test(wordAt(tokens, at));
}

/** «from tue morning to thu evening»: the days count. */
function afterPart(tokens: readonly Token[], at: number): number {
  return hasPart(tokens, at) ? at + 1 : at;
}

/** «jan 21 and 22 people»: the number belongs to something else. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  return isUnitAhead(tokens, at) || halfAt(tokens, at) !== null || wordAt(tokens, at) === ':';
}

/** What one end of a range lends to the other. */
function pick(date: DateWords): DateWords {
  return {
    ...(date.month === undefined ? {} : { month: date.month }),
    ...(date.months === undefined ? {} : { months: date.months }),
    ...(date.year === undefined ? {} : { year: date.year }),
  };
}

interface EdgeRead extends DateRead {
  readonly bare: boolean;
  readonly ordinal: boolean;
}

/** One end of a range; a lone day of the month counts where the other end has the month. */
function edgeAt(tokens: readonly Token[], at: number, other: DateWords | null): EdgeRead | null {
  const the = wordAt(tokens, at) === 'the' ? at + 1 : at;
  const ordinal = ordinalAt(tokens, the);
  const full = dateAt(tokens, at);
  const number = ordinal ?? digitsAt(tokens, the);
  if (
    full !== null &&
    (full.date.weekday !== undefined ||
      full.date.after !== undefined ||
      full.date.month !== undefined ||
      full.date.months !== undefined ||
      full.date.numeric !== undefined ||
      full.date.holiday !== undefined ||
      full.date.year !== undefined ||
      full.date.weeks !== undefined)
  ) {
    if (full.date.span !== undefined && full.date.edge === undefined) return null;
    return { ...full, bare: false, ordinal: false };
  }
  if (number === null || number.value < 1 || number.value > 31 || number.width > 2) return null;
  if (other !== null && other.month === undefined && other.months === undefined && other.day === undefined) return null;
  // «12.-15. May»: the dot of a German ordinal.
  const dotted =
    wordAt(tokens, number.to) === '.' && wordAt(tokens, number.to + 1) === '-' && isJoined(tokens, number.to);
  if (dotted) return { date: { day: number.value }, to: number.to + 1, bare: true, ordinal: true };
  const next = wordAt(tokens, number.to);
  if (ordinal === null && /^(?:am|pm|a|p|:|\.\d|h)$/.test(next)) return null;
  // The month may follow the second end: «4-23 in next month».
  const behind = monthBehind(tokens, number.to);
  if (behind !== null)
    return { date: { day: number.value, ...behind.date }, to: behind.to, bare: false, ordinal: ordinal !== null };
  return { date: { day: number.value }, to: number.to, bare: true, ordinal: ordinal !== null };
}

function monthBehind(tokens: readonly Token[], at: number): DateRead | null {
  const lead = /^(?:of|in)$/.test(wordAt(tokens, at)) ? at + 1 : at;
  const read = singleDateAt(tokens, lead);
  if (read === null || read.date.span !== 'month' || read.date.edge !== undefined) return null;
  const { span: _, ...date } = read.date;
  return { date, to: read.to };
}
