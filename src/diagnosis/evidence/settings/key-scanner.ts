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

/**
 * Finds known keys whatever their style: `client_id`, `client-id`, `clientId` and `CLIENT_ID` are one key, as separators
 * inside a word and its case do not count. `__` ends a word, as in `AzureAd__ClientId`. One pass, one hash step a character;
 * a word is compared only where its hash is known, in place, since a log may hold the same key ten thousand times.
 *
 * @param keys - lower case, without separators
 */
export function keyScanner<T>(
  keys: ReadonlyMap<string, T>,
): (text: Pick<MappedText, 'codes'>, visit: VisitKey<T>) => void {
  /** By slot the place of a key in `entries` plus one, 0 for none. */
  const first = new Uint16Array(SLOTS);
  const entries: Entry<T>[] = [];
  for (const [key, value] of keys) {
    let hash = 0;
    for (let index = 0; index < key.length; index += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
    const at = slot(hash);
    const codes = Uint16Array.from(key, (character) => character.charCodeAt(0));
    first[at] = entries.push({ codes, value, next: first[at]! });
  }
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
      let place = first[slot(hash)]!;
      if (place === 0 || end - start > LONGEST) continue;
      for (; place !== 0; place = entries[place - 1]!.next) {
        const { codes: key, value } = entries[place - 1]!;
        if (!isWritten(key, codes, start, end)) continue;
        if (visit(value, start, end) === false) return;
        break;
      }
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
