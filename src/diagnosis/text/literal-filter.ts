/**
 * A literal that readers look for, prepared once. `MappedText.mayHold` answers in a few steps, whatever the length of
 * the text: most readers look for what a paste has not got, and a search each would cost more than all that is found.
 */
export interface Literal {
  /** Lower case, three characters or more. */
  readonly text: string;
  /** The hash of that run of three characters that is the least frequent in pastes: hardly any text needs another look. */
  readonly rarest: number;
  /** The hashes of all other runs, the rarer the earlier. */
  readonly others: Int32Array;
  /** The literal from its rarest character on, and how much stands before that: see `placeIn`. */
  readonly probe: string;
  readonly before: number;
}

const RUN = 3;
export const SHORTEST_LITERAL = RUN;
/** Bits of a hash, and the most that a filter has: 8 KiB. The runs of a long log fill a fifth of it. */
const HASH_BITS = 16;
/** The least: 64 bytes, which V8 keeps within the object. */
const FEWEST_BITS = 9;

export class LiteralError extends Error {
  readonly code = 'WHY401_LITERAL';
  constructor(text: string) {
    super(`The literal «${text}» must be in lower case and have three characters or more`);
    this.name = 'LiteralError';
  }
}

/** @throws LiteralError for a text that could never be found in lower case, or is too short for the filter */
export function literal(text: string): Literal {
  if (text.length < RUN || text !== text.toLowerCase()) throw new LiteralError(text);
  const runs = Array.from({ length: text.length - RUN + 1 }, (_, at) => text.slice(at, at + RUN));
  const hashes = runs.sort((one, other) => frequency(one) - frequency(other)).map(hashOf);
  const before = rarestCharacter(text);
  return { text, rarest: hashes[0]!, others: Int32Array.from(hashes.slice(1)), probe: text.slice(before), before };
}

/**
 * The first place of the literal in a text in lower case, at `from` or behind it, or -1. V8 stops at every letter that what
 * it searches for begins with: it is given the literal from its rarest letter on.
 */
export function placeIn(lower: string, { text, probe, before }: Literal, from = 0): number {
  let at = lower.indexOf(probe, from + before);
  while (at !== -1 && before > 0 && !lower.startsWith(text, at - before)) at = lower.indexOf(probe, at + 1);
  return at === -1 ? -1 : at - before;
}

/** The first of the rarest characters; never the last one, which alone would stand everywhere. */
function rarestCharacter(text: string): number {
  let rarest = 0;
  for (let index = 1; index < text.length - 1; index += 1) {
    if (frequency(text[index]!) < frequency(text[rarest]!)) rarest = index;
  }
  return rarest;
}

/** Letters from the most frequent one on, as they are in pastes: English, ids and names of code. */
const LETTERS = ' etaoirscndpfulmhbgvywkzqxj';
/** Digits and signs are about as frequent as the letters here. */
const OF_A_SIGN = LETTERS.indexOf('g');

function frequency(run: string): number {
  let sum = 0;
  for (const character of run) {
    const rank = LETTERS.indexOf(character);
    sum -= rank === -1 ? OF_A_SIGN : rank;
  }
  return sum;
}

function hashOf(run: string): number {
  let key = 0;
  for (let index = 0; index < RUN; index += 1) key = (key << 8) | (run.charCodeAt(index) & 0xff);
  return hash(key);
}

/** Several at once: for a pattern that holds one of them wherever it matches. */
export function literals(...texts: readonly string[]): readonly Literal[] {
  return texts.map(literal);
}

/**
 * Literals by the hundred, of which a text holds none or a few: their rarest runs stand in one row of numbers, so that
 * those that are absent are passed over without a look at the literals themselves.
 */
export interface LiteralList {
  readonly literals: readonly Literal[];
  readonly rarest: Int32Array;
}

/** Literals that are asked for together, in this order. */
export function literalList(texts: readonly string[]): LiteralList {
  const list = texts.map(literal);
  return { literals: list, rarest: Int32Array.from(list, ({ rarest }) => rarest) };
}

/** Which runs of three characters stand in a text (a Bloom filter of one hash). */
export class LiteralFilter {
  readonly #bits: Int32Array;
  /** How much of a hash is left out. */
  readonly #shift: number;

  /** @param codes - the UTF-16 units of the text in lower case; one pass */
  constructor(codes: Uint16Array) {
    const { length } = codes;
    const shift = HASH_BITS - bitsFor(length);
    const bits = new Int32Array(1 << (HASH_BITS - shift - 5));
    this.#bits = bits;
    this.#shift = shift;
    if (length < RUN) return;
    let key = ((codes[0]! & 0xff) << 8) | (codes[1]! & 0xff);
    for (let index = RUN - 1; index < length; index += 1) {
      key = ((key << 8) | (codes[index]! & 0xff)) & 0xffffff;
      const at = hash(key) >>> shift;
      bits[at >>> 5]! |= 1 << (at & 31);
    }
  }

  /** False only where the literal surely is absent. */
  mayHold({ rarest, others }: Literal): boolean {
    const bits = this.#bits;
    const shift = this.#shift;
    if (!isSet(bits, rarest >>> shift)) return false;
    for (let index = 0; index < others.length; index += 1) {
      if (!isSet(bits, others[index]! >>> shift)) return false;
    }
    return true;
  }

  /** The place of the next literal of a list that is not surely absent, or -1. */
  nextHeld({ literals, rarest }: LiteralList, from: number): number {
    const bits = this.#bits;
    const shift = this.#shift;
    for (let index = from; index < rarest.length; index += 1) {
      if (isSet(bits, rarest[index]! >>> shift) && this.mayHold(literals[index]!)) return index;
    }
    return -1;
  }
}

function isSet(bits: Int32Array, at: number): boolean {
  return ((bits[at >>> 5]! >>> (at & 31)) & 1) === 1;
}

/** Eight bits a character or more. */
function bitsFor(length: number): number {
  return Math.min(HASH_BITS, Math.max(FEWEST_BITS, 35 - Math.clz32(length)));
}

function hash(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - HASH_BITS);
}
