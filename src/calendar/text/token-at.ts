import type { Token } from './tokenize.ts';

/** The word, number or mark at a place; empty past the end and for what is quoted, mentioned or an address. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (token === undefined) return '';
  return token.kind === 'word' || token.kind === 'number' || token.kind === 'mark' ? token.word : '';
}

export function isJoined(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.joined === true;
}

/** The place after a fixed run of words, or -1 where they do not stand there. */
function afterWords(tokens: readonly Token[], at: number, words: readonly string[]): number {
  for (let index = 0; index < words.length; index += 1) {
    if (wordAt(tokens, at + index) !== words[index]) return -1;
  }
  return at + words.length;
}

/** Phrases cut into words, by their first word: at nearly every place of a text none of a list begins. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The place after the longest of some phrases; -1 where none stands there. */
export function afterPhrase(tokens: readonly Token[], at: number, phrases: Phrases): number {
  const candidates = phrases.get(wordAt(tokens, at));
  if (candidates === undefined) return -1;
  let best = -1;
  for (const words of candidates) {
    const after = afterWords(tokens, at, words);
    if (after > best) best = after;
  }
  return best;
}

/** «the week after» to ['the', 'week', 'after'], as the tokenizer cuts. */
export function phrases(...texts: readonly string[]): Phrases {
  return Map.groupBy(
    texts.map((text) => text.split(' ')),
    ([first = '']) => first,
  );
}

/** The place after an optional word. */
export function skip(tokens: readonly Token[], at: number, ...words: readonly string[]): number {
  const word = wordAt(tokens, at);
  return word !== '' && words.includes(word) ? at + 1 : at;
}
