import { isOneSlipFrom } from '../../text/spelling.ts';
import { isJoined, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';

const TOMORROW: ReadonlySet<string> = new Set([
  'tomorrow',
  'tmrw',
  'tmr',
  'tmrrw',
  'tomo',
  'tmw',
  'morrow',
  'tomoz',
  'tomorow',
]);

/** The place after a word for tomorrow, also as it is typed on telephones (2moro); -1 where there is none. */
export function afterTomorrow(tokens: readonly Token[], at: number): number {
  const word = wordAt(tokens, at);
  if (TOMORROW.has(word)) return at + 1;
  if (
    word.length >= 7 &&
    word[0] === 't' &&
    (isOneSlipFrom(word, 'tomorrow') || isOneSlipFrom(word, 'tommorow') || isOneSlipFrom(word, "tomorrow's"))
  )
    return at + 1;
  const next = wordAt(tokens, at + 1);
  if (word === '2' && isJoined(tokens, at + 1) && /^(?:moro|morro|morow|morrow|mrw|mro|mo)$/.test(next)) return at + 2;
  return -1;
}

/** «gym tom @ 6am»: the short form is a given name too, so a clock or a day must follow and no «with» stand before. */
export function afterTom(tokens: readonly Token[], at: number): number {
  if (wordAt(tokens, at) !== 'tom' || tokens[at]!.text === 'Tom') return -1;
  if (/^(?:with|w|\/|and|&|,|call|invite|meet|to|from|uncle|see|ask)$/.test(wordAt(tokens, at - 1))) return -1;
  const next = wordAt(tokens, at + 1);
  return at > 0 && (/^(?:@|at|morning|afternoon|evening|night|noon)$/.test(next) || tokens[at + 1]?.kind === 'number')
    ? at + 1
    : -1;
}

export function afterToday(tokens: readonly Token[], at: number): number {
  const word = wordAt(tokens, at);
  if (word === 'today' || word === "today's" || word === 'tody' || word === 'todya') return at + 1;
  return word === '2' && isJoined(tokens, at + 1) && wordAt(tokens, at + 1) === 'day' ? at + 2 : -1;
}

export function afterTonight(tokens: readonly Token[], at: number): number {
  const word = wordAt(tokens, at);
  if (word === 'tonight' || word === 'tonite' || word === 'tonght' || word === 'tonigth') return at + 1;
  return word === '2' && isJoined(tokens, at + 1) && /^nite|night$/.test(wordAt(tokens, at + 1)) ? at + 2 : -1;
}
