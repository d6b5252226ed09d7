import type { Span } from './span.ts';

/**
 * Text made from other text, that remembers where each piece came from.
 */
export interface MappedText {
  readonly text: string;
  /** Lower case, same length as `text` (characters whose lower case is longer are left as they are). */
  readonly lower: string;
  /** Where `text.slice(start, end)` stands in the original paste. */
  spanOf(start: number, end: number): Span;
  /** The offset in `text` that an offset in the paste came to (the next one kept, where it was dropped). */
  offsetOf(original: number): number;
}

/** The paste itself: every offset is its own. */
export function original(paste: string): MappedText {
  return new OriginalText(paste);
}

class OriginalText implements MappedText {
  readonly text: string;
  #lower: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lower(): string {
    this.#lower ??= lowerOfSameLength(this.text);
    return this.#lower;
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
interface Pieces {
  readonly at: number[];
  readonly from: number[];
  /** Length in the source; negative (minus one more) for replacements. */
  readonly length: number[];
}

class DerivedText implements MappedText {
  readonly text: string;
  readonly #source: MappedText;
  readonly #pieces: Pieces;
  #lower: string | undefined;

  constructor(text: string, source: MappedText, pieces: Pieces) {
    this.text = text;
    this.#source = source;
    this.#pieces = pieces;
  }

  get lower(): string {
    this.#lower ??= lowerOfSameLength(this.text);
    return this.#lower;
  }

  spanOf(start: number, end: number): Span {
    if (this.#pieces.at.length === 0) return this.#source.spanOf(0, 0);
    const from = this.#sourceOffset(start, false);
    const to = end > start ? this.#sourceOffset(end - 1, true) : from;
    return this.#source.spanOf(from, Math.max(from, to));
  }

  offsetOf(originalOffset: number): number {
    const { at, from, length } = this.#pieces;
    if (at.length === 0) return 0;
    const inSource = this.#source.offsetOf(originalOffset);
    const index = lastAtOrBefore(from, inSource);
    if (index < 0) return 0;
    const size = length[index]!;
    if (size < 0) return at[index]!;
    return at[index]! + Math.min(inSource - from[index]!, size);
  }

  #sourceOffset(offset: number, asEnd: boolean): number {
    const { at, from, length } = this.#pieces;
    const index = Math.max(0, lastAtOrBefore(at, offset));
    const size = length[index]!;
    if (size < 0) return asEnd ? from[index]! + (-size - 1) : from[index]!;
    return from[index]! + Math.min(offset - at[index]!, size) + (asEnd ? 1 : 0);
  }
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
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

/**
 * Replaces every match of a global pattern and keeps the mapping.
 *
 * @param pattern - global or sticky-free; must run in linear time
 * @param replace - the new text, or `undefined` to leave the match as it is
 * @returns the source itself where nothing changed
 */
export function rewrite(
  source: MappedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): MappedText {
  const text = source.text;
  const out: string[] = [];
  const pieces: Pieces = { at: [], from: [], length: [] };
  let written = 0;
  let copied = 0;
  const put = (chunk: string, from: number, length: number) => {
    if (chunk === '') return;
    pieces.at.push(written);
    pieces.from.push(from);
    pieces.length.push(length);
    out.push(chunk);
    written += chunk.length;
  };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') {
      pattern.lastIndex += 1;
      continue;
    }
    const replacement = replace(match);
    if (replacement === undefined || replacement === match[0]) continue;
    put(text.slice(copied, match.index), copied, match.index - copied);
    put(replacement, match.index, -match[0].length - 1);
    copied = match.index + match[0].length;
  }
  if (copied === 0) return source;
  put(text.slice(copied), copied, text.length - copied);
  return new DerivedText(out.join(''), source, pieces);
}

/** `İ` and its like grow when lowered, which would shift every offset behind them. */
function lowerOfSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (const character of text) {
    const small = character.toLowerCase();
    out += small.length === character.length ? small : character;
  }
  return out;
}
