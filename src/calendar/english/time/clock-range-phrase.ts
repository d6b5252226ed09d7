import { afterPhrase, isJoined, phrases, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { BareFamily, Beside, Read } from '../../time/phrase-family.ts';
import { singleDateAt } from '../date/date-at.ts';
import { monthWord } from '../words/months.ts';
import { digitsAt } from '../words/numbers.ts';
import type { ClockRead } from './clock.ts';
import { clockAt } from './clock.ts';
import { anyClockAt, isNumbered } from './clock-phrase.ts';
import { partOfDayPhrase } from './part-of-day.ts';

const BETWEEN: ReadonlySet<string> = new Set([
  '-',
  'to',
  'til',
  'till',
  'until',
  'untill',
  'thru',
  'through',
  'and',
  '>',
  '→',
  // As in Japan and Korea: «1pm ~ 2pm».
  '~',
  '〜',
]);

const LEADS: ReadonlySet<string> = new Set([
  'at',
  '@',
  'for',
  'in',
  'is',
  'be',
  'of',
  'by',
  'time',
  ':',
  'starting',
  'start',
  'starts',
  'about',
  'around',
]);

interface RangeRead {
  readonly from: ClockRead;
  readonly to: ClockRead;
  readonly connector: string;
  readonly lead: 'from' | 'between' | null;
  readonly anyLead: boolean;
  /** Behind the words before it. */
  readonly start: number;
}

function rangeAt(tokens: readonly Token[], at: number): RangeRead | null {
  let start = at;
  let lead: 'from' | 'between' | null = null;
  for (let step = 0; step < 3; step += 1) {
    const word = wordAt(tokens, start);
    const between = afterPhrase(tokens, start, SHORT_BETWEEN);
    if (between > 0) {
      lead = 'between';
      start = between;
      continue;
    }
    if (word === 'from' || word === 'between') lead = word;
    else if (!LEADS.has(word)) break;
    start += 1;
  }
  const hours = hoursAt(tokens, start);
  if (hours !== null) return { ...hours, connector: '-', lead, anyLead: true, start };
  const first = figuresFirst(tokens, start);
  if (first === null) return null;
  let next = first.to;
  const connector = wordAt(tokens, next);
  if (!BETWEEN.has(connector) && !(connector === '&' && lead === 'between')) return null;
  if (connector === 'and' && lead !== 'between') return null;
  next += 1;
  if (wordAt(tokens, next) === '>' || wordAt(tokens, next) === 'at' || wordAt(tokens, next) === 'about') next += 1;
  const second = figuresFirst(tokens, next);
  return second === null ? null : { from: first, to: second, connector, lead, anyLead: start > at, start };
}

const SHORT_BETWEEN = phrases('btw', 'btwn', 'betw', 'b / w', 'bw');

/** «10h-11h», «14-15h», «9h to 12h»: hours of the day where two of them are apart; «2-3h» is a length. */
function hoursAt(tokens: readonly Token[], at: number): { readonly from: ClockRead; readonly to: ClockRead } | null {
  const first = digitsAt(tokens, at);
  if (first === null || first.width > 2 || first.value > 23) return null;
  const marked = wordAt(tokens, first.to) === 'h' && isJoined(tokens, first.to);
  // «10h30-11h».
  const minutes = marked && isJoined(tokens, first.to + 1) ? digitsAt(tokens, first.to + 1) : null;
  if (minutes !== null && (minutes.width !== 2 || minutes.value > 59)) return null;
  const connector = minutes?.to ?? (marked ? first.to + 1 : first.to);
  if (!/^(?:-|to|til|till|until)$/.test(wordAt(tokens, connector))) return null;
  const second = digitsAt(tokens, connector + 1);
  if (second === null || second.width > 2 || second.value > 24 || wordAt(tokens, second.to) !== 'h') return null;
  if (!isJoined(tokens, second.to) || (!marked && second.value < 13)) return null;
  // «10h-11h30».
  const ends = isJoined(tokens, second.to + 1) ? digitsAt(tokens, second.to + 1) : null;
  if (ends !== null && (ends.width !== 2 || ends.value > 59)) return null;
  const clock = (hour: number, minute = 0): ClockRead['clock'] => ({
    hour: hour % 24,
    minute,
    second: 0,
    half: null,
    exact: hour > 12 || hour === 0 || marked,
  });
  return {
    from: { clock: clock(first.value, minutes?.value), to: connector, form: 'said' },
    to: { clock: clock(second.value, ends?.value), to: ends?.to ?? second.to + 1, form: 'said' },
  };
}

/** In a range «ten to four» is from ten to four: figures come before «to» as minutes. */
function figuresFirst(tokens: readonly Token[], at: number): ClockRead | null {
  const figures = clockAt(tokens, at);
  if (figures !== null) return figures;
  return anyClockAt(tokens, at, true);
}

/** «3-4pm», «from 9 to 5», «between 10 and 11:30», «1530-1615». */
export function clockRangePhrase(tokens: readonly Token[], at: number): Read | null {
  const range = rangeAt(tokens, at);
  if (range === null || !isRange(tokens, at, range)) return null;
  const { from, to, lead, connector } = range;
  const strong =
    isStrong(from) || isStrong(to) || (from.form === 'compact' && to.form === 'compact' && areHours(from, to));
  // «4 till 6 this afternoon».
  const beforeDay = /^(?:til|till|until)$/.test(connector) && isDayAt(tokens, to.to);
  if (!strong && lead === null && !beforeDay) return null;
  if (!strong && connector === '-' && lead === null) return null;
  if (from.form === 'bare' && to.form === 'said' && connector === 'to' && lead === null && isMinutesTo(tokens, range))
    return null;
  return said(range);
}

function said({ from, to, lead }: RangeRead): Read {
  return {
    to: to.to,
    meaning: {
      kind: 'clock-range',
      from: from.clock,
      to: to.clock,
      ...(lead === 'between' ? { between: true } : {}),
    },
  };
}

/** «ten to four pm», «at twenty to ten pm» are clocks; «five thirty to seven pm» is none. */
function isMinutesTo(tokens: readonly Token[], { from, start }: RangeRead): boolean {
  return from.clock.minute === 0 && /^(?:quarter|half|a|twenty|five|ten)$/.test(wordAt(tokens, start));
}

function isDayAt(tokens: readonly Token[], at: number): boolean {
  return partOfDayPhrase(tokens, at) !== null || singleDateAt(tokens, at) !== null;
}

function isStrong(read: ClockRead): boolean {
  return read.form === 'said' || read.form === 'paired';
}

/** 2024-2026 are years, 1530-1615 hours. */
function areHours(from: ClockRead, to: ClockRead): boolean {
  const isYear = (read: ClockRead) => read.clock.hour === 20 && read.clock.minute >= 15;
  return !(isYear(from) && isYear(to));
}

function isRange(tokens: readonly Token[], at: number, range: RangeRead): boolean {
  const { to } = range;
  const next = wordAt(tokens, to.to);
  if (to.form !== 'said' && UNITS_AFTER.has(next)) return false;
  // «10am to 6 may»: the day that it goes to.
  if (to.form === 'bare' && monthWord(next) > 0) return false;
  // 12-03-2026, 4-23 next to other figures: a date or a score.
  if (isJoined(tokens, to.to) && /^[-/.]$/.test(next) && isJoined(tokens, to.to + 1)) return false;
  return !(isNumbered(tokens, at) && !range.anyLead);
}

const UNITS_AFTER: ReadonlySet<string> = new Set([
  'minutes',
  'minute',
  'mins',
  'min',
  'hours',
  'hour',
  'hrs',
  'hr',
  'h',
  'days',
  'day',
  'weeks',
  'people',
  'th',
  'st',
  'nd',
  'rd',
  '%',
]);

/** «workshop tomorrow 9-5», «block 1-3 this afternoon»: two lone hours beside a day. */
export const bareClockRange: BareFamily = (tokens: readonly Token[], at: number, beside: Beside) => {
  const range = rangeAt(tokens, at);
  if (range === null || !isRange(tokens, at, range)) return null;
  const { from, to } = range;
  if (from.clock.hour === to.clock.hour && from.clock.minute === to.clock.minute) return null;
  const day = (kind: string | undefined) =>
    kind === 'date' || kind === 'date-range' || kind === 'part' || kind === 'repeat';
  const comma = /^(?:,|on)$/.test(wordAt(tokens, to.to)) ? to.to + 1 : to.to;
  const after = beside.startingAt(to.to) ?? beside.startingAt(comma);
  // «saturday workshop 10-4»: the only two numbers that can be its hours.
  const dotted = at === 0 && from.form === 'compact' && wordAt(tokens, 1) === '.';
  const only =
    beside.lacksClock &&
    tokens[at - 1]?.kind === 'word' &&
    tokens[at]?.joined === false &&
    from.clock.hour !== 0 &&
    to.to === tokens.length;
  // «8-4 shift tomorrow».
  const shift = beside.lacksClock && /^(?:shift|shifts)$/.test(wordAt(tokens, to.to));
  if (!day(beside.before?.meaning.kind) && !day(after?.meaning.kind) && !dotted && !only && !shift) return null;
  return said(range);
};
