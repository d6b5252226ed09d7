import { readFileSync } from 'node:fs';
import { Jimp } from 'jimp';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/pictures/prepare/bands.ts';
import { darkAreas } from '../../../src/pictures/prepare/dark-areas.ts';
import { darkOnLight } from '../../../src/pictures/prepare/dark-on-light.ts';
import { fullContrast } from '../../../src/pictures/prepare/full-contrast.ts';
import { greyMap } from '../../../src/pictures/prepare/grey-map.ts';
import type { ColourPicture, GreyPicture } from '../../../src/pictures/prepare/grey-picture.ts';
import { letterHeight } from '../../../src/pictures/prepare/letter-height.ts';
import { preparePicture } from '../../../src/pictures/prepare/prepare-picture.ts';
import { resized } from '../../../src/pictures/prepare/resized.ts';

async function sample(name: string): Promise<ColourPicture> {
  const { bitmap } = await Jimp.fromBuffer(readFileSync(new URL(`../samples/${name}`, import.meta.url)));
  return bitmap;
}

function filled(width: number, height: number, colour: (x: number, y: number) => readonly number[]): ColourPicture {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(colour(x, y), (y * width + x) * 4);
  }
  return { data, width, height };
}

const WHITE = [255, 255, 255, 255];
const BLACK = [12, 12, 12, 255];
const average = ({ data }: GreyPicture): number => data.reduce((sum, shade) => sum + shade, 0) / data.length;
const tilesDark = (picture: ColourPicture): number => {
  const { dark } = darkAreas(picture);
  return dark.reduce((sum, each) => sum + each, 0) / dark.length;
};

describe('dark mode', () => {
  it('is found where it is: in one window of two', () => {
    expect(tilesDark(filled(640, 320, () => WHITE))).toBe(0);
    expect(tilesDark(filled(640, 320, () => BLACK))).toBe(1);
    expect(tilesDark(filled(640, 320, (x) => (x < 320 ? BLACK : WHITE)))).toBeCloseTo(0.5);
  });

  it('is not a bar, nor a highlighted line', () => {
    expect(tilesDark(filled(640, 320, (_, y) => (y < 40 ? BLACK : WHITE)))).toBe(0);
  });

  it('becomes dark letters on a light ground, also where they are red', async () => {
    const picture = await sample('dark-red.png');
    const grey = fullContrast(darkOnLight(picture, darkAreas(picture)));
    expect(average(grey)).toBeGreaterThan(200);
    expect(Math.min(...grey.data)).toBeLessThan(20);
  });

  it('is white where nothing is', () => {
    const clear = filled(64, 64, () => [0, 0, 0, 0]);
    expect(average(darkOnLight(clear, { columns: 2, rows: 2, dark: new Uint8Array(4) }))).toBe(255);
  });
});

describe('the height of letters', () => {
  it('is told at every scale, and the picture gets the size that is read best', async () => {
    const picture = await sample('light.png');
    const grey = fullContrast(darkOnLight(picture, darkAreas(picture)));
    const height = letterHeight(grey);
    expect(height).toBeGreaterThanOrEqual(9);
    expect(height).toBeLessThanOrEqual(13);
    expect(letterHeight(resized(grey, 2))! / height!).toBeCloseTo(2, 0);
    const prepared = preparePicture(picture);
    expect(prepared.width).toBeGreaterThan(picture.width * 1.4);
    expect(letterHeight(prepared)).toBeGreaterThanOrEqual(13);
  });

  it('is unknown where there are no letters', () => {
    expect(letterHeight({ data: new Uint8Array(400 * 400).fill(200), width: 400, height: 400 })).toBeNull();
  });
});

describe('a picture in another size', () => {
  it('keeps its shades', () => {
    const grey: GreyPicture = { data: new Uint8Array(30 * 20).fill(77), width: 30, height: 20 };
    for (const factor of [0.4, 1.5, 3]) {
      const other = resized(grey, factor);
      expect([other.width, other.height]).toEqual([Math.round(30 * factor), Math.round(20 * factor)]);
      expect(new Set(other.data)).toEqual(new Set([77]));
    }
  });
});

describe('bands', () => {
  const SIDE = 400;
  const lines: GreyPicture = {
    data: Uint8Array.from({ length: SIDE * SIDE }, (_, at) =>
      Math.floor(at / SIDE) % 20 < 10 && at % 2 === 0 ? 0 : 255,
    ),
    width: SIDE,
    height: SIDE,
  };

  it('are cut between lines, in order, about equal, and nothing is lost', () => {
    const bands = bandsOf(lines);
    expect(bands.length).toBeGreaterThan(4);
    expect(Buffer.concat(bands.map(({ data }) => data)).equals(Buffer.from(lines.data))).toBe(true);
    let top = 0;
    for (const { height } of bands) {
      top += height;
      expect(top === SIDE || top % 20 >= 10).toBe(true);
      expect(height).toBeGreaterThan(SIDE / bands.length / 2);
      expect(height).toBeLessThan((SIDE / bands.length) * 2);
    }
  });

  it('are one where there is no gap, little text, or none', () => {
    expect(bandsOf({ ...lines, data: lines.data.map((_, at) => (at % 2) * 255) })).toHaveLength(1);
    expect(bandsOf({ data: lines.data.subarray(0, SIDE * 20), width: SIDE, height: 20 })).toHaveLength(1);
    expect(bandsOf({ ...lines, data: lines.data.map(() => 255) })).toHaveLength(1);
  });
});

it('the grey map says its size and holds the shades as they are', () => {
  const bytes = greyMap({ data: Uint8Array.of(0, 128, 255, 7, 8, 9), width: 3, height: 2 });
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.startsWith('P5\n')).toBe(true);
  expect(text).toContain('\n3 2\n255\n');
  expect([...bytes.subarray(-6)]).toEqual([0, 128, 255, 7, 8, 9]);
});
