import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokenize.ts';
import type { Phrase } from '../time/words.ts';
import { headBeforeName, isNameOnly } from './shared-head.ts';
import { ACTIVITY_WORDS, ALL_DAY_WORDS } from './words/activities.ts';

/** What begins the rest of the same event: «…, with Bo», «…, room 4». */
const SAME_EVENT =
  /^(?:with|w|at|in|for|remind|reminder|cc|invite|inviting|please|pls|to|about|via|on|every|not|no|until|till|or|back|from|by|room|location|where|who|and|ending|ends|lasting|repeat|again|also|rsvp|reply|arrive|bring|doors|deadline)$/;
const SEPARATOR = /^(?:,|;|and|&|\+|\.|then)$/;
/** What stands inside a name: «parent-teacher night», «dinner w/ Lou», «1:1». */
const MARK_OF_NAME = /^[-/&':+]$/;
/** Words that only ask, before the first time: «add wed 9:00 dentist, …». */
const ASKING =
  /^(?:please|pls|plz|add|put|schedule|book|create|enter|note|block|hi|hey|hello|can|could|you|my|the|calendar|in|to|on|for|me|these|this|two|three|things|events|meetings|appointments|[:,;!.-])$/;
const MOST_TOKENS_OF_NAME = 9;

/** A time with its day, its hour or both, and the phrases that say it. */
interface Moment {
  readonly from: number;
  readonly to: number;
  readonly hasDay: boolean;
  readonly hasClock: boolean;
  /** The phrase of its day. */
  readonly day: Phrase | null;
}

/** Where another event begins. */
export interface NextEvent {
  /** The place behind the last token of the first one. */
  readonly cut: number;
  /** The first token of the other one. */
  readonly from: number;
  /** The day of the first one, where the other has an hour alone: «gym tomorrow 7am, dentist 10am». */
  readonly day: Phrase | null;
  /** The week before the first one, where the other has a weekday: «next week: mon 10 planning, wed 14 demo». */
  readonly week: Phrase | null;
  /** The first token of the other one's time. */
  readonly time: number;
  /** What the two have in common: «lunch with» of «lunch with Anna fri 12:30 and Ben sat 1pm». */
  readonly head: Span | null;
  /** The day of the other, where the first one has an hour alone: «gym at 7 and dinner at 8 tomorrow». */
  readonly dayOfFirst: Phrase | null;
}

/**
 * Finds another event with a time of its own: «, piano sun 4pm» behind «swim class sat 9am», or the line «Tue 2pm
 * retro» behind «Mon 9am planning». Null where there is one event only.
 */
export function nextEventAt(tokens: readonly Token[], phrases: readonly Phrase[]): NextEvent | null {
  if (phrases.length < 3) return null;
  const moments = momentsOf(tokens, phrases);
  const first = moments[0];
  if (first === undefined) return null;
  const before = tokens.slice(0, first.from);
  const inList = underHeading(tokens, moments);
  if (inList !== null) return inList;
  const timeFirst = before.every(({ word }) => ASKING.test(word));
  const isNamed = before.some(({ kind }) => kind === 'word' || kind === 'quote' || kind === 'mention');
  for (let index = 1; index < moments.length; index += 1) {
    const last = moments[index - 1]!;
    const next = moments[index]!;
    if (!last.hasClock || (!last.hasDay && !(index === 1 && next.hasDay && next.hasClock))) continue;
    const found =
      (isNamed ? (nameThenTime(tokens, last, next, !timeFirst) ?? otherName(tokens, last, next)) : null) ??
      (timeFirst ? timeThenName(tokens, last, next) : null);
    if (found !== null && (last.hasDay || isThing(tokens, found.from, next.from)))
      return {
        ...found,
        head: found.head ?? null,
        time: next.from,
        day: next.hasDay ? null : last.day,
        dayOfFirst: last.hasDay ? null : next.day,
        week: weekOf(phrases, next),
      };
  }
  return null;
}

interface Place extends Pick<NextEvent, 'cut' | 'from'> {
  readonly head?: Span | null;
}

/** Phrases that touch one another. */
function momentsOf(tokens: readonly Token[], phrases: readonly Phrase[]): readonly Moment[] {
  const moments: Moment[] = [];
  const inOrder = phrases.toSorted((left, right) => left.from - right.from);
  let at = 0;
  while (at < inOrder.length) {
    const from = inOrder[at]!.from;
    let day: Phrase | null = null;
    let hasClock = false;
    let to = from;
    while (at < inOrder.length && (to === from || touches(tokens, inOrder[at]!.from, to))) {
      const { meaning } = inOrder[at]!;
      if (meaning.kind === 'date' || meaning.kind === 'repeat') day ??= inOrder[at]!;
      hasClock ||= meaning.kind === 'clock' || meaning.kind === 'clock-range';
      to = inOrder[at]!.to;
      at += 1;
    }
    if (day !== null || hasClock) moments.push({ from, to, hasDay: day !== null, hasClock, day });
  }
  return moments;
}

function weekOf([first]: readonly Phrase[], { day }: Moment): Phrase | null {
  if (first?.meaning.kind !== 'date' || first.meaning.date.span !== 'week' || first.meaning.date.weeks === undefined)
    return null;
  const date = day?.meaning.kind === 'date' ? day.meaning.date : null;
  return date?.weekday !== undefined && Object.keys(date).length === 1 ? first : null;
}

/** Lines are no times of one another. */
function touches(tokens: readonly Token[], from: number, to: number): boolean {
  if (from <= to) return tokens[from]?.newLine !== true;
  return from === to + 1 && tokens[to]?.word === ',' && tokens[from]?.newLine !== true;
}

/** «swim class sat 9am, piano sun 4pm»: each has its name before its time. */
function nameThenTime(tokens: readonly Token[], last: Moment, next: Moment, isNameFirst: boolean): Place | null {
  const from = behindSeparator(tokens, last.to);
  // «dentist tomorrow at 9 optician thursday at 11»: without a mark both times must be whole ones; in «add tue 2pm
  // retro» with a line below, the name belongs to the time before it.
  const isUnmarked = from === last.to && tokens[from]?.newLine !== true;
  if (isUnmarked && !(isNameFirst && tokens[next.from]?.newLine !== true && isWholeThing(tokens, last, next)))
    return null;
  if (!isName(tokens, from, next.from)) return null;
  if (isNameOnly(tokens, { from, to: next.from }) && headBeforeName(tokens, last.from) !== null) return null;
  if (!(next.hasDay && next.hasClock) && !isThing(tokens, from, next.from)) return null;
  return { cut: last.to, from };
}

function isWholeThing(tokens: readonly Token[], last: Moment, next: Moment): boolean {
  const isWhole = last.hasDay && last.hasClock && next.hasDay && next.hasClock;
  return isWhole && next.from - last.to <= MOST_UNMARKED && isThing(tokens, last.to, next.from);
}

const MOST_UNMARKED = 3;

function behindSeparator(tokens: readonly Token[], at: number): number {
  return behindThen(tokens, SEPARATOR.test(tokens[at]?.word ?? '') ? at + 1 : at);
}

/** «lunch with Anna tomorrow at 12 and Ben on friday at 1»: the same with another one. */
function otherName(tokens: readonly Token[], last: Moment, next: Moment): Place | null {
  const from = behindSeparator(tokens, last.to);
  if (from === last.to && tokens[from]?.newLine !== true) return null;
  const named = /^(?:with|w|for)$/.test(tokens[from]?.word ?? '') && next.hasDay ? from + 1 : from;
  if (!next.hasClock || !isNameOnly(tokens, { from: named, to: next.from })) return null;
  const head = headBeforeName(tokens, last.from);
  return head === null ? null : { cut: last.to, from: named, head };
}

/** «interviews thursday: 10:00 Yuki, 11:00 Daniel»: a day, and under it hours with what is at each of them. */
function underHeading(tokens: readonly Token[], [day, first, next]: readonly Moment[]): NextEvent | null {
  if (day === undefined || first === undefined || next === undefined) return null;
  if (!day.hasDay || day.hasClock || tokens[day.to]?.word !== ':' || first.from !== day.to + 1) return null;
  if (!first.hasClock || first.hasDay || !next.hasClock || next.hasDay) return null;
  const separated = SEPARATOR.test(tokens[next.from - 1]?.word ?? '');
  if (!separated && tokens[next.from]?.newLine !== true) return null;
  const cut = separated ? next.from - 1 : next.from;
  const named = tokens[next.to];
  const isNext = named?.kind === 'word' && !named.newLine && !SAME_EVENT.test(named.word);
  if (!isNext || !isName(tokens, first.to, cut)) return null;
  const head = { from: 0, to: first.from };
  return { cut, from: next.from, time: next.from, head, day: null, week: null, dayOfFirst: null };
}

/** «Mon 9am planning», «Tue 2pm retro»: each has its name behind its time. */
function timeThenName(tokens: readonly Token[], last: Moment, next: Moment): Place | null {
  const withOther = timeWithOther(tokens, last, next);
  if (withOther !== null) return withOther;
  if (!next.hasClock || !next.hasDay) return null;
  const separated = SEPARATOR.test(tokens[next.from - 1]?.word ?? '');
  if (!separated && tokens[next.from]?.newLine !== true) return null;
  const cut = separated ? next.from - 1 : next.from;
  const named = tokens[next.to];
  const isNext = named?.kind === 'word' && !named.newLine && !SAME_EVENT.test(named.word);
  return isNext && isName(tokens, last.to, cut) ? { cut, from: next.from } : null;
}

/** «tmrw 9-9:30 w Jordi, 10-11 w Marta»: at each time with somebody. */
function timeWithOther(tokens: readonly Token[], last: Moment, next: Moment): Place | null {
  const isWith = (at: number) => /^(?:with|w)$/.test(tokens[at]?.word ?? '') && tokens[at + 1]?.newLine !== true;
  if (!next.hasClock || !isWith(last.to) || !isWith(next.to)) return null;
  const separated = SEPARATOR.test(tokens[next.from - 1]?.word ?? '');
  if (!separated && tokens[next.from]?.newLine !== true) return null;
  return { cut: separated ? next.from - 1 : next.from, from: next.from };
}

/** «…, then a concert». */
function behindThen(tokens: readonly Token[], at: number): number {
  return /^(?:then|and|also|plus)$/.test(tokens[at]?.word ?? '') ? at + 1 : at;
}

function isName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > MOST_TOKENS_OF_NAME || SAME_EVENT.test(tokens[from]!.word)) return false;
  let hasWord = false;
  for (let at = from; at < to; at += 1) {
    const { kind, word, newLine } = tokens[at]!;
    if (kind === 'mark' && !MARK_OF_NAME.test(word)) return false;
    if (newLine && at > from) return false;
    hasWord ||= kind === 'word' || kind === 'quote';
  }
  return hasWord;
}

function isThing(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { word } = tokens[at]!;
    if (ACTIVITY_WORDS.has(word) || ALL_DAY_WORDS.has(word)) return true;
  }
  return false;
}
