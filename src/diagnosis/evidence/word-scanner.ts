import { madeOnce } from '../made-once.ts';
import type { MappedText } from '../text/mapped-text.ts';

/** Called for each known word, in text order. Return `false` to end the scan. */
export type VisitWord<T> = (value: T, start: number, end: number) => boolean | undefined;

const WORD = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789_') WORD[character.charCodeAt(0)] = 1;

const FILTER_SIZE = 1 << 14;

/**
 * The words of all scanners: several readers scan the same text, which costs little more than one scan so. Each word by
 * itself: what is cut out of a text is looked up once, and the known word from there on.
 */
const vocabulary = new Map<string, string>();
/** By the hashes of words. */
const filter = new Uint8Array(FILTER_SIZE);
let shortest = Number.POSITIVE_INFINITY;
let longest = 0;

function learn(words: Iterable<string>): void {
  for (const word of words) {
    vocabulary.set(word, word);
    const codes = Uint16Array.from(word, (character) => character.charCodeAt(0));
    filter[slot(codes, 0, word.length)] = 1;
    shortest = Math.min(shortest, word.length);
    longest = Math.max(longest, word.length);
  }
}

/**
 * The known words of one text, found as far as they were asked for.
 *
 * A known word that begins behind a place covers the place where the shortest of them would end: most characters are
 * never looked at. A word is cut out and looked up only where its hash is known.
 */
class Scan {
  readonly words: string[] = [];
  readonly starts: number[] = [];
  readonly #text: MappedText;
  /** No word ends before this place that was not looked at. */
  #floor = 0;

  constructor(text: MappedText) {
    this.#text = text;
  }

  /** Finds one more, if there is one. */
  goOn(): boolean {
    const { lower, codes } = this.#text;
    const { length } = codes;
    let floor = this.#floor;
    for (let probe = floor + shortest - 1; probe < length; probe = floor + shortest - 1) {
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
      const word = vocabulary.get(lower.slice(start, end));
      if (word === undefined) continue;
      this.#floor = floor;
      this.words.push(word);
      this.starts.push(start);
      return true;
    }
    this.#floor = length;
    return false;
  }
}

const SCAN = madeOnce((text: MappedText) => new Scan(text));

/**
 * Finds any of many known words in one pass, whatever their number. A word is a whole run of `[a-z0-9_]`, so that
 * `invalid_grant` is not found inside `x_invalid_grant_y`.
 *
 * @param words - lower case; the value is handed to the visitor; a text that was scanned before is not
 *   searched for them, so scanners are made before texts are read
 */
export function wordScanner<T>(words: ReadonlyMap<string, T>): (text: MappedText, visit: VisitWord<T>) => void {
  learn(words.keys());
  return (text, visit) => {
    const scan = text.once(SCAN);
    for (let at = 0; at < scan.words.length || scan.goOn(); at += 1) {
      const word = scan.words[at]!;
      const value = words.get(word);
      if (value === undefined) continue;
      const start = scan.starts[at]!;
      if (visit(value, start, start + word.length) === false) return;
    }
  };
}

function isWordCharacter(code: number): boolean {
  return code < 128 && WORD[code] === 1;
}

/** Of four characters and the size: a word is told by them as well as by all of its characters. */
function slot(codes: Uint16Array, start: number, end: number): number {
  const size = end - start;
  const ends = codes[start]! | (codes[end - 1]! << 8);
  const middle = codes[start + (size >> 1)]! | (codes[start + (size >> 2)]! << 8);
  const hash = Math.imul(ends | (middle << 16), 0x9e3779b1) + Math.imul(size, 0x85ebca6b);
  return (hash >>> 18) & (FILTER_SIZE - 1);
}
