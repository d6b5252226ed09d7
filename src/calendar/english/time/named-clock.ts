import { afterPhrase, isJoined, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { ClockWords } from '../../time/words.ts';
import { afterTomorrow } from '../words/days-by-name.ts';
import { numberAt } from '../words/numbers.ts';
import { weekdayWord } from '../words/weekdays.ts';
import { type ClockRead, clockAt, halfAt, hourIn } from './clock.ts';

const END_OF_DAY = phrases('eod', 'cob', 'eob', 'end of day', 'end of the day', 'close of business', 'end of business');
const FIRST_THING = phrases('first thing', 'first thing in the morning', 'start of day', 'start of business');

/** noon, midnight, lunchtime, «end of day», «half past three», «quarter to 4», «half 3». */
export function namedClockAt(tokens: readonly Token[], at: number): ClockRead | null {
  return wordClock(tokens, at) ?? pastClock(tokens, at);
}

/** «end of day friday», «by start of business»: an hour whose first word leads others; «end of day wrap-up» is a thing. */
export function isWordClockAt(tokens: readonly Token[], at: number): boolean {
  const read = /^(?:end|start)$/.test(wordAt(tokens, at)) ? wordClock(tokens, at) : null;
  if (read === null) return false;
  const next = tokens[read.to];
  const isDay = weekdayWord(next?.word ?? '') !== null || afterTomorrow(tokens, read.to) > 0;
  return next?.kind !== 'word' || isDay || /^(?:on|today|the|this|next|at|with|for|and)$/.test(next.word);
}

function wordClock(tokens: readonly Token[], at: number): ClockRead | null {
  const twelve = wordAt(tokens, at) === '12' || wordAt(tokens, at) === 'twelve' ? at + 1 : at;
  const word = wordAt(tokens, twelve);
  const noon =
    /^(?:noon|midday|noonish|noontime)$/.test(word) || (word === 'mid' && wordAt(tokens, twelve + 1) === 'day');
  if (noon) return named(12, word === 'mid' ? twelve + 2 : twelve + 1, word === 'noonish');
  if (word === 'midnight') return named(0, twelve + 1, false);
  const end = afterPhrase(tokens, at, END_OF_DAY);
  if (end > 0) return byWord(17, end);
  const first = afterPhrase(tokens, at, FIRST_THING);
  if (first > 0) return byWord(9, first);
  if (word === 'lunchtime' || (word === 'lunch' && wordAt(tokens, at + 1) === 'time')) {
    return byWord(12, word === 'lunch' ? at + 2 : at + 1);
  }
  return null;
}

function byWord(hour: number, to: number): ClockRead {
  const read = named(hour, to, true);
  return { ...read, clock: { ...read.clock, byWord: true } };
}

function named(hour: number, to: number, rough: boolean): ClockRead {
  const clock: ClockWords = { hour, minute: 0, second: 0, half: null, exact: true, ...(rough ? { rough } : {}) };
  return { clock, to, form: 'said' };
}

interface Part {
  readonly minutes: number;
  readonly to: number;
  readonly spelled: boolean;
}

function partAt(tokens: readonly Token[], at: number): Part | null {
  const start = skip(tokens, at, 'a');
  const word = wordAt(tokens, start);
  if (word === 'quarter' || word === 'qtr') return { minutes: 15, to: start + 1, spelled: true };
  if (word === 'half' || word === '½') return { minutes: 30, to: skip(tokens, start + 1, '-'), spelled: true };
  if (
    word === '1' &&
    wordAt(tokens, start + 1) === '/' &&
    isJoined(tokens, start + 1) &&
    wordAt(tokens, start + 2) === '2'
  )
    return { minutes: 30, to: start + 3, spelled: true };
  const number = numberAt(tokens, at);
  if (number === null || number.value < 1 || number.value > 29) return null;
  const minutes = skip(tokens, number.to, 'minutes', 'minute', 'mins', 'min');
  const spelled = !number.digits || minutes > number.to;
  return number.value % 5 === 0 || minutes > number.to ? { minutes: number.value, to: minutes, spelled } : null;
}

/** «ten past four», «20 to 5», «half past three», «half 3» (British: half past; German: half an hour before). */
function pastClock(tokens: readonly Token[], at: number): ClockRead | null {
  const part = partAt(tokens, at);
  if (part === null) return null;
  const word = wordAt(tokens, part.to);
  if (word === 'past' || word === 'after' || word === 'to' || word === 'til' || word === 'till' || word === 'before') {
    // «at 5 to 3» is five minutes before three; «5 to 6» a range.
    if (word !== 'past' && !part.spelled && part.minutes < 13 && !isMinutesTo(tokens, at, part)) return null;
    // «ten after six».
    const isAfter = word === 'after' && part.spelled;
    if ((word === 'after' || word === 'before') && part.minutes !== 15 && !isAfter) return null;
    return withHour(tokens, part.to + 1, word === 'past' || word === 'after' ? part.minutes : -part.minutes);
  }
  // American: «quarter of five pm».
  if (word === 'of' && part.spelled && part.minutes < 30) {
    const read = withHour(tokens, part.to + 1, -part.minutes);
    return read !== null && isTimeBehind(tokens, read) ? read : null;
  }
  if (part.minutes !== 30 || wordAt(tokens, at) !== 'half' || isJoined(tokens, part.to)) return null;
  const read = withHour(tokens, part.to, 30);
  if (read === null || /^(?:hour|hours|hr|hrs|h|day|days|an|a)$/.test(wordAt(tokens, read.to))) return null;
  return { ...read, clock: { ...read.clock, other: shifted(read.clock, -60) } };
}

/** Only the half of the day or a day tells «ten of six» from so many of them. */
function isTimeBehind(tokens: readonly Token[], { clock, to }: ClockRead): boolean {
  return clock.half !== null || /^(?:this|in|tonight|today|tomorrow)$/.test(wordAt(tokens, to));
}

function isMinutesTo(tokens: readonly Token[], at: number, { minutes, to }: Part): boolean {
  const hour = numberAt(tokens, to + 1);
  const led = /^(?:at|@|around|about|by)$/.test(wordAt(tokens, at - 1));
  return led && wordAt(tokens, to) === 'to' && hour !== null && hour.value >= 1 && hour.value < minutes;
}

function withHour(tokens: readonly Token[], at: number, minutes: number): ClockRead | null {
  const hour = namedOrHour(tokens, at);
  if (hour === null) return null;
  return { clock: shifted(hour.clock, minutes), to: hour.to, form: 'said' };
}

function namedOrHour(tokens: readonly Token[], at: number): ClockRead | null {
  const word = wordClock(tokens, at);
  if (word !== null) return word;
  const number = numberAt(tokens, at);
  if (number === null || number.value < 1 || number.value > 23) return null;
  const half = halfAt(tokens, number.to);
  if (half !== null) {
    const clock = { hour: hourIn(number.value, half.half), minute: 0, second: 0, half: half.half, exact: true };
    return { clock, to: half.to, form: 'said' };
  }
  const read = clockAt(tokens, at);
  return read !== null && read.clock.minute === 0 ? read : null;
}

function shifted(clock: ClockWords, minutes: number): ClockWords {
  const total = clock.hour * 60 + clock.minute + minutes;
  const around = clock.exact ? 1440 : 720;
  const wrapped = ((total % around) + around) % around;
  const hour = Math.floor(wrapped / 60);
  return { ...clock, hour: clock.exact ? hour : hour === 0 ? 12 : hour, minute: wrapped % 60 };
}
