import { derived, type MappedText } from './mapped-text.ts';

/** Shorter pieces are copied by hand, which is faster than a call. */
const SHORT = 32;
/** 64 bytes each, which V8 keeps within the object. */
const FIRST_PIECES = 16;
/** A text in Latin-1 is told by this without being read: V8 knows how wide its characters are. */
const WIDE = /[^\x00-\xff]/;
const LATIN_1 = 0xff;

/**
 * Makes a new text out of another by replacing places in it, and keeps the mapping. Half a million replacements in a
 * mebibyte are usual where a log is one JSON string: everything is written into one buffer, no string is made on the way.
 * It has one byte a character as long as that is enough, and so has the new text: all that is done with it is faster then.
 *
 * Places are given in the order of the text and do not overlap.
 */
export class Rewriter {
  readonly #source: MappedText;
  readonly #text: string;
  #codes: Codes = NONE;
  #out: Codes = NONE;
  /** The last character that has room in them. */
  #widest = LATIN_1;
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
    this.#write(code);
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
    this.#write(code);
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
    for (let index = 0; index < by.length; index += 1) this.#write(by.charCodeAt(index));
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
    if (this.#out === NONE) this.#begin();
    const from = this.#copied;
    const size = to - from;
    const needed = this.#written + size + more;
    if (needed > this.#out.length) this.#grow(needed * 2);
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

  #begin(): void {
    const text = this.#text;
    if (WIDE.test(text)) this.#widest = 0xffff;
    this.#codes = this.#widest === LATIN_1 ? bytesOf(text) : unitsOf(text);
    this.#grow(text.length + 64);
  }

  #grow(size: number): void {
    const larger = this.#widest === LATIN_1 ? bytes(size) : new Uint16Array(size);
    larger.set(this.#out.subarray(0, this.#written));
    this.#out = larger;
  }

  #write(code: number): void {
    if (code > this.#widest) {
      this.#widest = 0xffff;
      this.#codes = unitsOf(this.#text);
      this.#grow(this.#out.length);
    }
    this.#out[this.#written++] = code;
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
      const size = Math.max(FIRST_PIECES, index * 4);
      this.#at = grown(this.#at, size);
      this.#from = grown(this.#from, size);
      this.#length = grown(this.#length, size);
    }
    this.#at[index] = this.#written;
    this.#from[index] = from;
    this.#length[index] = length;
  }
}

type Codes = Uint8Array | Uint16Array;

const NONE: Codes = new Uint8Array(0);
const NO_PIECES = new Int32Array(0);

function grown(list: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(list);
  return larger;
}

/** The UTF-16 units of a text. */
function unitsOf(text: string): Uint16Array {
  const units = Buffer.from(text, 'utf16le');
  return new Uint16Array(units.buffer, units.byteOffset, text.length);
}

/** The characters of a text in Latin-1. */
function bytesOf(text: string): Uint8Array {
  const written = bytes(text.length);
  Buffer.from(written.buffer, written.byteOffset, written.length).write(text, 'latin1');
  return written;
}

function bytes(size: number): Uint8Array {
  const { buffer, byteOffset } = Buffer.allocUnsafe(size);
  return new Uint8Array(buffer, byteOffset, size);
}

function textOf(codes: Codes, size: number): string {
  if (codes instanceof Uint8Array) return Buffer.from(codes.buffer, codes.byteOffset, size).toString('latin1');
  return narrowed(codes, size) ?? Buffer.from(codes.buffer, codes.byteOffset, size * 2).toString('utf16le');
}

/** One byte a character, where what needed more was replaced. */
function narrowed(codes: Uint16Array, size: number): string | undefined {
  const narrow = bytes(size);
  let all = 0;
  for (let index = 0; index < size; index += 1) {
    const code = codes[index]!;
    all |= code;
    narrow[index] = code;
  }
  return all <= LATIN_1 ? textOf(narrow, size) : undefined;
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
