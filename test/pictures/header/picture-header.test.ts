import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Jimp } from 'jimp';
import { describe, expect, it } from 'vitest';
import { pictureHeader } from '../../../src/pictures/header/picture-header.ts';
import { headerChunk, pngFile } from '../png-file.ts';

const sample = (name: string): Uint8Array => readFileSync(new URL(`../samples/${name}`, import.meta.url));

describe('the header of a picture', () => {
  it.each([
    ['light.png', 'png'],
    ['light.jpg', 'jpeg'],
    ['light.gif', 'gif'],
    ['light.webp', 'webp'],
  ])('of %s tells format and size', (name, format) => {
    expect(pictureHeader(sample(name))).toEqual({ format, width: 480, height: 84 });
  });

  it('of a BMP tells them, from the bottom up and from the top down', async () => {
    const bmp = await new Jimp({ width: 40, height: 30, color: 0xffffffff }).getBuffer('image/bmp');
    expect(pictureHeader(bmp)).toEqual({ format: 'bmp', width: 40, height: 30 });
    bmp.writeInt32LE(-30, 22);
    expect(pictureHeader(bmp)).toEqual({ format: 'bmp', width: 40, height: 30 });
  });

  it('tells the three forms of WebP', () => {
    const webp = (type: string, fill: (bytes: Buffer) => void): Uint8Array => {
      const bytes = Buffer.alloc(40);
      bytes.write('RIFF', 0, 'latin1');
      bytes.write(`WEBP${type}`, 8, 'latin1');
      fill(bytes);
      return bytes;
    };
    const extended = webp('VP8X', (bytes) => bytes.set([0x7f, 0x02, 0x00, 0xdf, 0x01, 0x00], 24));
    expect(pictureHeader(extended)).toMatchObject({ width: 640, height: 480 });
    const lossless = webp('VP8L', (bytes) => bytes.writeUInt32LE(639 | (479 << 14), 21));
    expect(pictureHeader(lossless)).toMatchObject({ width: 640, height: 480 });
  });

  it('is refused where a PNG has two, of which a decoder may believe the second', () => {
    const twice = pngFile({ width: 10, height: 10, more: [headerChunk(60_000, 60_000)] });
    expect(pictureHeader(twice)).toBeUndefined();
  });

  it('counts the first picture of a GIF where it is larger than its screen', () => {
    const gif = Buffer.from(sample('light.gif'));
    const image = gif.indexOf(0x2c, 13 + 3 * 256);
    gif.writeUInt16LE(65_000, image + 5);
    expect(pictureHeader(gif)).toMatchObject({ width: 65_000 });
  });

  it('counts the largest frame of a JPEG', () => {
    const jpeg = Buffer.from(sample('light.jpg'));
    const large = Buffer.from([0xff, 0xc0, 0x00, 0x0b, 0x08, 0xff, 0xff, 0xff, 0xff, 0x01, 0x01, 0x11, 0x00]);
    const two = Buffer.concat([jpeg.subarray(0, 2), large, jpeg.subarray(2)]);
    expect(pictureHeader(two)).toMatchObject({ width: 65_535, height: 65_535 });
  });

  it('is absent from everything else, and never throws', () => {
    for (const text of ['', 'BM', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'RIFF....WAVE']) {
      expect(pictureHeader(Buffer.from(text))).toBeUndefined();
    }
    const names = ['light.png', 'light.jpg', 'light.gif', 'light.webp'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(400), fc.uint8Array({ maxLength: 40 }), (name, cut, noise) => {
        const broken = Buffer.concat([sample(name).subarray(0, cut), noise]);
        expect(() => pictureHeader(broken)).not.toThrow();
      }),
    );
  });
});
