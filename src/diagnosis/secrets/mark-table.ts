/** Six bits of a character are left when the case of letters is taken away; three characters make a key. */
const BITS = 6;
const KEY_MASK = (1 << (3 * BITS)) - 1;
const TABLE_BITS = 15;

/** In ASCII the bit by which letters differ in case; with it set, four other pairs of characters fall together as well. */
const CASE = 0x20;

/**
 * Tells in one pass over a short text which of several kinds of marks may stand in it. It copies nothing and does not
 * change the case, which for a short text costs more than the look itself.
 */
export class MarkTable {
  /** By three characters: a bit for each kind that has a mark with them. */
  readonly #runs = new Uint8Array(1 << TABLE_BITS);
  /** By one character of ASCII. */
  readonly #alone = new Uint8Array(128);
  readonly #all: number;

  /** @param kinds - marks in lower case, of one character or of three or more; a bit each, in this order */
  constructor(kinds: readonly (readonly string[])[]) {
    this.#all = (1 << kinds.length) - 1;
    for (const [index, marks] of kinds.entries()) {
      for (const mark of marks) {
        if (mark.length === 1) this.#alone[mark.charCodeAt(0)]! |= 1 << index;
        else this.#runs[slotOf(mark)]! |= 1 << index;
      }
    }
  }

  /** The bits of all kinds of which a mark may stand in the text, whatever its case; a missing one surely does not. */
  kindsIn(text: string): number {
    const runs = this.#runs;
    const alone = this.#alone;
    let found = 0;
    let key = KEY_MASK;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      // Beyond ASCII a letter may become another one in lower case.
      if (code > 0x7f) return this.#all;
      key = withNext(key, code);
      found |= runs[slot(key)]! | alone[code]!;
    }
    return found;
  }
}

/** From the most common in what is looked at to rarer ones; all others are rarer still. */
const COMMON = 'etnoiasrcldpuhmgf.-';

/** The slot of the three characters of a mark that are the rarest together. */
function slotOf(mark: string): number {
  let rarest = 0;
  let rarity = -1;
  for (let start = 0; start + 3 <= mark.length; start += 1) {
    const each = rarityOf(mark, start) + rarityOf(mark, start + 1) + rarityOf(mark, start + 2);
    if (each <= rarity) continue;
    rarity = each;
    rarest = start;
  }
  let key = 0;
  for (let index = rarest; index < rarest + 3; index += 1) key = withNext(key, mark.charCodeAt(index));
  return slot(key);
}

function rarityOf(mark: string, index: number): number {
  const rank = COMMON.indexOf(mark.charAt(index));
  return rank === -1 ? COMMON.length : rank;
}

function withNext(key: number, code: number): number {
  return ((key << BITS) | (code & (CASE - 1)) | ((code & 0x40) >>> 1)) & KEY_MASK;
}

function slot(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - TABLE_BITS);
}
