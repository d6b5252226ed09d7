import type { GreyPicture } from './grey-picture.ts';

/** Pixels on each side that a cubic kernel (Catmull and Rom) looks at. */
const REACH = 2;

/** Which pixels of the source make up each of the target, and with what weight. */
interface Weights {
  readonly each: number;
  readonly from: Int32Array;
  readonly weight: Float32Array;
}

/**
 * The picture in another size, smoothly: letters keep their round edges. One direction after the other, on one channel;
 * a general library does four.
 */
export function resized(picture: GreyPicture, factor: number): GreyPicture {
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  const across = weightsOf(picture.width, width);
  const down = weightsOf(picture.height, height);
  const wide = new Float32Array(width * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    const row = y * picture.width;
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let at = x * across.each, end = at + across.each; at < end; at += 1) {
        sum += picture.data[row + across.from[at]!]! * across.weight[at]!;
      }
      wide[y * width + x] = sum;
    }
  }
  const data = new Uint8ClampedArray(width * height);
  const line = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    line.fill(0);
    for (let at = y * down.each, end = at + down.each; at < end; at += 1) {
      const row = down.from[at]! * width;
      const weight = down.weight[at]!;
      if (weight === 0) continue;
      for (let x = 0; x < width; x += 1) line[x] = line[x]! + wide[row + x]! * weight;
    }
    data.set(line, y * width);
  }
  return { data: new Uint8Array(data.buffer), width, height };
}

function weightsOf(source: number, target: number): Weights {
  const ratio = target / source;
  // Shrinking, a pixel of the target stands for several of the source.
  const stretch = Math.max(1, 1 / ratio);
  const each = Math.ceil(REACH * stretch * 2) + 1;
  const from = new Int32Array(target * each);
  const weight = new Float32Array(target * each);
  for (let index = 0; index < target; index += 1) {
    const centre = (index + 0.5) / ratio - 0.5;
    const first = Math.ceil(centre - REACH * stretch);
    let sum = 0;
    for (let tap = 0; tap < each; tap += 1) {
      const at = index * each + tap;
      const value = cubic(Math.abs(first + tap - centre) / stretch);
      from[at] = Math.min(source - 1, Math.max(0, first + tap));
      weight[at] = value;
      sum += value;
    }
    for (let tap = 0; tap < each; tap += 1) weight[index * each + tap]! /= sum;
  }
  return { each, from, weight };
}

function cubic(distance: number): number {
  if (distance < 1) return 1.5 * distance ** 3 - 2.5 * distance ** 2 + 1;
  return distance < 2 ? -0.5 * distance ** 3 + 2.5 * distance ** 2 - 4 * distance + 2 : 0;
}
