import { type DarkAreas, TILE } from './dark-areas.ts';
import type { ColourPicture, GreyPicture } from './grey-picture.ts';

/**
 * Dark letters on a light ground, without colour. Of the three colours of a pixel the one that is farthest from the
 * ground counts: red letters on black are nearly as dark as the black, and as bright as white in their red.
 */
export function darkOnLight({ data, width, height }: ColourPicture, areas: DarkAreas): GreyPicture {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const tiles = Math.floor(y / TILE) * areas.columns;
    for (let left = 0; left < width; left += TILE) {
      const dark = areas.dark[tiles + left / TILE] === 1;
      const end = y * width + Math.min(width, left + TILE);
      for (let at = y * width + left, from = at * 4; at < end; at += 1, from += 4) {
        const red = data[from]!;
        const green = data[from + 1]!;
        const blue = data[from + 2]!;
        if (dark) {
          grey[at] = 255 - Math.max(red, green, blue);
        } else {
          const least = Math.min(red, green, blue);
          const alpha = data[from + 3]!;
          // What can be seen through lies on white.
          grey[at] = alpha === 255 ? least : 255 - Math.round(((255 - least) * alpha) / 255);
        }
      }
    }
  }
  return { data: grey, width, height };
}
