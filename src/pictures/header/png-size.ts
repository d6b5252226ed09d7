import { holdsAt, viewOf } from './byte-reader.ts';
import type { PictureSize } from './picture-size.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const FIRST_CHUNK = SIGNATURE.length;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME = 12;

/**
 * PNG (W3C, third edition, section 11.2.1): the chunk IHDR comes first, and there is one. A file with a second one is
 * refused, since a decoder may believe that one.
 */
export function pngSize(bytes: Uint8Array): PictureSize | undefined {
  if (!holdsAt(bytes, 0, SIGNATURE) || !holdsAt(bytes, FIRST_CHUNK + 4, 'IHDR') || bytes.length < 33) return undefined;
  const view = viewOf(bytes);
  for (const { type } of pngChunks(bytes).slice(1)) if (type === 'IHDR') return undefined;
  return { width: view.getUint32(FIRST_CHUNK + 8), height: view.getUint32(FIRST_CHUNK + 12) };
}

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** The chunks of a PNG, as far as they are whole. */
export function pngChunks(bytes: Uint8Array): PngChunk[] {
  const view = viewOf(bytes);
  const chunks: PngChunk[] = [];
  for (let at = FIRST_CHUNK; at + CHUNK_FRAME <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 8 + length;
    if (end > bytes.length) break;
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    at += CHUNK_FRAME + length;
  }
  return chunks;
}
