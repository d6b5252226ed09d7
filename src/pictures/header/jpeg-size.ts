import { viewOf } from './byte-reader.ts';
import type { PictureSize } from './picture-size.ts';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Start of frame: C0 to CF without the tables of Huffman and arithmetic coding and the extension (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Markers without a length behind them: TEM and the restarts. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** JPEG: the largest frame that stands before the first scan. */
export function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const view = viewOf(bytes);
  let size: PictureSize | undefined;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    // Fill bytes may stand before a marker.
    if (marker === 0xff || standsAlone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) break;
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    if (isFrame(marker) && at + 9 <= bytes.length) {
      const frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (size === undefined || frame.width * frame.height > size.width * size.height) size = frame;
    }
    at += 2 + length;
  }
  return size;
}
