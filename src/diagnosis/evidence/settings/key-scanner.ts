import type { MappedText } from '../../text/mapped-text.ts';

/** Called for each known key, in text order. Return `false` to end the scan. */
export type VisitKey<T> = (value: T, start: number, end: number) => boolean | undefined;

const SLOTS = 1 << 14;
const LONGEST = 64;
const LETTER = 1;
const JOINT = 2;
/** For every UTF-16 unit, so that no look needs a comparison before it. */
const KIND = new Uint8Array(1 << 16);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') KIND[character.charCodeAt(0)] = LETTER;
for (const character of '_-') KIND[character.charCodeAt(0)] = JOINT;

interface Entry<T> {
  readonly codes: Uint16Array;
  readonly value: T;
  /** Another key with the same slot, or 0. */
  readonly next: number;
}

/** Keys by the hash of their letters. */
class KeyTable<T> {
  /** By slot the place of a key in `entries` plus one, 0 for none. */
  readonly #first = new Uint16Array(SLOTS);
  readonly #entries: Entry<T>[] = [];
  /** By the last two letters of a key, so that hardly any word is looked at for its end. */
  readonly #lastTwo = new Uint8Array(1 << 14);

  constructor(keys: ReadonlyMap<string, T>) {
    for (const [key, value] of keys) {
      let hash = 0;
      for (let index = 0; index < key.length; index += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
      const at = slot(hash);
      const codes = Uint16Array.from(key, (character) => character.charCodeAt(0));
      this.#first[at] = this.#entries.push({ codes, value, next: this.#first[at]! });
      this.#lastTwo[lastTwo(codes, codes.length)] = 1;
    }
  }

  mayEnd(codes: Uint16Array, end: number): boolean {
    return this.#lastTwo[lastTwo(codes, end)] === 1;
  }

  /** The key that the letters of this place are, their joints not counted. */
  written(hash: number, codes: Uint16Array, start: number, end: number): Entry<T> | undefined {
    for (let place = this.#first[slot(hash)]!; place !== 0; ) {
      const entry = this.#entries[place - 1]!;
      if (isWritten(entry.codes, codes, start, end)) return entry;
      place = entry.next;
    }
    return undefined;
  }
}

/** Letters are ASCII; a joint in the place of one is in no key. */
function lastTwo(codes: Uint16Array, end: number): number {
  return ((codes[end - 2]! & 0x7f) << 7) | (codes[end - 1]! & 0x7f);
}

/** No key has more joints than two: `client_application_id`. */
const MOST_JOINTS = 3;

/** The longest key that the word ends with, behind one of its last joints. */
function endOf<T>(ends: KeyTable<T>, codes: Uint16Array, start: number, end: number): Entry<T> | undefined {
  if (!ends.mayEnd(codes, end)) return undefined;
  let found: Entry<T> | undefined;
  for (let at = end - 1, joints = 0; at > start && joints < MOST_JOINTS; at -= 1) {
    if (KIND[codes[at]!] !== JOINT) continue;
    joints += 1;
    let hash = 0;
    for (let index = at + 1; index < end; index += 1)
      if (KIND[codes[index]!] !== JOINT) hash = (Math.imul(hash, 31) + codes[index]!) | 0;
    found = ends.written(hash, codes, at + 1, end) ?? found;
  }
  return found;
}

/**
 * Finds known keys whatever their style: `client_id`, `client-id`, `clientId` and `CLIENT_ID` are one key, as separators
 * inside a word and its case do not count. `__` ends a word, as in `AzureAd__ClientId`. One pass, one hash step a character;
 * a word is compared only where its hash is known, in place, since a log may hold the same key ten thousand times.
 *
 * @param keys - lower case, without separators
 * @param ends - the same of keys that may have words before them, as `OIDC_CLIENT_ID` has: asked where no key is written
 */
export function keyScanner<T>(
  keys: ReadonlyMap<string, T>,
  ends: ReadonlyMap<string, T> = new Map(),
): (text: Pick<MappedText, 'codes'>, visit: VisitKey<T>) => void {
  const whole = new KeyTable(keys);
  const behind = new KeyTable(ends);
  return ({ codes }, visit) => {
    const { length } = codes;
    let index = 0;
    while (index < length) {
      if (KIND[codes[index]!] !== LETTER) {
        index += 1;
        continue;
      }
      const start = index;
      let end = start;
      let hash = 0;
      // To the end of the word: one joint belongs to it where a letter follows.
      do {
        do {
          hash = (Math.imul(hash, 31) + codes[index]!) | 0;
          index += 1;
        } while (index < length && KIND[codes[index]!] === LETTER);
        end = index;
        if (index === length || KIND[codes[index]!] !== JOINT) break;
        index += 1;
      } while (index < length && KIND[codes[index]!] === LETTER);
      if (end - start > LONGEST) continue;
      const entry = whole.written(hash, codes, start, end) ?? endOf(behind, codes, start, end);
      if (entry !== undefined && visit(entry.value, start, end) === false) return;
    }
  };
}

/** Whether the word is this key, its joints not counted. */
function isWritten(key: Uint16Array, codes: Uint16Array, start: number, end: number): boolean {
  let at = 0;
  for (let index = start; index < end; index += 1) {
    const code = codes[index]!;
    if (KIND[code] === JOINT) continue;
    if (code !== key[at]) return false;
    at += 1;
  }
  return at === key.length;
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
