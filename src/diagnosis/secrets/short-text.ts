import type { MadeOnce } from '../made-once.ts';
import type { Literal, LiteralList } from '../text/literal-filter.ts';
import { lowerOfSameLength, type MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/** Up to this length a search for a few literals costs less than a filter of all. */
export const SHORT_TEXT = 256;

/** A text of its own that is searched instead of being prepared for many searches. */
export class ShortText implements MappedText {
  readonly text: string;
  readonly lower: string;

  constructor(text: string) {
    this.text = text;
    this.lower = lowerOfSameLength(text);
  }

  get root(): MappedText {
    return this;
  }

  get codes(): Uint16Array {
    const { lower } = this;
    const codes = new Uint16Array(lower.length);
    for (let index = 0; index < lower.length; index += 1) codes[index] = lower.charCodeAt(index);
    return codes;
  }

  mayHold(literal: Literal): boolean {
    return this.lower.includes(literal.text);
  }

  nextHeld({ literals }: LiteralList, from: number): number {
    for (let index = from; index < literals.length; index += 1) if (this.mayHold(literals[index]!)) return index;
    return -1;
  }

  spanOf(start: number, end: number): Span {
    return { start, end };
  }

  offsetOf(original: number): number {
    return original;
  }

  /** Each is asked for once only. */
  once<T>({ make }: MadeOnce<MappedText, T>): T {
    return make(this);
  }
}
