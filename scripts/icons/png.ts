import { deflateSync } from 'node:zlib';
import { pngFile } from '../../src/bot/triage/chart/png-file.ts';

/**
 * A square picture as PNG, eight bits a channel with alpha (ISO/IEC 15948, colour type 6).
 *
 * @param size edge in pixels
 * @param rgba four bytes a pixel, row by row
 */
export function encodePng(size: number, rgba: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const row = size * 4;
  const rows = Buffer.alloc(size * (row + 1));
  // Each row begins with its filter type; 0 leaves the bytes as they are.
  for (let y = 0; y < size; y += 1) rows.set(rgba.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return pngFile([
    ['IHDR', header],
    ['IDAT', deflateSync(rows, { level: 9 })],
  ]);
}
