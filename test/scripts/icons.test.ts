import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../scripts/icons/png.ts';
import { colorIcon, outlineIcon } from '../../scripts/icons/why401-icons.ts';
import { pngHeader, pngPixels } from '../../src/cli/doctor/app-package/png.ts';

const kept = (name: string): Buffer => readFileSync(new URL(`../../manifest/${name}`, import.meta.url));
const pixelsOf = (png: Uint8Array): Uint8Array => pngPixels(png) ?? new Uint8Array();

describe.each([
  ['color.png', 192, colorIcon],
  ['outline.png', 32, outlineIcon],
] as const)('%s', (name, size, draw) => {
  test('has the size that Teams wants and is what the script draws', () => {
    expect(pngHeader(kept(name))).toMatchObject({ width: size, height: size });
    expect(Buffer.from(pixelsOf(kept(name))).equals(draw(size))).toBe(true);
    expect(pixelsOf(encodePng(size, draw(size)))).toEqual(pixelsOf(kept(name)));
  });
});

test('the outline is white on transparent, and fills its square', () => {
  const pixels = pixelsOf(kept('outline.png'));
  const seen: number[] = [];
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] === 0) continue;
    seen.push(at / 4);
    expect([...pixels.subarray(at, at + 3)]).toEqual([255, 255, 255]);
  }
  expect(seen.length).toBeGreaterThan(150);
  expect(seen.length).toBeLessThan(700);
  const columns = seen.map((index) => index % 32);
  expect(Math.max(...columns) - Math.min(...columns)).toBeGreaterThan(27);
});

test('the colours reach the edges, and the symbol stays where Teams never cuts', () => {
  const pixels = pixelsOf(kept('color.png'));
  const background = [...pixels.subarray(0, 4)];
  expect(background[3]).toBe(255);
  const manifest = JSON.parse(kept('manifest.json').toString('utf8')) as { accentColor: string };
  expect(`#${Buffer.from(background.slice(0, 3)).toString('hex').toUpperCase()}`).toBe(manifest.accentColor);
  for (let at = 0; at < pixels.length; at += 4) {
    const [x, y] = [(at / 4) % 192, Math.floor(at / 4 / 192)];
    const middle = [x, y].every((edge) => edge >= 47 && edge <= 144);
    if (!middle) expect([...pixels.subarray(at, at + 4)]).toEqual(background);
  }
});
