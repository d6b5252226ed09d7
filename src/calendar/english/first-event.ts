import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokenize.ts';
import type { Phrase } from '../time/words.ts';
import type { MoreSaid } from '../understanding.ts';
import { eitherTimeAt } from './either-time.ts';
import { type NextEvent, nextEventAt } from './next-event.ts';
import { type OtherDay, otherDayAt } from './other-day.ts';

/** What of a message is its first event, and what is left for another one. */
export interface FirstEvent {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  readonly more: MoreSaid | null;
  /** The same message at the other time that it offers. */
  readonly otherwise: string | null;
}

/** Parts the first event of a message from another one; where there is one event only, all of it. */
export function firstEvent(
  text: string,
  tokens: readonly Token[],
  readTimes: (tokens: readonly Token[]) => readonly Phrase[],
): FirstEvent {
  const phrases = readTimes(tokens);
  const next = nextEventAt(tokens, phrases);
  if (next !== null) {
    const { cut, dayOfFirst: lent } = next;
    const own = tokens.slice(0, cut);
    const more = wordsOfNext(text, tokens, next);
    if (lent === null) return { tokens: own, phrases: phrases.filter(({ from }) => from < cut), more, otherwise: null };
    const withDay = [...own, ...tokens.slice(lent.from, lent.to)];
    return { tokens: withDay, phrases: readTimes(withDay), more, otherwise: null };
  }
  const other = otherDayAt(tokens, phrases);
  if (other === null) return orOtherwise(text, tokens, phrases, readTimes);
  const first = [...tokens.slice(0, other.from), ...tokens.slice(other.to)];
  return { tokens: first, phrases: readTimes(first), more: onOtherDay(text, tokens, other), otherwise: null };
}

/** One event, at one time or another: the first is read, and the other one offered. */
function orOtherwise(
  text: string,
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  readTimes: (tokens: readonly Token[]) => readonly Phrase[],
): FirstEvent {
  const other = eitherTimeAt(tokens, phrases);
  if (other === null) return { tokens, phrases, more: null, otherwise: null };
  const first = [...tokens.slice(0, other.from), ...tokens.slice(other.to)];
  return { tokens: first, phrases: readTimes(first), more: null, otherwise: onOtherDay(text, tokens, other).words };
}

/** The words of the other event, with what it shares with the first one: the day, the week, what is done with whom. */
function wordsOfNext(
  text: string,
  tokens: readonly Token[],
  { cut, from, time, day, week, head }: NextEvent,
): MoreSaid {
  const said = (span: Span | null) =>
    span === null || span.to <= span.from ? '' : `${text.slice(tokens[span.from]!.start, tokens[span.to - 1]!.end)} `;
  const name = text.slice(tokens[from]!.start, tokens[time]!.start);
  return {
    at: tokens[cut]!.start,
    words: `${said(week)}${said(head)}${name}${said(day)}${text.slice(tokens[time]!.start)}`.trim(),
  };
}

/** The same message with the second of two days in the place of the first. */
function onOtherDay(text: string, tokens: readonly Token[], { first, second }: OtherDay): MoreSaid {
  // «payment due apr 15, jun 15»: due it is on the other day, too.
  const before = text.slice(0, tokens[tokens[first]!.word === 'due' ? first + 1 : first]!.start);
  return { at: text.length, words: `${before}${text.slice(tokens[second]!.start)}`.trim() };
}
