/**
 * A literal that readers look for, prepared once. `MappedText.mayHold` answers in a few steps, whatever the length of
 * the text: most readers look for what a paste has not got, and a search each would cost more than all that is found.
 */
export interface Literal {
  /** Lower case, three characters or more. */
  readonly text: string;
  /** The places in the filter of all runs of three characters. */
  readonly slots: Int32Array;
}

/** The filter has 2^16 bits: 8 KiB. The runs of a usual paste fill a thirtieth of it, those of a long log a fifth. */
const FILTER_BITS = 16;
const RUN = 3;

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
  const slots = new Int32Array(text.length - RUN + 1);
  let key = 0;
  for (let index = 0; index < text.length; index += 1) {
    key = ((key << 8) | (text.charCodeAt(index) & 0xff)) & 0xffffff;
    if (index >= RUN - 1) slots[index - RUN + 1] = slot(key);
  }
  return { text, slots };
}

/** Several at once: for a pattern that holds one of them wherever it matches. */
export function literals(...texts: readonly string[]): readonly Literal[] {
  return texts.map(literal);
}

/** Which runs of three characters stand in a text (a Bloom filter of one hash). */
export class LiteralFilter {
  readonly #bits = new Int32Array(1 << (FILTER_BITS - 5));

  /** @param codes - the UTF-16 units of the text in lower case; one pass */
  constructor(codes: Uint16Array) {
    const bits = this.#bits;
    const { length } = codes;
    if (length < RUN) return;
    let key = ((codes[0]! & 0xff) << 8) | (codes[1]! & 0xff);
    for (let index = RUN - 1; index < length; index += 1) {
      key = ((key << 8) | (codes[index]! & 0xff)) & 0xffffff;
      const at = slot(key);
      bits[at >>> 5]! |= 1 << (at & 31);
    }
  }

  /** False only where the literal surely is absent. */
  mayHold({ slots }: Literal): boolean {
    const bits = this.#bits;
    for (let index = 0; index < slots.length; index += 1) {
      const at = slots[index]!;
      if (((bits[at >>> 5]! >>> (at & 31)) & 1) === 0) return false;
    }
    return true;
  }
}

function slot(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - FILTER_BITS);
}
