import type { Token } from '../text/tokenize.ts';
import type { Phrase } from '../time/words.ts';

/** What begins the rest of the same event: «…, with Bo», «…, room 4». */
const SAME_EVENT =
  /^(?:with|w|at|in|for|remind|reminder|cc|invite|inviting|please|pls|to|about|via|on|every|not|no|until|till|then|or|back|from|by|room|location|where|who|and|ending|ends|lasting|repeat|again|also)$/;
const SEPARATOR = /^(?:,|;|and|&|\+|\.)$/;
const MOST_WORDS = 6;

/** A time with its day and its hour, and the phrases that say it. */
interface Moment {
  readonly from: number;
  readonly to: number;
}

/**
 * The place where another event with a day and an hour of its own begins: «, piano sun 4pm» behind «swim class sat
 * 9am»; behind the last token where there is none. One message makes one event, the first.
 */
export function nextEventAt(tokens: readonly Token[], phrases: readonly Phrase[]): number {
  if (phrases.length < 4) return tokens.length;
  const moments = momentsOf(tokens, phrases);
  for (const [index, next] of moments.entries()) {
    const before = moments[index - 1];
    if (before !== undefined && isNamed(tokens, phrases) && isNameOfAnother(tokens, before.to, next.from))
      return before.to;
  }
  return tokens.length;
}

/** Phrases that touch one another, day and hour among them. */
function momentsOf(tokens: readonly Token[], phrases: readonly Phrase[]): readonly Moment[] {
  const moments: Moment[] = [];
  const inOrder = phrases.toSorted((left, right) => left.from - right.from);
  let at = 0;
  while (at < inOrder.length) {
    const from = inOrder[at]!.from;
    let hasDay = false;
    let hasClock = false;
    let to = from;
    while (at < inOrder.length && (to === from || inOrder[at]!.from <= to + (isMark(tokens, to) ? 1 : 0))) {
      const { meaning } = inOrder[at]!;
      hasDay ||= meaning.kind === 'date';
      hasClock ||= meaning.kind === 'clock' || meaning.kind === 'clock-range';
      to = inOrder[at]!.to;
      at += 1;
    }
    if (hasDay && hasClock) moments.push({ from, to });
  }
  return moments;
}

function isMark(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === ',';
}

function isNameOfAnother(tokens: readonly Token[], from: number, to: number): boolean {
  const separated = SEPARATOR.test(tokens[from]?.word ?? '');
  const start = separated ? from + 1 : from;
  if (!separated && tokens[from]?.newLine !== true) return false;
  if (to <= start || to - start > MOST_WORDS || SAME_EVENT.test(tokens[start]!.word)) return false;
  for (let at = start; at < to; at += 1) if (tokens[at]!.kind !== 'word') return false;
  return true;
}

/** Whether the first one has a name before its time. */
function isNamed(tokens: readonly Token[], phrases: readonly Phrase[]): boolean {
  const first = Math.min(...phrases.map(({ from }) => from));
  return tokens.slice(0, first).some(({ kind }) => kind === 'word');
}
