import { onceAPlace } from '../../text/once-a-place.ts';
import { isJoined, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { LengthWords } from '../../time/words.ts';
import { digitsAt, numberAt, spelledNumber } from '../words/numbers.ts';

export interface LengthRead {
  readonly length: LengthWords;
  readonly to: number;
}

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year';

const UNITS: Readonly<Record<string, Unit>> = {
  m: 'minute',
  min: 'minute',
  mins: 'minute',
  minute: 'minute',
  minutes: 'minute',
  minuets: 'minute',
  mintues: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  hour: 'hour',
  hours: 'hour',
  hourse: 'hour',
  d: 'day',
  day: 'day',
  days: 'day',
  dy: 'day',
  dys: 'day',
  w: 'week',
  wk: 'week',
  wks: 'week',
  week: 'week',
  weeks: 'week',
  "week's": 'week',
  "weeks'": 'week',
  fortnight: 'fortnight',
  fortnights: 'fortnight',
  "fortnight's": 'fortnight',
  month: 'month',
  months: 'month',
  mo: 'month',
  mos: 'month',
  "month's": 'month',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
}; // prettier-ignore
/** One letter is a unit only right behind its number. */
const JOINED_ONLY: ReadonlySet<string> = new Set(['m', 'd', 'w']);

/** In a calendar half a day is a morning or an afternoon at work, not twelve hours; a day and a half ends at noon of the second. */
const WORKING_DAY = 480;
const ZERO: LengthWords = { minutes: 0, days: 0, months: 0 };

/** «45 minutes», «an hour and a half», «1.5h», «1h30», «one week three days», «a fortnight», «½ hour». */
export const lengthAt = onceAPlace(readLength);

function readLength(tokens: readonly Token[], at: number): LengthRead | null {
  const first = hoursAndMinutes(tokens, at) ?? partAt(tokens, at) ?? hourAndAHalf(tokens, at);
  if (first === null) return null;
  let { length, to } = first;
  let last = first.unit;
  for (let part = 0; part < 3; part += 1) {
    const next = skip(tokens, skip(tokens, to, ','), 'and', '&');
    const half = andAHalf(tokens, next, last);
    if (half !== null && next > to) {
      length = add(length, half.length);
      to = half.to;
      break;
    }
    const more = partAt(tokens, next) ?? bareMinutes(tokens, to, last);
    if (more === null || rank(more.unit) >= rank(last)) break;
    // «1 hr, 30 min reminder»: the second one is another thing's.
    if (wordAt(tokens, to) === ',' && NOTICE.test(wordAt(tokens, more.to))) break;
    length = add(length, more.length);
    to = more.to;
    last = more.unit;
  }
  return { length, to };
}

/** «hour and a half», without its article. */
function hourAndAHalf(tokens: readonly Token[], at: number): PartRead | null {
  if (wordAt(tokens, at) !== 'hour' || wordAt(tokens, at + 1) !== 'and') return null;
  const half = skip(tokens, at + 2, 'a');
  return /^(?:half|quarter)$/.test(wordAt(tokens, half))
    ? { length: times('hour', 1), to: at + 1, unit: 'hour' }
    : null;
}

const NOTICE = /^(?:reminder|before|beforehand|notice|warning|alert|prior|heads|ahead)$/;

interface PartRead extends LengthRead {
  readonly unit: Unit;
}

/** «1:30h», «2:15 hours»: from six on it is the hour of the day, «11:00 hrs». */
function hoursAndMinutes(tokens: readonly Token[], at: number): PartRead | null {
  const hours = digitsAt(tokens, at);
  if (hours === null || hours.value > 5 || wordAt(tokens, hours.to) !== ':' || !isJoined(tokens, hours.to)) return null;
  const minutes = isJoined(tokens, hours.to + 1) ? digitsAt(tokens, hours.to + 1) : null;
  if (minutes?.width !== 2 || minutes.value > 59 || UNITS[wordAt(tokens, minutes.to)] !== 'hour') return null;
  const length = { ...ZERO, minutes: hours.value * 60 + minutes.value };
  return { length, to: minutes.to + 1, unit: 'minute' };
}

function partAt(tokens: readonly Token[], at: number): PartRead | null {
  const amount = amountAt(tokens, at);
  if (amount === null) return null;
  const whole = skip(tokens, amount.to, 'full', 'whole', 'entire');
  const hyphen = wordAt(tokens, whole) === '-' && isJoined(tokens, whole) ? whole + 1 : whole;
  const word = wordAt(tokens, hyphen);
  if (!Object.hasOwn(UNITS, word)) return null;
  if (JOINED_ONLY.has(word) && !isJoined(tokens, hyphen)) return null;
  const unit = UNITS[word]!;
  return { length: times(unit, amount.value), to: hyphen + 1, unit };
}

interface Amount {
  readonly value: number;
  readonly to: number;
}

function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const word = wordAt(tokens, at);
  if (word === '½') return { value: 0.5, to: at + 1 };
  if (word === '¼') return { value: 0.25, to: at + 1 };
  if (word === 'half' || (word === 'a' && wordAt(tokens, at + 1) === 'half')) {
    const half = word === 'a' ? at + 2 : at + 1;
    return { value: 0.5, to: skip(tokens, skip(tokens, half, 'of'), 'a', 'an') };
  }
  if (word === 'quarter' || (word === 'a' && wordAt(tokens, at + 1) === 'quarter')) {
    const quarter = word === 'a' ? at + 2 : at + 1;
    const of = skip(tokens, skip(tokens, quarter, 'of'), 'a', 'an');
    return of > quarter || wordAt(tokens, quarter) === 'hour' ? { value: 0.25, to: of } : null;
  }
  if ((word === 'three' || word === '3') && wordAt(tokens, at + 1) === 'quarters' && wordAt(tokens, at + 2) === 'of')
    return { value: 0.75, to: skip(tokens, at + 3, 'a', 'an') };
  const share = shareAt(tokens, at);
  if (share !== null) return { value: share.value, to: skip(tokens, skip(tokens, share.to, 'of'), 'a', 'an') };
  if (word === 'a' || word === 'an') {
    if (/^(?:couple)$/.test(wordAt(tokens, at + 1))) return { value: 2, to: skip(tokens, at + 2, 'of') };
    return { value: 1, to: skip(tokens, at + 1, 'full', 'whole') };
  }
  if (word === 'couple') return { value: 2, to: skip(tokens, at + 1, 'of') };
  if (word === 'full' || word === 'whole') {
    const hyphen = skip(tokens, at + 1, '-');
    return { value: 1, to: hyphen };
  }
  return figuresAt(tokens, at);
}

