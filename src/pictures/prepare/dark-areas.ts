import type { ColourPicture } from './grey-picture.ts';

/** Side of a square that is either light or dark. Larger than a character, smaller than a window. */
export const TILE = 32;
/** Below this shade a background is dark. */
const DARK_BELOW = 118;
/** Pixels looked at in each direction of a tile. */
const SAMPLES = 16;

/** Which squares of a picture have a dark background. */
export interface DarkAreas {
  readonly columns: number;
  readonly rows: number;
  /** 1 where dark. */
  readonly dark: Uint8Array;
}

/**
 * Where a picture is in dark mode: one window of a screen may be, and the one beside it not. A dark bar or a highlighted
 * line is no such area; its few words are read as they stand.
 */
export function darkAreas(picture: ColourPicture): DarkAreas {
  const columns = Math.ceil(picture.width / TILE);
  const rows = Math.ceil(picture.height / TILE);
  const dark = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      dark[row * columns + column] = background(picture, column * TILE, row * TILE) < DARK_BELOW ? 1 : 0;
    }
  }
  // What is narrower than three tiles is a bar or a button; holes of that size belong to their surroundings.
  const opened = spread(spread({ columns, rows, dark }, 0), 1);
  return spread(spread(opened, 1), 0);
}

/** The shade that most of a tile has: the median, since letters cover less than half. */
function background({ data, width, height }: ColourPicture, left: number, top: number): number {
  const shades: number[] = [];
  const step = TILE / SAMPLES;
  for (let y = top; y < Math.min(height, top + TILE); y += step) {
    for (let x = left; x < Math.min(width, left + TILE); x += step) {
      const at = (y * width + x) * 4;
      shades.push((data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8);
    }
  }
  shades.sort((a, b) => a - b);
  return shades[shades.length >> 1] ?? 255;
}

/** Lets the tiles of one kind grow by one in each direction. */
function spread({ columns, rows, dark }: DarkAreas, kind: 0 | 1): DarkAreas {
  const grown = dark.slice();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (dark[row * columns + column] !== kind) continue;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
          grown[y * columns + x] = kind;
        }
      }
    }
  }
  return { columns, rows, dark: grown };
}
