import { Kept, type MadeOnce } from '../made-once.ts';
import { type Literal, LiteralFilter, type LiteralList } from './literal-filter.ts';
import type { Span } from './span.ts';

/**
 * Text made from other text, that remembers where each piece came from.
 */
export interface MappedText {
  readonly text: string;
  /** What the person sent: at the beginning of all steps that led to this text; itself where there were none. */
  readonly root: MappedText;
  /** Lower case, same length as `text`. */
  readonly lower: string;
  /**
   * The UTF-16 units of `lower`: a scan of every character takes half the time over an array. Not to be changed.
   */
  readonly codes: Uint16Array;
  /** False only where `lower` surely does not hold the literal; a few steps, whatever the length of the text. */
  mayHold(literal: Literal): boolean;
  /** The place, at or behind `from`, of the next literal of the list that `lower` may hold, or -1. */
  nextHeld(list: LiteralList, from: number): number;
  /** Where `text.slice(start, end)` stands in the original paste. */
  spanOf(start: number, end: number): Span;
  /** The offset in `text` that an offset in the paste came to (the next one kept, where it was dropped). */
  offsetOf(original: number): number;
  /** What several readers need of this text; it lives as long as the text, which is one diagnosis. */
  once<T>(what: MadeOnce<MappedText, T>): T;
}

/** The paste itself: every offset is its own. */
export function original(paste: string): MappedText {
  return new OriginalText(paste);
}

/** A shorter text is searched after all where its filter has the literal, so that the filter may be small. */
const WORTH_A_FILTER = 512;

/** What every form of it needs of its own characters. */
abstract class Characters implements MappedText {
  readonly text: string;
  #lower: string | undefined;
  #filter: LiteralFilter | undefined;
  #codes: Uint16Array | undefined;
  #kept: Kept<MappedText> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lower(): string {
    this.#lower ??= lowerOfSameLength(this.text);
    return this.#lower;
  }

  get codes(): Uint16Array {
    this.#codes ??= unitsOf(this.lower);
    return this.#codes;
  }

  mayHold(literal: Literal): boolean {
    this.#filter ??= new LiteralFilter(this.codes);
    if (!this.#filter.mayHold(literal)) return false;
    return this.text.length >= WORTH_A_FILTER || this.lower.includes(literal.text);
  }

  nextHeld(list: LiteralList, from: number): number {
    this.#filter ??= new LiteralFilter(this.codes);
    for (let index = this.#filter.nextHeld(list, from); index !== -1; ) {
      if (this.text.length >= WORTH_A_FILTER || this.lower.includes(list.literals[index]!.text)) return index;
      index = this.#filter.nextHeld(list, index + 1);
    }
    return -1;
  }

  once<T>(what: MadeOnce<MappedText, T>): T {
    this.#kept ??= new Kept<MappedText>(this);
    return this.#kept.get(what);
  }

  abstract readonly root: MappedText;
  abstract spanOf(start: number, end: number): Span;
  abstract offsetOf(original: number): number;
}

class OriginalText extends Characters {
  get root(): MappedText {
    return this;
  }

  spanOf(start: number, end: number): Span {
    return { start, end };
  }

  offsetOf(original: number): number {
    return original;
  }
}

/**
 * Pieces in the order of the text. A verbatim piece has the same length in both texts; any other piece is a
 * replacement, and an offset inside it can only be mapped to its two ends.
 */
export interface Pieces {
  readonly count: number;
  /** Where each begins in the new text. */
  readonly at: Int32Array;
  /** Where each begins in the source. */
  readonly from: Int32Array;
  /** Length in the source; negative (minus one more) for replacements. */
  readonly length: Int32Array;
}

/** A text made of pieces of another. */
export function derived(text: string, source: MappedText, pieces: Pieces): MappedText {
  return new DerivedText(text, source, pieces);
}

class DerivedText extends Characters {
  readonly root: MappedText;
  readonly #source: MappedText;
  readonly #pieces: Pieces;

  constructor(text: string, source: MappedText, pieces: Pieces) {
    super(text);
    this.root = source.root;
    this.#source = source;
    this.#pieces = pieces;
  }

  spanOf(start: number, end: number): Span {
    if (this.#pieces.count === 0) return this.#source.spanOf(0, 0);
    const from = this.#sourceOffset(start, false);
    const to = end > start ? this.#sourceOffset(end - 1, true) : from;
    return this.#source.spanOf(from, Math.max(from, to));
  }

  offsetOf(originalOffset: number): number {
    const { at, from, length, count } = this.#pieces;
    if (count === 0) return 0;
    const inSource = this.#source.offsetOf(originalOffset);
    const index = lastAtOrBefore(from, count, inSource);
    if (index < 0) return 0;
    const size = length[index]!;
    if (size < 0) return at[index]!;
    return at[index]! + Math.min(inSource - from[index]!, size);
  }

  #sourceOffset(offset: number, asEnd: boolean): number {
    const { at, from, length, count } = this.#pieces;
    const index = Math.max(0, lastAtOrBefore(at, count, offset));
    const size = length[index]!;
    if (size < 0) return asEnd ? from[index]! + (-size - 1) : from[index]!;
    return from[index]! + Math.min(offset - at[index]!, size) + (asEnd ? 1 : 0);
  }
}

function lastAtOrBefore(sorted: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/** In a shorter text, what the call into the runtime costs is more than what it saves. */
const WORTH_A_CALL = 128;

/** Little-endian, as every platform that Node.js runs on. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  if (text.length < WORTH_A_CALL) {
    for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
    return units;
  }
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}

const DOTTED_I = 0x130;

/** `İ` is the one character whose lower case is longer, which would shift every offset behind it: it reads as an `i`. */
export function lowerOfSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  const units = new Uint16Array(text.length);
  const bytes = Buffer.from(units.buffer);
  bytes.write(text, 'utf16le');
  for (let at = 0; at < units.length; at += 1) if (units[at] === DOTTED_I) units[at] = 0x49;
  return bytes.toString('utf16le').toLowerCase();
}
