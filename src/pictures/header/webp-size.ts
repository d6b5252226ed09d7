import { holdsAt, viewOf } from './byte-reader.ts';
import type { PictureSize } from './picture-size.ts';

/** WebP (RFC 9649): lossy, lossless, or extended, each with the size in a place of its own. */
export function webpSize(bytes: Uint8Array): PictureSize | undefined {
  if (!holdsAt(bytes, 0, 'RIFF') || !holdsAt(bytes, 8, 'WEBP') || bytes.length < 30) return undefined;
  const view = viewOf(bytes);
  if (holdsAt(bytes, 12, 'VP8X')) {
    return { width: (view.getUint32(23, true) >>> 8) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
  }
  if (holdsAt(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (holdsAt(bytes, 12, 'VP8 ')) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return undefined;
}
