import type { Span } from '../../text/span.ts';
import { wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';

const BOOK = /^(?:book|reserve|get|bk)$/;
const ROOM = /^(?:room|boardroom|auditorium|studio|lab|pod|booth)$/;
const MOST_WORDS = 4;

/**
 * The room in «book me the Jade room on the 15th for the audit prep»: where it is; what for stands behind.
 *
 * @param commandEnd the place behind the command
 * @param isTime whether a phrase of time took the place
 */
export function bookedRoom(
  tokens: readonly Token[],
  commandEnd: number,
  isTime: (place: number) => boolean,
): Span | null {
  if (!BOOK.test(wordAt(tokens, commandEnd - 1))) return null;
  let from = commandEnd;
  while (/^(?:me|us|the|a|an)$/.test(wordAt(tokens, from)) && from < commandEnd + 2) from += 1;
  let to = from;
  while (to < from + MOST_WORDS && tokens[to]?.kind === 'word' && !isTime(to) && !ROOM.test(wordAt(tokens, to)))
    to += 1;
  if (!ROOM.test(wordAt(tokens, to)) || isTime(to)) return null;
  to += 1;
  // «room 4», «room B».
  if (to === from + 1 && !isTime(to) && (tokens[to]?.kind === 'number' || /^[a-z]$/.test(wordAt(tokens, to)))) to += 1;
  const what = tokens.findIndex(({ word }, at) => at >= to && word === 'for' && !isTime(at));
  const isSaid = what > 0 && tokens[what + 1]?.kind === 'word' && !isTime(what + 1);
  return isSaid && tokens.slice(to, what).every((_, at) => isTime(to + at)) ? { from, to } : null;
}
