/** Called for each known word, in text order. Return `false` to end the scan. */
export type VisitWord<T> = (value: T, start: number, end: number) => boolean | undefined;

const WORD = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789_') WORD[character.charCodeAt(0)] = 1;

const FILTER_SIZE = 1 << 14;

/**
 * Finds any of many known words in one pass, whatever their number. A word is a whole run of `[a-z0-9_]`, so that
 * `invalid_grant` is not found inside `x_invalid_grant_y`.
 *
 * One character test and one hash step a character; a word is cut out and looked up only where its hash is known.
 *
 * @param words - lower case; the value is handed to the visitor
 */
export function wordScanner<T>(words: ReadonlyMap<string, T>): (lower: string, visit: VisitWord<T>) => void {
  const filter = new Uint8Array(FILTER_SIZE);
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const word of words.keys()) {
    let hash = 0;
    for (let index = 0; index < word.length; index += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(index)) | 0;
    filter[slot(hash)] = 1;
    shortest = Math.min(shortest, word.length);
    longest = Math.max(longest, word.length);
  }
  return (lower, visit) => {
    const length = lower.length;
    let start = -1;
    let hash = 0;
    for (let index = 0; index <= length; index += 1) {
      const code = index < length ? lower.charCodeAt(index) : 0;
      if (code < 128 && WORD[code] === 1) {
        if (start === -1) {
          start = index;
          hash = 0;
        }
        hash = (Math.imul(hash, 31) + code) | 0;
        continue;
      }
      if (start === -1) continue;
      const size = index - start;
      if (size >= shortest && size <= longest && filter[slot(hash)] === 1) {
        const value = words.get(lower.slice(start, index));
        if (value !== undefined && visit(value, start, index) === false) return;
      }
      start = -1;
    }
  };
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 15)) & (FILTER_SIZE - 1);
}
