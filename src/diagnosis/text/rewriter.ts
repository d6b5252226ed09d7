import { derived, type MappedText } from './mapped-text.ts';

/** Shorter pieces are copied by hand, which is faster than a call. */
const SHORT = 32;
const FIRST_PIECES = 64;

/**
 * Makes a new text out of another by replacing places in it, and keeps the mapping. Half a million replacements in a
 * mebibyte are usual where a log is one JSON string: everything is written into one buffer, no string is made on the way.
 *
 * Places are given in the order of the text and do not overlap.
 */
export class Rewriter {
  readonly #source: MappedText;
  readonly #text: string;
  #codes: Uint16Array = NONE;
  #out: Uint16Array = NONE;
  #written = 0;
  /** Everything of the source before this offset is written or left out. */
  #copied = 0;
  /** Where the piece that is still growing begins, in the source and in the new text. */
  #open = 0;
  #openAt = 0;
  #count = 0;
  #at: Int32Array = NO_PIECES;
  #from: Int32Array = NO_PIECES;
  #length: Int32Array = NO_PIECES;

  constructor(source: MappedText) {
    this.#source = source;
    this.#text = source.text;
  }

  /** Puts one character in the place of one: the mapping stays exact. */
  exchange(at: number, code: number): void {
    this.#copy(at, 1);
    this.#out[this.#written++] = code;
    this.#copied = at + 1;
  }

  /** Puts a character in the place of several. */
  put(start: number, end: number, code: number): void {
    if (end === start + 1) {
      this.exchange(start, code);
      return;
    }
    this.#copy(start, 1);
    this.#close();
    this.#piece(start, start - end - 1);
    this.#out[this.#written++] = code;
    this.#reopen(end);
  }

  /** Puts a text in the place of another. */
  replace(start: number, end: number, by: string): void {
    if (by.length === 1) {
      this.put(start, end, by.charCodeAt(0));
      return;
    }
    this.#copy(start, by.length);
    this.#close();
    if (by !== '') this.#piece(start, start - end - 1);
    for (let index = 0; index < by.length; index += 1) this.#out[this.#written++] = by.charCodeAt(index);
    this.#reopen(end);
  }

  /** Leaves a place out. */
  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** The new text, or the source itself where nothing was replaced. */
  finish(): MappedText {
    if (this.#out === NONE) return this.#source;
    this.#copy(this.#text.length, 0);
    this.#close();
    return derived(textOf(this.#out, this.#written), this.#source, {
      count: this.#count,
      at: this.#at,
      from: this.#from,
      length: this.#length,
    });
  }

  /** Writes the source up to `to` as it is, and makes room for `more` characters behind it. */
  #copy(to: number, more: number): void {
    if (this.#out === NONE) {
      this.#codes = codesOf(this.#text);
      this.#out = new Uint16Array(this.#text.length + 64);
    }
    const from = this.#copied;
    const size = to - from;
    const needed = this.#written + size + more;
    if (needed > this.#out.length) {
      const larger = new Uint16Array(needed * 2);
      larger.set(this.#out.subarray(0, this.#written));
      this.#out = larger;
    }
    if (size < SHORT) {
      const out = this.#out;
      const codes = this.#codes;
      let written = this.#written;
      for (let index = from; index < to; index += 1) out[written++] = codes[index]!;
    } else {
      this.#out.set(this.#codes.subarray(from, to), this.#written);
    }
    this.#written += size;
    this.#copied = to;
  }

  #close(): void {
    const size = this.#written - this.#openAt;
    if (size === 0) return;
    const written = this.#written;
    this.#written = this.#openAt;
    this.#piece(this.#open, size);
    this.#written = written;
  }

  #reopen(at: number): void {
    this.#copied = at;
    this.#open = at;
    this.#openAt = this.#written;
  }

  #piece(from: number, length: number): void {
    const index = this.#count++;
    if (index === this.#at.length) {
      const size = Math.max(FIRST_PIECES, index * 2);
      this.#at = grown(this.#at, size);
      this.#from = grown(this.#from, size);
      this.#length = grown(this.#length, size);
    }
    this.#at[index] = this.#written;
    this.#from[index] = from;
    this.#length[index] = length;
  }
}

const NONE = new Uint16Array(0);
const NO_PIECES = new Int32Array(0);

function grown(list: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(list);
  return larger;
}

/** The UTF-16 units of a text. */
function codesOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

/** One byte a character where that is enough: everything that is done with the text later is faster then. */
function textOf(codes: Uint16Array, size: number): string {
  const bytes = Buffer.allocUnsafe(size);
  let all = 0;
  for (let index = 0; index < size; index += 1) {
    const code = codes[index]!;
    all |= code;
    bytes[index] = code;
  }
  if (all < 256) return bytes.toString('latin1');
  return Buffer.from(codes.buffer, codes.byteOffset, size * 2).toString('utf16le');
}

/**
 * Replaces every match of a global pattern and keeps the mapping.
 *
 * @param pattern - global; must run in linear time
 * @param replace - the new text, or `undefined` to leave the match as it is
 * @returns the source itself where nothing changed
 */
export function rewrite(
  source: MappedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): MappedText {
  const { text } = source;
  const rewriter = new Rewriter(source);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [found] = match;
    if (found === '') {
      pattern.lastIndex += 1;
      continue;
    }
    const by = replace(match);
    if (by !== undefined && by !== found) rewriter.replace(match.index, match.index + found.length, by);
  }
  return rewriter.finish();
}
