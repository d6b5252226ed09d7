import type { GreyPicture } from './grey-picture.ts';

/** Of a thousand pixels so many may be darker than black; letters are a few in a hundred. */
const DARKEST = 1;
/** And so many lighter than white: the ground, which is most of a picture, becomes white. */
const LIGHTEST = 20;
/** A picture of a single shade stays one. */
const LEAST_RANGE = 32;

/** Spreads the shades that occur over the whole range. */
export function fullContrast(picture: GreyPicture): GreyPicture {
  const { data } = picture;
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 1) counts[data[at]!]! += 1;
  const black = shadeBehind(counts, (data.length * DARKEST) / 1000);
  const white = 255 - shadeBehind(counts.toReversed(), (data.length * LIGHTEST) / 1000);
  if (white - black < LEAST_RANGE || (black === 0 && white === 255)) return picture;
  const spread = Uint8ClampedArray.from({ length: 256 }, (_, shade) => ((shade - black) * 255) / (white - black));
  const wide = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) wide[at] = spread[data[at]!]!;
  return { ...picture, data: wide };
}

function shadeBehind(counts: Uint32Array, pixels: number): number {
  let seen = 0;
  for (let shade = 0; shade < 256; shade += 1) {
    seen += counts[shade]!;
    if (seen > pixels) return shade;
  }
  return 255;
}
