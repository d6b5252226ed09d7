import type { MappedText } from '../text/mapped-text.ts';

/** Called for each known word, in text order. Return `false` to end the scan. */
export type VisitWord<T> = (value: T, start: number, end: number) => boolean | undefined;

const WORD = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789_') WORD[character.charCodeAt(0)] = 1;

const FILTER_SIZE = 1 << 14;

/**
 * Finds any of many known words in one pass, whatever their number. A word is a whole run of `[a-z0-9_]`, so that
 * `invalid_grant` is not found inside `x_invalid_grant_y`.
 *
 * A known word that begins behind a place covers the place where the shortest of them would end: most characters are
 * never looked at. A word is cut out and looked up only where its hash is known.
 *
 * @param words - lower case; the value is handed to the visitor
 */
export function wordScanner<T>(
  words: ReadonlyMap<string, T>,
): (text: Pick<MappedText, 'lower' | 'codes'>, visit: VisitWord<T>) => void {
  const filter = new Uint8Array(FILTER_SIZE);
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const word of words.keys()) {
    filter[
      slot(
        Uint16Array.from(word, (character) => character.charCodeAt(0)),
        0,
        word.length,
      )
    ] = 1;
    shortest = Math.min(shortest, word.length);
    longest = Math.max(longest, word.length);
  }
  return ({ lower, codes }, visit) => {
    const { length } = codes;
    // No word ends before this place that was not looked at.
    let floor = 0;
    for (let probe = shortest - 1; probe < length; probe = floor + shortest - 1) {
      if (!isWordCharacter(codes[probe]!)) {
        floor = probe + 1;
        continue;
      }
      let start = probe;
      while (start > floor && isWordCharacter(codes[start - 1]!)) start -= 1;
      let end = probe + 1;
      while (end < length && isWordCharacter(codes[end]!)) end += 1;
      floor = end + 1;
      const size = end - start;
      if (size < shortest || size > longest || filter[slot(codes, start, end)] !== 1) continue;
      const value = words.get(lower.slice(start, end));
      if (value !== undefined && visit(value, start, end) === false) return;
    }
  };
}

function isWordCharacter(code: number): boolean {
  return code < 128 && WORD[code] === 1;
}

function slot(codes: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = (Math.imul(hash, 31) + codes[index]!) | 0;
  return (hash ^ (hash >>> 15)) & (FILTER_SIZE - 1);
}
