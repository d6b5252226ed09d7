import { holdsAt, viewOf } from './byte-reader.ts';
import type { PictureSize } from './picture-size.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/**
 * GIF (GIF89a, sections 18 and 20): the larger of the screen and the first picture on it, for a decoder makes room for
 * both. Of several pictures only the first is read.
 */
export function gifSize(bytes: Uint8Array): PictureSize | undefined {
  if (!(holdsAt(bytes, 0, 'GIF87a') || holdsAt(bytes, 0, 'GIF89a')) || bytes.length < 13) return undefined;
  const view = viewOf(bytes);
  const flags = bytes[10]!;
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  while (at < bytes.length) {
    if (bytes[at] === IMAGE && at + 10 <= bytes.length) {
      return {
        width: Math.max(view.getUint16(6, true), view.getUint16(at + 5, true)),
        height: Math.max(view.getUint16(8, true), view.getUint16(at + 7, true)),
      };
    }
    if (bytes[at] !== EXTENSION) return undefined;
    at += 2;
    // Blocks of at most 255 bytes, the last one empty.
    while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
    at += 1;
  }
  return undefined;
}
