import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { barChart } from '../../../../src/bot/triage/chart/bar-chart.ts';

/** The pixels of the picture, a row each, by their place in the palette. */
function pixels(url: string): number[][] {
  const png = Buffer.from(url.replace('data:image/png;base64,', ''), 'base64');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  return Array.from({ length: height }, (_, y) => [...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))]);
}

describe('barChart', () => {
  it('draws a bar for each value, the largest to the top', () => {
    const rows = pixels(barChart([0, 1, 100, 50]));
    const heightOf = (bar: number) => rows.filter((row) => row[bar * 20 + 10] === 1).length;
    expect([0, 1, 2, 3].map(heightOf)).toEqual([0, 3, 70, 35]);
    // The line below is there for all of them.
    expect(new Set(rows.at(-1))).toEqual(new Set([2]));
  });

  it('is small, and stands without values', () => {
    expect(barChart(Array.from({ length: 24 }, (_, hour) => hour * 7)).length).toBeLessThan(1_500);
    expect(pixels(barChart([0, 0])).flat()).not.toContain(1);
  });
});
