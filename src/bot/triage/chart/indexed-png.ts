import { deflateSync } from 'node:zlib';
import { pngFile } from './png-file.ts';

/** Red, green, blue, and how much of it stands before the ground: 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * A picture with a palette (PNG, third edition, section 11).
 *
 * @param rows one byte a pixel, the number of its colour; each row begins with its filter
 */
export function indexedPng(width: number, height: number, rows: Buffer, colours: readonly Colour[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by a palette.
  header[8] = 8;
  header[9] = 3;
  return pngFile([
    ['IHDR', header],
    ['PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))],
    ['tRNS', Buffer.from(colours.map(([, , , alpha]) => alpha))],
    ['IDAT', deflateSync(rows, { level: 9 })],
  ]);
}
