import { literal } from './literal-filter.ts';
import type { MappedText } from './mapped-text.ts';

/**
 * Finds all declared phrases in one pass over a text, however many there are: a filter over the last few characters
 * (Rabin and Karp, 1987) tells where a phrase may begin, and a trie reads on from there. The automaton of Aho and Corasick
 * needs no filter, but with a thousand phrases its table no longer fits a processor's cache.
 *
 * Phrases are lower case ASCII; a run of white space in the text counts as one space, since terminals and mail wrap lines
 * inside sentences.
 */
export interface PhraseIndex {
  readonly phrases: readonly string[];
  has(phrase: string): boolean;
  /** The first place of each phrase that stands in the text, as offsets in `text`. */
  find(source: MappedText): Map<string, readonly [start: number, end: number]>;
}

export class PhraseError extends Error {
  readonly code = 'WHY401_PHRASE';
  readonly phrase: string;
  constructor(phrase: string, problem: string) {
    super(`The phrase «${phrase}» ${problem}`);
    this.name = 'PhraseError';
    this.phrase = phrase;
  }
}

const SPACE = 0x20;
/** Characters that the filter looks at: four bits of each fill a 32-bit key, from which older ones drop out by themselves. */
const WINDOW = 8;
/** The filter has 2^16 bits: 8 KiB, which stay in a processor's first cache. */
const FILTER_BITS = 16;

/** @throws PhraseError for a phrase that could never match: upper case, double spaces, or outside ASCII */
export function indexPhrases(phrases: Iterable<string>): PhraseIndex {
  const list = [...new Set(phrases)];
  for (const phrase of list) {
    if (phrase.length < 4) throw new PhraseError(phrase, 'is too short to stand for anything');
    if (phrase !== phrase.toLowerCase()) throw new PhraseError(phrase, 'must be in lower case');
    if (/ {2}|^ | $|[^\x20-\x7e]/.test(phrase)) throw new PhraseError(phrase, 'must have single spaces and be ASCII');
  }
  const known: ReadonlySet<string> = new Set(list);
  const long = list.filter(({ length }) => length >= WINDOW);
  const trie = new PhraseTrie(long);
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  for (const phrase of long) {
    let key = 0;
    for (let index = 0; index < WINDOW; index += 1) key = (key << 4) | (phrase.charCodeAt(index) & 15);
    const at = slot(key);
    filter[at >>> 5] = filter[at >>> 5]! | (1 << (at & 31));
  }
  // Hardly any phrase is so short; each of them is looked for by itself.
  const short = list
    .filter(({ length }) => length < WINDOW)
    .map((phrase) => ({
      phrase,
      mark: literal(longestWord(phrase)),
      pattern: new RegExp(phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\t\\r\\n]+')),
    }));

  return {
    phrases: list,
    has: (phrase) => known.has(phrase),
    find(source) {
      const text = source.lower;
      const { codes } = source;
      const { length } = codes;
      const found = new Map<string, readonly [number, number]>();
      let key = 0;
      let spaced = true;
      for (let index = 0; index < length; index += 1) {
        const code = codes[index]!;
        if (code <= SPACE && isSpace(code)) {
          if (spaced) continue;
          spaced = true;
          key <<= 4;
        } else {
          spaced = false;
          key = (key << 4) | (code & 15);
        }
        const at = slot(key);
        if (((filter[at >>> 5]! >>> (at & 31)) & 1) === 1) trie.read(codes, before(codes, index, WINDOW), found);
      }
      for (const { phrase, mark, pattern } of short) {
        if (!source.mayHold(mark)) continue;
        const match = pattern.exec(text);
        if (match !== null) found.set(phrase, [match.index, match.index + match[0].length]);
      }
      return found;
    },
  };
}

/** A run of white space may stand between words, so one word is all that is there for sure. */
function longestWord(phrase: string): string {
  return phrase.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function slot(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - FILTER_BITS);
}

function isSpace(code: number): boolean {
  return code === SPACE || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Where the last `count` characters up to `last` begin, a run of white space counted once. */
function before(codes: Uint16Array, last: number, count: number): number {
  let at = last;
  for (let left = count - 1; left > 0 && at > 0; left -= 1) {
    at -= 1;
    if (isSpace(codes[at]!)) while (at > 0 && isSpace(codes[at - 1]!)) at -= 1;
  }
  return at;
}

/** All phrases by their characters: a node has one first child and one next sibling, so that the tables stay small. */
class PhraseTrie {
  readonly #phrases: readonly string[];
  readonly #roots = new Int32Array(128);
  readonly #code: Uint8Array;
  readonly #child: Int32Array;
  readonly #sibling: Int32Array;
  /** The phrase that ends at a node, plus one. */
  readonly #ends: Int32Array;
  #nodes = 1;

  constructor(phrases: readonly string[]) {
    const capacity = phrases.reduce((sum, { length }) => sum + length, 1);
    this.#phrases = phrases;
    this.#code = new Uint8Array(capacity);
    this.#child = new Int32Array(capacity);
    this.#sibling = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    phrases.forEach((phrase, which) => {
      let node = 0;
      for (let index = 0; index < phrase.length; index += 1) node = this.#grow(node, phrase.charCodeAt(index));
      this.#ends[node] = which + 1;
    });
  }

  /** Records every phrase that begins at `start` and was not found before. */
  read(codes: Uint16Array, start: number, found: Map<string, readonly [number, number]>): void {
    let node = 0;
    for (let at = start; at < codes.length; at += 1) {
      let code = codes[at]!;
      if (code <= SPACE && isSpace(code)) {
        code = SPACE;
        while (at + 1 < codes.length && isSpace(codes[at + 1]!)) at += 1;
      }
      node = this.#next(node, code);
      if (node === 0) return;
      const which = this.#ends[node]!;
      if (which === 0) continue;
      const phrase = this.#phrases[which - 1]!;
      if (!found.has(phrase)) found.set(phrase, [start, at + 1]);
    }
  }

  #next(node: number, code: number): number {
    if (code > 127) return 0;
    let child = node === 0 ? this.#roots[code]! : this.#child[node]!;
    if (node === 0) return child;
    while (child !== 0 && this.#code[child] !== code) child = this.#sibling[child]!;
    return child;
  }

  #grow(node: number, code: number): number {
    const known = this.#next(node, code);
    if (known !== 0) return known;
    const grown = this.#nodes++;
    this.#code[grown] = code;
    if (node === 0) {
      this.#roots[code] = grown;
    } else {
      this.#sibling[grown] = this.#child[node]!;
      this.#child[node] = grown;
    }
    return grown;
  }
}
