import { type Colour, indexedPng } from './indexed-png.ts';

/**
 * Bars as a picture of a few hundred bytes. Charts of Adaptive Cards are drawn by new clients only, and a picture by all;
 * two colours on nothing stand on a light ground and on a dark one.
 *
 * @param values one a bar, from left to right
 * @returns a data: address
 */
export function barChart(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  const rows: Buffer[] = [];
  const heights = values.map((value) =>
    value <= 0 ? 0 : Math.max(LEAST_BAR, Math.round((value / most) * (HEIGHT - BASE))),
  );
  for (let y = 0; y < HEIGHT; y += 1) {
    // Each row begins with its filter, which is none.
    const row = Buffer.alloc(1 + values.length * PITCH);
    const up = HEIGHT - BASE - y;
    heights.forEach((height, bar) => {
      const begin = 1 + bar * PITCH;
      if (up <= 0) row.fill(GROUND, begin, begin + PITCH);
      else if (up <= height) row.fill(BAR, begin + GAP, begin + PITCH - GAP);
    });
    rows.push(row);
  }
  return `data:image/png;base64,${indexedPng(values.length * PITCH, HEIGHT, Buffer.concat(rows), COLOURS).toString('base64')}`;
}

const HEIGHT = 72;
/** The line that the bars stand on. */
const BASE = 2;
const PITCH = 20;
const GAP = 3;
const LEAST_BAR = 3;
const BAR = 1;
const GROUND = 2;
/** Nothing; a violet of medium lightness; a grey of medium lightness. Contrast above 3:1 on white and on Teams' dark. */
const COLOURS: readonly Colour[] = [
  [0, 0, 0, 0],
  [0x79, 0x7e, 0xe6, 255],
  [0x8a, 0x8a, 0x8a, 160],
];
