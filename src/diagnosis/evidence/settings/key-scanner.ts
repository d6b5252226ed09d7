import type { MappedText } from '../../text/mapped-text.ts';

/** Called for each known key, in text order. Return `false` to end the scan. */
export type VisitKey<T> = (value: T, start: number, end: number) => boolean | undefined;

const FILTER_SIZE = 1 << 14;
const LETTER = 1;
const JOINT = 2;
const CLASS = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') CLASS[character.charCodeAt(0)] = LETTER;
for (const character of '_-') CLASS[character.charCodeAt(0)] = JOINT;

/**
 * Finds known keys whatever their style: `client_id`, `client-id`, `clientId` and `CLIENT_ID` are one key, as separators
 * inside a word and its case do not count. `__` ends a word, as in `AzureAd__ClientId`. One pass, one hash step a character.
 *
 * @param keys - lower case, without separators
 */
export function keyScanner<T>(
  keys: ReadonlyMap<string, T>,
): (text: Pick<MappedText, 'lower' | 'codes'>, visit: VisitKey<T>) => void {
  const filter = new Uint8Array(FILTER_SIZE);
  for (const key of keys.keys()) {
    let hash = 0;
    for (let index = 0; index < key.length; index += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
    filter[slot(hash)] = 1;
  }
  return ({ lower, codes }, visit) => {
    const { length } = codes;
    let start = -1;
    let hash = 0;
    let joint = -1;
    let joined = false;
    for (let index = 0; index <= length; index += 1) {
      const code = index < length ? codes[index]! : 0;
      const kind = code < 128 ? CLASS[code] : 0;
      if (kind === LETTER) {
        if (start === -1) {
          start = index;
          hash = 0;
          joined = false;
        }
        if (joint !== -1) joined = true;
        hash = (Math.imul(hash, 31) + code) | 0;
        joint = -1;
        continue;
      }
      if (start === -1) continue;
      if (kind === JOINT && joint === -1) {
        joint = index;
        continue;
      }
      const end = joint === -1 ? index : joint;
      if (filter[slot(hash)] === 1 && end - start <= 64) {
        const key = lower.slice(start, end);
        const value = keys.get(joined ? key.replaceAll(/[_-]/g, '') : key);
        if (value !== undefined && visit(value, start, end) === false) return;
      }
      start = -1;
      joint = -1;
    }
  };
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 15)) & (FILTER_SIZE - 1);
}
