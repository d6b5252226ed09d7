import { type Literal, literal, SHORTEST_LITERAL } from './literal-filter.ts';
import type { MappedText } from './mapped-text.ts';

/**
 * Finds all declared phrases in one pass over a text, however many there are: a filter over the last few characters
 * (Rabin and Karp, 1987) tells where one may stand, and the phrase is compared there. Each is looked for by that window
 * of it which the fewest others have: most begin with words that every second paste has, such as «invalid».
 *
 * Phrases are lower case ASCII; a run of white space in the text counts as one space, since terminals and mail wrap lines
 * inside sentences.
 */
export interface PhraseIndex {
  readonly phrases: readonly string[];
  has(phrase: string): boolean;
  /** The first place of each phrase that stands in the text, as offsets in `text`. */
  find(source: MappedText): Map<string, Place>;
}

type Place = readonly [start: number, end: number];

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
/** All phrases are told from each other by here: names of one family, such as MSAL’s internal codes, differ at their ends. */
const CHOSEN_FROM = 48;
/** The filter has 2^16 bits: 8 KiB, which stay in a processor's first cache. */
const FILTER_BITS = 16;
/** So few are asked for one by one first: a text that may hold none of them needs no pass. */
const FEW = 64;

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
  const windows = new WindowTable(long);
  const marks = long.length > FEW ? null : long.map(wordsOf);
  // Hardly any phrase is so short; each of them is looked for by itself.
  const short = list.filter(({ length }) => length < WINDOW).map(shortPhrase);

  return {
    phrases: list,
    has: (phrase) => known.has(phrase),
    find(source) {
      const needed = marks === null || marks.some((words) => words.every((word) => source.mayHold(word)));
      const found = needed ? windows.find(source.codes) : new Map<string, Place>();
      for (const { phrase, mark, pattern } of short) {
        if (!source.mayHold(mark)) continue;
        const match = pattern.exec(source.lower);
        if (match !== null) found.set(phrase, [match.index, match.index + match[0].length]);
      }
      return found;
    },
  };
}

interface ShortPhrase {
  readonly phrase: string;
  readonly mark: Literal;
  readonly pattern: RegExp;
}

function shortPhrase(phrase: string): ShortPhrase {
  const source = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\t\\r\\n]+');
  return { phrase, mark: literal(longestWord(phrase)), pattern: new RegExp(source) };
}

function wordsOf(phrase: string): readonly Literal[] {
  const words = phrase.split(' ').filter(({ length }) => length >= SHORTEST_LITERAL);
  return words.sort((one, other) => other.length - one.length).map(literal);
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

/** Adds a character to the key of a window, and drops the oldest. */
function shifted(key: number, code: number): number {
  return (key << 4) | (code & 15);
}

/** The windows by which phrases are looked for. */
class WindowTable {
  readonly #phrases: readonly string[];
  readonly #filter = new Int32Array(1 << (FILTER_BITS - 5));
  /** By the keys of windows, in open addressing: the phrase, plus one. */
  readonly #which: Int32Array;
  readonly #keys: Int32Array;
  /** Where the window of each phrase ends in it. */
  readonly #last: Int32Array;

  constructor(phrases: readonly string[]) {
    const size = 1 << (34 - Math.clz32(phrases.length));
    const shares = new Uint16Array(1 << FILTER_BITS);
    for (const phrase of phrases) countWindows(phrase, shares);
    this.#phrases = phrases;
    this.#which = new Int32Array(size);
    this.#keys = new Int32Array(size);
    this.#last = new Int32Array(phrases.length);
    for (let which = 0; which < phrases.length; which += 1) this.#add(which, shares);
  }

  /** The first place of each phrase, in the order of the text. */
  find(codes: Uint16Array): Map<string, Place> {
    const found = new Map<string, Place>();
    const filter = this.#filter;
    const { length } = codes;
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
        key = shifted(key, code);
      }
      const at = slot(key);
      if (((filter[at >>> 5]! >>> (at & 31)) & 1) === 1) this.#compare(codes, index, key, found);
    }
    return found.size < 2 ? found : new Map([...found].sort(byPlace));
  }

  /** Records every phrase whose window ends at `at` and that was not found before. */
  #compare(codes: Uint16Array, at: number, key: number, found: Map<string, Place>): void {
    const mask = this.#which.length - 1;
    for (let entry = slot(key) & mask; this.#which[entry] !== 0; entry = (entry + 1) & mask) {
      if (this.#keys[entry] !== key) continue;
      const which = this.#which[entry]! - 1;
      const phrase = this.#phrases[which]!;
      if (found.has(phrase)) continue;
      const last = this.#last[which]!;
      const start = startOf(phrase, last, codes, at);
      if (start === -1) continue;
      const end = endOf(phrase, last, codes, at);
      if (end !== -1) found.set(phrase, [start, end]);
    }
  }

  #add(which: number, shares: Uint16Array): void {
    const { key, last } = rarestWindow(this.#phrases[which]!, shares);
    const at = slot(key);
    this.#last[which] = last;
    this.#filter[at >>> 5]! |= 1 << (at & 31);
    const mask = this.#which.length - 1;
    let entry = at & mask;
    while (this.#which[entry] !== 0) entry = (entry + 1) & mask;
    this.#which[entry] = which + 1;
    this.#keys[entry] = key;
  }
}

function countWindows(phrase: string, shares: Uint16Array): void {
  let key = 0;
  for (let index = 0; index < phrase.length; index += 1) {
    key = shifted(key, phrase.charCodeAt(index));
    if (index >= WINDOW - 1) shares[slot(key)]! += 1;
  }
}

/** The window of a phrase that the fewest have. */
function rarestWindow(phrase: string, shares: Uint16Array): { key: number; last: number } {
  const rarest = { key: 0, last: 0 };
  let fewest = Number.POSITIVE_INFINITY;
  let key = 0;
  for (let index = 0; index < phrase.length && index < CHOSEN_FROM; index += 1) {
    key = shifted(key, phrase.charCodeAt(index));
    if (index < WINDOW - 1 || shares[slot(key)]! >= fewest) continue;
    fewest = shares[slot(key)]!;
    rarest.key = key;
    rarest.last = index;
  }
  return rarest;
}

function byPlace([, one]: readonly [string, Place], [, other]: readonly [string, Place]): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** Where a phrase begins whose character `last` stands at `from`, or -1 where the text before it reads otherwise. */
function startOf(phrase: string, last: number, codes: Uint16Array, from: number): number {
  let at = from;
  for (let index = last; ; index -= 1) {
    const wanted = phrase.charCodeAt(index);
    if (wanted !== SPACE) {
      if (codes[at] !== wanted) return -1;
    } else {
      if (!isSpace(codes[at]!)) return -1;
      while (at > 0 && isSpace(codes[at - 1]!)) at -= 1;
    }
    if (index === 0) return at;
    if (at === 0) return -1;
    at -= 1;
  }
}

/** Where a phrase ends whose character `last` stands at `from`, or -1 where the text behind it reads otherwise. */
function endOf(phrase: string, last: number, codes: Uint16Array, from: number): number {
  let at = from;
  for (let index = last; ; index += 1) {
    const wanted = phrase.charCodeAt(index);
    if (wanted !== SPACE) {
      if (codes[at] !== wanted) return -1;
    } else {
      if (!isSpace(codes[at]!)) return -1;
      while (at + 1 < codes.length && isSpace(codes[at + 1]!)) at += 1;
    }
    at += 1;
    if (index === phrase.length - 1) return at;
    if (at === codes.length) return -1;
  }
}
