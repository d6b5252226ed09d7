import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { MONTHS_THAT_ARE_WORDS } from '../words/months.ts';
import { ordinalAt, yearAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';
import { monthAt, monthOrShiftAt, monthShiftAt } from './month-date.ts';
import { periodBehindEdge } from './period-date.ts';
import { relativeDayAt } from './relative-day.ts';
import { weekAt, weekdayDateAt, whichAt } from './weekday-date.ts';

const WEEKEND: ReadonlySet<string> = new Set(['weekend', 'wkend', "weekend's", 'wknd']);
const END_OF_WEEK = phrases('eow');
const END_OF_MONTH = phrases('eom');
const END_OF_QUARTER = phrases('eoq');
const END_OF_YEAR = phrases('eoy');
const EDGES = phrases('end of', 'the end of', 'at the end of');
const STARTS = phrases('beginning of', 'the beginning of', 'start of', 'the start of', 'early', 'early in');
const MIDDLES = phrases('middle of', 'the middle of', 'mid', 'mid -');

/** «next week», «the week of april 10» (its date follows), «this weekend», «end of June», «next month», «in april». */
export function weekOrMonthAt(tokens: readonly Token[], at: number): DateRead | null {
  return (
    nthWeek(tokens, at) ??
    weekend(tokens, at) ??
    edge(tokens, at) ??
    monthEnd(tokens, at) ??
    firstDayOf(tokens, at) ??
    lastDayOf(tokens, at) ??
    everyDayOfWeek(tokens, at) ??
    wholeWeek(tokens, at) ??
    wholeMonth(tokens, at)
  );
}

/** «the last week of july», «second week in oct», «the first weekend of august». */
function nthWeek(tokens: readonly Token[], at: number): DateRead | null {
  const start = skip(tokens, at, 'the');
  const last = wordAt(tokens, start) === 'last';
  const ordinal = last ? { value: -1, to: start + 1 } : ordinalAt(tokens, start);
  const unit = ordinal === null ? '' : wordAt(tokens, ordinal.to);
  if (ordinal === null || ordinal.value > 5 || (unit !== 'week' && !WEEKEND.has(unit))) return null;
  if (!/^(?:of|in)$/.test(wordAt(tokens, ordinal.to + 1))) return null;
  const month = monthOrShiftAt(tokens, ordinal.to + 2);
  const year = month === null || month.date.years !== undefined ? yearBehind(tokens, ordinal.to + 2) : null;
  if (year !== null) {
    const { to, ...of } = year;
    const isWeek = unit === 'week';
    if (isWeek && !last) return { date: { ...of, isoWeek: ordinal.value }, to };
    return { date: { ...of, month: last ? 12 : 1, nth: ordinal.value, span: isWeek ? 'week' : 'weekend' }, to };
  }
  return month === null
    ? null
    : { date: { ...month.date, nth: ordinal.value, span: unit === 'week' ? 'week' : 'weekend' }, to: month.to };
}

/** «first week of 2027», «of next year», «of the year». */
function yearBehind(
  tokens: readonly Token[],
  at: number,
): { readonly to: number; readonly year?: number; readonly years?: number } | null {
  const which = wordAt(tokens, at);
  if (wordAt(tokens, at + 1) === 'year' && /^(?:next|this|the)$/.test(which))
    return { years: which === 'next' ? 1 : 0, to: at + 2 };
  const year = yearAt(tokens, at);
  return year?.digits === true ? { year: year.value, to: year.to } : null;
}

function weekend(tokens: readonly Token[], at: number): DateRead | null {
  const which = whichAt(tokens, at);
  // «long weekend trip»: a kind of trip.
  if (wordAt(tokens, at - 1) === 'long') return null;
  const start = which?.to ?? skip(tokens, at, 'the', 'over');
  const word = skip(tokens, start, 'the');
  if (!WEEKEND.has(wordAt(tokens, word))) return null;
  if (wordAt(tokens, word + 1) === 'after' && wordAt(tokens, word + 2) === 'next') {
    return { date: { span: 'weekend', weeks: 1 }, to: word + 3 };
  }
  const weeks = which?.which === 'next' ? 1 : which?.which === 'past' ? -1 : 0;
  return { date: { span: 'weekend', weeks }, to: word + 1 };
}

function edge(tokens: readonly Token[], at: number): DateRead | null {
  const eow = afterPhrase(tokens, at, END_OF_WEEK);
  if (eow > 0) return { date: { span: 'week', weeks: 0, edge: 'end' }, to: eow };
  const eom = afterPhrase(tokens, at, END_OF_MONTH);
  if (eom > 0) return { date: { span: 'month', months: 0, edge: 'end' }, to: eom };
  const eoq = afterPhrase(tokens, at, END_OF_QUARTER);
  if (eoq > 0) return { date: { period: { months: 3, of: 'this', nth: 0 }, edge: 'end' }, to: eoq };
  const eoy = afterPhrase(tokens, at, END_OF_YEAR);
  if (eoy > 0) return { date: { span: 'year', edge: 'end' }, to: eoy };
  for (const [kind, list] of [
    ['end', EDGES],
    ['start', STARTS],
    ['middle', MIDDLES],
  ] as const) {
    const lead = afterPhrase(tokens, at, list);
    if (lead < 0) continue;
    const theWeek = /^(?:week|wk)$/.test(wordAt(tokens, skip(tokens, lead, 'the')));
    if (theWeek) return { date: { span: 'week', weeks: 0, edge: kind }, to: skip(tokens, lead, 'the') + 1 };
    if (wordAt(tokens, lead - 1) !== '-' && /^(?:year)$/.test(wordAt(tokens, skip(tokens, lead, 'the', 'this')))) {
      return { date: { span: 'year', edge: kind }, to: skip(tokens, lead, 'the', 'this') + 1 };
    }
    if (kind === 'end' && wordAt(tokens, lead) === 'month')
      return { date: { span: 'month', months: 0, edge: kind }, to: lead + 1 };
    const week = weekAt(tokens, lead);
    if (week !== null) return { date: { span: 'week', weeks: week.weeks, edge: kind }, to: week.to };
    const month = monthOrShiftAt(tokens, lead);
    if (month !== null) return { date: { ...month.date, span: 'month', edge: kind }, to: month.to };
    const period = periodBehindEdge(tokens, lead);
    if (period !== null) return { date: { ...period.date, edge: kind }, to: period.to };
  }
  return null;
}

/** «till march end», «by month end»: Indian English; without such a word before it «month end» is a thing of its own. */
function monthEnd(tokens: readonly Token[], at: number): DateRead | null {
  if (!/^(?:until|till|til|by|before|through|at|on)$/.test(wordAt(tokens, at - 1))) return null;
  const named = monthAt(tokens, at);
  const date = named === null ? { months: 0 } : { month: named.month };
  const next = named?.to ?? (wordAt(tokens, at) === 'month' ? at + 1 : -1);
  if (next < 0) return null;
  const end = skip(tokens, next, '-');
  return wordAt(tokens, end) === 'end' && wordAt(tokens, end + 1) !== 'of'
    ? { date: { ...date, span: 'month', edge: 'end' }, to: end + 1 }
    : null;
}

const WORKDAY = phrases('working day', 'work day', 'business day', 'workday', 'weekday');

/** «the first day of next month», «on the 1st day of june». */
function firstDayOf(tokens: readonly Token[], at: number): DateRead | null {
  const nth = ordinalAt(tokens, skip(tokens, at, 'the'));
  if (nth?.value !== 1 || wordAt(tokens, nth.to) !== 'day' || !/^(?:of|in)$/.test(wordAt(tokens, nth.to + 1)))
    return null;
  const month = monthOrShiftAt(tokens, nth.to + 2);
  return month === null || month.date.years !== undefined ? null : { date: { ...month.date, day: 1 }, to: month.to };
}

/** «last day of the month», «the last working day of march», «first business day of the month». */
function lastDayOf(tokens: readonly Token[], at: number): DateRead | null {
  const start = skip(tokens, at, 'the');
  const first = ordinalAt(tokens, start);
  if (first?.value === 1) return firstWorkdayOf(tokens, first.to);
  if (wordAt(tokens, start) !== 'last') return null;
  const workday = afterPhrase(tokens, start + 1, WORKDAY);
  const day = workday > 0 ? workday : wordAt(tokens, start + 1) === 'day' ? start + 2 : -1;
  if (day < 0 || !/^(?:of|in)$/.test(wordAt(tokens, day))) return null;
  const month = monthOrShiftAt(tokens, day + 1);
  if (month === null || month.date.years !== undefined) return null;
  return { date: { ...month.date, span: 'month', edge: workday > 0 ? 'last-workday' : 'end' }, to: month.to };
}

function firstWorkdayOf(tokens: readonly Token[], at: number): DateRead | null {
  const workday = afterPhrase(tokens, at, WORKDAY);
  if (workday < 0 || !/^(?:of|in)$/.test(wordAt(tokens, workday))) return null;
  const month = monthOrShiftAt(tokens, workday + 1);
  if (month === null || month.date.years !== undefined) return null;
  return { date: { ...month.date, span: 'month', edge: 'first-workday' }, to: month.to };
}

/** «all week», «the whole of next week»: every day of it. */
function everyDayOfWeek(tokens: readonly Token[], at: number): DateRead | null {
  const lead = afterPhrase(tokens, at, ALL_OF);
  if (lead < 0) return null;
  if (wordAt(tokens, lead) === 'week') return { date: { span: 'week', weeks: 0, whole: true }, to: lead + 1 };
  const week = wholeWeek(tokens, lead) ?? wholeDay(tokens, lead, wordAt(tokens, lead - 1) === 'all');
  return week === null ? null : { date: { ...week.date, whole: true }, to: week.to };
}

/** «the whole of wednesday», «all of tomorrow»; «all friday» where nothing follows that it could be the adjective of. */
function wholeDay(tokens: readonly Token[], at: number, alone: boolean): DateRead | null {
  const day = weekdayDateAt(tokens, at) ?? relativeDayAt(tokens, at);
  if (day === null || !alone) return day;
  const next = tokens[day.to];
  return next === undefined || next.kind === 'mark' || next.word === 'for' ? day : null;
}

const ALL_OF = phrases(
  'all',
  'all of',
  'for all of',
  'the whole',
  'the whole of',
  'whole',
  'the entire',
  'the full',
  'for the whole',
  'for the entire',
);

function wholeWeek(tokens: readonly Token[], at: number): DateRead | null {
  const week = weekAt(tokens, at);
  return week === null ? null : { date: { span: 'week', weeks: week.weeks }, to: week.to };
}

function wholeMonth(tokens: readonly Token[], at: number): DateRead | null {
  const shift = monthShiftAt(tokens, at);
  if (shift !== null) {
    const lead = wordAt(tokens, at) !== 'the' || /^(?:of|in)$/.test(wordAt(tokens, at - 1));
    return lead
      ? { date: { ...shift.date, span: shift.date.years === undefined ? 'month' : 'year' }, to: shift.to }
      : null;
  }
  // A lone month needs a word before it: «in april», «until june», «of july».
  const lead = skip(tokens, at, 'in', 'of', 'during', 'throughout');
  const before = wordAt(tokens, at - 1);
  // «next january»; «this may» can be anything.
  const isNext = wordAt(tokens, lead) === 'next' && monthAt(tokens, lead + 1) !== null;
  const led = lead > at || isNext || /^(?:until|till|til|through|thru|by|from|since|starting|to|-)$/.test(before);
  const dated =
    yearAt(tokens, lead + 1)?.digits === true ||
    (/^(?:next|this)$/.test(wordAt(tokens, lead + 1)) && wordAt(tokens, lead + 2) === 'year');
  if (!led && !(dated && tokens[lead]?.kind === 'word')) return null;
  const word = wordAt(tokens, lead);
  if (MONTHS_THAT_ARE_WORDS.has(word) && /^(?:to|from|-)$/.test(before) && lead === at) return null;
  const month = monthOrShiftAt(tokens, lead);
  return month === null ? null : { date: { ...month.date, span: 'month' }, to: month.to };
}
