import { holdsAt, viewOf } from './byte-reader.ts';
import type { PictureSize } from './picture-size.ts';

const FILE_HEADER = 14;
/** BITMAPCOREHEADER of OS/2 has 16-bit sizes, all later headers 32-bit ones; a negative height means top to bottom. */
const CORE_HEADER = 12;
const LARGEST_HEADER = 256;

/** The size that a BMP names in its header; `undefined` where it is no BMP or cut short. */
export function bmpSize(bytes: Uint8Array): PictureSize | undefined {
  if (!holdsAt(bytes, 0, 'BM') || bytes.length < FILE_HEADER + CORE_HEADER) return undefined;
  const view = viewOf(bytes);
  const header = view.getUint32(FILE_HEADER, true);
  if (header === CORE_HEADER) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  if (header < 16 || header > LARGEST_HEADER) return undefined;
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}