const SHARES: Readonly<Record<string, number>> = { '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 };

/** «1/2», «3/4». */
function shareAt(tokens: readonly Token[], at: number): Amount | null {
  const word = wordAt(tokens, at);
  if ((word !== '1' && word !== '3') || wordAt(tokens, at + 1) !== '/') return null;
  const value =
    isJoined(tokens, at + 1) && isJoined(tokens, at + 2) ? SHARES[`${word}/${wordAt(tokens, at + 2)}`] : undefined;
  return value === undefined ? null : { value, to: at + 3 };
}

function figuresAt(tokens: readonly Token[], at: number): Amount | null {
  const number = numberAt(tokens, at);
  if (number === null) return null;
  if (
    number.digits &&
    /^[.,]$/.test(wordAt(tokens, number.to)) &&
    isJoined(tokens, number.to) &&
    isJoined(tokens, number.to + 1)
  ) {
    const part = digitsAt(tokens, number.to + 1);
    // «15.30h» is an hour of the day, as «11:00 hrs» is.
    const isClock = part?.width === 2 && number.value >= 6 && wordAt(tokens, part.to) === 'h';
    if (part !== null && part.width <= 2 && !isClock)
      return { value: number.value + part.value / 10 ** part.width, to: part.to };
  }
  // «2 1/2 hours».
  const share = isJoined(tokens, number.to) ? null : shareAt(tokens, number.to);
  if (share !== null) return { value: number.value + share.value, to: share.to };
  const next = wordAt(tokens, number.to);
  if (next === '½') return { value: number.value + 0.5, to: number.to + 1 };
  // «one and a half hours», «one and half hour», «two and a half».
  if (next === 'and') {
    const half = skip(tokens, number.to + 1, 'a');
    if (wordAt(tokens, half) === 'half' && Object.hasOwn(UNITS, wordAt(tokens, half + 1))) {
      return { value: number.value + 0.5, to: half + 1 };
    }
    if (wordAt(tokens, half) === 'quarter' && Object.hasOwn(UNITS, wordAt(tokens, half + 1)))
      return { value: number.value + 0.25, to: half + 1 };
  }
  return { value: number.value, to: number.to };
}

/** «an hour and a half». */
function andAHalf(tokens: readonly Token[], at: number, unit: Unit): LengthRead | null {
  const half = skip(tokens, at, 'a');
  const share = shareAt(tokens, half);
  if (share !== null && unit === 'hour') return { length: times(unit, share.value), to: share.to };
  if (wordAt(tokens, half) === 'half' && !Object.hasOwn(UNITS, wordAt(tokens, skip(tokens, half + 1, 'an', 'a')))) {
    return { length: times(unit, 0.5), to: half + 1 };
  }
  const quarter = wordAt(tokens, half) === 'quarter' && unit === 'hour';
  return quarter ? { length: times(unit, 0.25), to: half + 1 } : null;
}

/** «1h30», «two hours thirty»: minutes right behind the hours. */
function bareMinutes(tokens: readonly Token[], at: number, last: Unit): PartRead | null {
  if (last !== 'hour') return null;
  const spelled = spelledNumber(tokens, at);
  if (spelled !== null && spelled.value >= 10 && spelled.value < 60 && spelled.value % 5 === 0) {
    const next = tokens[spelled.to];
    const ends = next === undefined || next.kind === 'mark' || /^(?:on|at|from|starting|with)$/.test(next.word);
    return ends ? { length: { ...ZERO, minutes: spelled.value }, to: spelled.to, unit: 'minute' } : null;
  }
  const digits = digitsAt(tokens, at);
  // «1 hr 20» at the end of what is said.
  const behind = digits === null ? undefined : tokens[digits.to];
  if (!isJoined(tokens, at) && behind !== undefined && behind.kind !== 'mark') return null;
  if (digits !== null && /^[:/-]$/.test(behind?.word ?? '')) return null;
  // «1 hr 5».
  const short = digits?.width === 1 && behind === undefined && !isJoined(tokens, at);
  return digits !== null && (digits.width === 2 || short) && digits.value < 60
    ? { length: { ...ZERO, minutes: digits.value }, to: digits.to, unit: 'minute' }
    : null;
}

function times(unit: Unit, value: number): LengthWords {
  switch (unit) {
    case 'minute':
      return { ...ZERO, minutes: Math.round(value) };
    case 'hour':
      return { ...ZERO, minutes: Math.round(value * 60) };
    case 'day':
      return { ...ZERO, days: Math.trunc(value), minutes: Math.round((value % 1) * WORKING_DAY) };
    case 'week':
      return { ...ZERO, days: Math.round(value * 7) };
    case 'fortnight':
      return { ...ZERO, days: Math.round(value * 14) };
    case 'month':
      return Number.isInteger(value) ? { ...ZERO, months: value } : { ...ZERO, days: Math.round(value * 30) };
    case 'year':
      return { ...ZERO, months: Math.round(value * 12) };
  }
}

function rank(unit: Unit): number {
  return (['minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year'] as const).indexOf(unit);
}

function add(a: LengthWords, b: LengthWords): LengthWords {
  return { minutes: a.minutes + b.minutes, days: a.days + b.days, months: a.months + b.months };
}
