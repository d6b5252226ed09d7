import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../scripts/icons/png.ts';
import { colorIcon, outlineIcon } from '../../scripts/icons/why401-icons.ts';

const kept = (name: string): Buffer => readFileSync(new URL(`../../manifest/${name}`, import.meta.url));

/** Width, height and the pixels of a PNG of our own kind. */
function decode(png: Buffer): { width: number; height: number; pixels: Buffer } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const data = png.indexOf('IDAT', 0, 'latin1');
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  const pixels = Buffer.concat(
    Array.from({ length: height }, (_, y) => rows.subarray(y * (width * 4 + 1) + 1, (y + 1) * (width * 4 + 1))),
  );
  return { width, height, pixels };
}

describe.each([
  ['color.png', 192, colorIcon],
  ['outline.png', 32, outlineIcon],
] as const)('%s', (name, size, draw) => {
  test('has the size that Teams wants and is what the script draws', () => {
    const { width, height, pixels } = decode(kept(name));
    expect([width, height]).toEqual([size, size]);
    expect(pixels.equals(draw(size))).toBe(true);
    expect(decode(encodePng(size, draw(size))).pixels.equals(pixels)).toBe(true);
  });
});

test('the outline is white on transparent', () => {
  const { pixels } = decode(kept('outline.png'));
  let seen = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] === 0) continue;
    seen += 1;
    expect([...pixels.subarray(at, at + 3)]).toEqual([255, 255, 255]);
  }
  expect(seen).toBeGreaterThan(150);
  expect(seen).toBeLessThan(700);
});
