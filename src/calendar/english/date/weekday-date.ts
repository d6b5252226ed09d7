import { afterPhrase, isJoined, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { DateWords } from '../../time/words.ts';
import { weekdayWord } from '../words/weekdays.ts';
import type { DateRead } from './date-read.ts';

const WHICH: Readonly<Record<string, 'this' | 'next' | 'coming' | 'past'>> = {
  this: 'this',
  current: 'this',
  next: 'next',
  nxt: 'next',
  coming: 'coming',
  upcoming: 'coming',
  last: 'past',
  past: 'past',
  previous: 'past',
};

interface WhichRead {
  readonly which: 'this' | 'next' | 'coming' | 'past';
  readonly to: number;
}

export function whichAt(tokens: readonly Token[], at: number): WhichRead | null {
  const start = skip(tokens, at, 'the');
  const word = wordAt(tokens, start);
  if (!Object.hasOwn(WHICH, word)) return null;
  const coming = /^(?:coming|upcoming)$/.test(wordAt(tokens, start + 1));
  return { which: coming ? 'coming' : WHICH[word]!, to: coming ? start + 2 : start + 1 };
}

/** «this week», «next week», «the week after next», «the following week», «in 2 weeks» aside: weeks from this one. */
export function weekAt(tokens: readonly Token[], at: number): { readonly weeks: number; readonly to: number } | null {
  const afterNext = afterPhrase(tokens, at, WEEK_AFTER_NEXT);
  if (afterNext > 0) return { weeks: 2, to: afterNext };
  const which = whichAt(tokens, at);
  const week = (place: number) => /^(?:week|wk|week's)$/.test(wordAt(tokens, place));
  if (which !== null && week(which.to)) {
    return { weeks: which.which === 'this' ? 0 : which.which === 'past' ? -1 : 1, to: which.to + 1 };
  }
  const following = afterPhrase(tokens, at, FOLLOWING);
  return following > 0 ? { weeks: 1, to: following } : null;
}

const WEEK_AFTER_NEXT = phrases('the week after next', 'week after next', 'next next week');
const FOLLOWING = phrases('the following week');
const SHORT_AS_WORDS: ReadonlySet<string> = new Set(['sat', 'sun', 'mon', 'wed']);

/** «friday», «next friday», «friday next week», «next week on friday», «friday week», «the friday after next». */
export function weekdayDateAt(tokens: readonly Token[], at: number): DateRead | null {
  const week = weekAt(tokens, at);
  if (week !== null) {
    let next = week.to;
    if (wordAt(tokens, next) === ',' || wordAt(tokens, next) === 'preferably') next += 1;
    next = skip(tokens, next, 'preferably');
    next = skip(tokens, next, 'on');
    const day = dayNameAt(tokens, next);
    return day === null || week.weeks < 0 ? null : { date: { weekday: day.weekday, weeks: week.weeks }, to: day.to };
  }
  const which = whichAt(tokens, at);
  const start = which?.to ?? skip(tokens, at, 'the');
  const day = dayNameAt(tokens, start);
  if (day === null) return null;
  if (which === null && day.plain && isOtherWord(tokens, start)) return null;
  const afterNext = afterPhrase(tokens, day.to, AFTER_NEXT);
  if (afterNext > 0) return { date: { weekday: day.weekday, which: 'after-next' }, to: afterNext };
  const of = skip(tokens, skip(tokens, day.to, ','), 'of', 'in');
  const itsWeek = weekAt(tokens, of);
  if (itsWeek !== null && itsWeek.weeks >= 0) {
    return { date: { weekday: day.weekday, weeks: itsWeek.weeks }, to: itsWeek.to };
  }
  const further = wordAt(tokens, day.to);
  if (which === null && /^(?:week|wk|fortnight)$/.test(further)) {
    const after = {
      length: { minutes: 0, days: further === 'fortnight' ? 14 : 7, months: 0 },
      from: { weekday: day.weekday },
    };
    return { date: { after }, to: day.to + 1 };
  }
  const date: DateWords = { weekday: day.weekday, ...(which === null ? {} : { which: which.which }) };
  return { date, to: day.to };
}

const AFTER_NEXT = phrases('after next');

interface DayName {
  readonly weekday: number;
  readonly to: number;
  /** `sat`, `sun`: words of their own too. */
  readonly plain: boolean;
}

/** A weekday's name in the singular, with the dot of its short form. */
export function dayNameAt(tokens: readonly Token[], at: number): DayName | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const name = weekdayWord(token.word);
  if (name === null || name.plural) return null;
  const dot = name.short && wordAt(tokens, at + 1) === '.' && isJoined(tokens, at + 1) ? at + 2 : at + 1;
  return { weekday: name.weekday, to: dot, plain: SHORT_AS_WORDS.has(token.word) };
}

const SHINES = /^(?:is|was) (?:shining|out|up|down|setting|rising)$/;

/** «we sat», «the sun». */
function isOtherWord(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  const next = wordAt(tokens, at + 1);
  if (word === 'sun')
    return (
      before === 'the' ||
      before === 'in' ||
      /^(?:screen|rises|sets|shines|hat)$/.test(next) ||
      SHINES.test(`${next} ${wordAt(tokens, at + 2)}`)
    );
  if (word === 'sat') return /^(?:we|i|he|she|they|you)$/.test(before) || /^(?:down|through|together)$/.test(next);
  return false;
}
