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
export function afterWords(tokens: readonly Token[], at: number, words: readonly string[]): number {
  for (let index = 0; index < words.length; index += 1) {
    if (wordAt(tokens, at + index) !== words[index]) return -1;
  }
  return at + words.length;
}

/** The place after the longest of some phrases, each cut into words; -1 where none stands there. */
export function afterPhrase(tokens: readonly Token[], at: number, phrases: readonly (readonly string[])[]): number {
  let best = -1;
  for (const words of phrases) {
    const after = afterWords(tokens, at, words);
    if (after > best) best = after;
  }
  return best;
}

/** «the week after» to ['the', 'week', 'after'], as the tokenizer cuts. */
export function phrases(...texts: readonly string[]): readonly (readonly string[])[] {
  return texts.map((text) => text.split(' '));
}

/** The place after an optional word. */
export function skip(tokens: readonly Token[], at: number, ...words: readonly string[]): number {
  const word = wordAt(tokens, at);
  return word !== '' && words.includes(word) ? at + 1 : at;
}
