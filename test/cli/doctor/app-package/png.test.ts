import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../scripts/icons/png.ts';
import { pngHeader, pngPixels } from '../../../../src/cli/doctor/app-package/png.ts';

/** Two by two: red, half of green; blue, nothing. */
const RGBA = Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 0, 0, 0, 0]);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(colorType: number, rows: readonly number[], more: readonly Buffer[] = [], bitDepth = 8, lace = 0): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, bitDepth, colorType, 0, 0, lace]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(Uint8Array.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('the pixels of a PNG', () => {
  it('come back as they were written', () => {
    const bytes = encodePng(2, RGBA);
    expect(pngHeader(bytes)).toEqual({ width: 2, height: 2, bitDepth: 8, colorType: 6, interlaced: false });
    expect(pngPixels(bytes)).toEqual(RGBA);
  });

  it.each<[string, readonly number[]]>([
    ['left', [1, 10, 20, 30, 40, 5, 5, 5, 5, 1, 1, 1, 1, 1, 2, 2, 2, 2]],
    ['above', [2, 10, 20, 30, 40, 15, 25, 35, 45, 2, 247, 237, 227, 217, 244, 234, 224, 214]],
    ['the mean of both', [3, 10, 20, 30, 40, 10, 15, 20, 25, 3, 252, 247, 242, 237, 251, 246, 241, 236]],
    ['Paeth', [4, 10, 20, 30, 40, 5, 5, 5, 5, 4, 247, 237, 227, 217, 249, 2, 2, 2]],
  ])('are read through the filter by %s', (_what, rows) => {
    const expected = [10, 20, 30, 40, 15, 25, 35, 45, 1, 1, 1, 1, 3, 3, 3, 3];
    expect([...(pngPixels(png(6, rows)) ?? [])]).toEqual(expected);
  });

  it.each<[string, Buffer, readonly number[]]>([
    ['grey', png(4, [0, 9, 255, 8, 0, 0, 7, 1, 6, 2]), [9, 9, 9, 255, 8, 8, 8, 0, 7, 7, 7, 1, 6, 6, 6, 2]],
    [
      'colours',
      png(2, [0, 1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12]),
      [1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 255],
    ],
    [
      'a palette',
      png(
        3,
        [0, 0, 1, 0, 1, 0],
        [chunk('PLTE', Buffer.from([255, 255, 255, 1, 2, 3])), chunk('tRNS', Buffer.from([0]))],
      ),
      [255, 255, 255, 0, 1, 2, 3, 255, 1, 2, 3, 255, 255, 255, 255, 0],
    ],
  ])('are read of %s', (_what, bytes, expected) => {
    expect([...(pngPixels(bytes) ?? [])]).toEqual(expected);
  });

  it.each<[string, Uint8Array]>([
    ['text', Buffer.from('no picture')],
    ['nothing', new Uint8Array()],
    ['a picture that is cut off', encodePng(2, RGBA).subarray(0, 40)],
    ['too few rows', png(6, [0, 1, 2, 3])],
    [
      'more than its header says',
      png(
        6,
        Array.from({ length: 5000 }, () => 0),
      ),
    ],
    ['an unknown filter', png(6, [9, ...Array.from({ length: 17 }, () => 0)])],
    [
      'sixteen bits a channel',
      png(
        6,
        Array.from({ length: 18 }, () => 0),
        [],
        16,
      ),
    ],
    [
      'interlaced rows',
      png(
        6,
        Array.from({ length: 18 }, () => 0),
        [],
        8,
        1,
      ),
    ],
    ['a palette that is not there', png(3, [0, 0, 1, 0, 1, 0])],
  ])('are not read of %s', (_what, bytes) => {
    expect(pngPixels(bytes)).toBeNull();
  });
});
