import type { GreyPicture } from './grey-picture.ts';

/** Width of the strips in which lines are told apart: a few letters, so that columns and frames do not run together. */
const STRIP = 48;
/** Neighbouring pixels that differ by so much are the edge of a letter. */
const EDGE = 70;
/** Lower ones are rules and dots, higher ones pictures. */
const LOWEST = 5;
const HIGHEST = 160;
/** A row of a line of text has edges of two letters at least. */
const LEAST_EDGES = 3;
const LEAST_LINES = 6;

/**
 * How many pixels high the letters are, as most lines have them; `null` where there are hardly any lines. The rows of
 * narrow strips that hold edges of letters make up runs, and a run is a piece of a line.
 */
export function letterHeight({ data, width, height }: GreyPicture): number | null {
  const runs = new Uint32Array(HIGHEST + 1);
  let lines = 0;
  for (let left = 0; left < width; left += STRIP) {
    const right = Math.min(width, left + STRIP) - 1;
    let run = 0;
    let edgesOfRun = 0;
    for (let y = 0; y <= height; y += 1) {
      let edges = 0;
      if (y < height) {
        const row = y * width;
        for (let x = row + left; x < row + right; x += 1) {
          const step = data[x]! - data[x + 1]!;
          if (step > EDGE || step < -EDGE) edges += 1;
        }
      }
      if (edges >= LEAST_EDGES) {
        run += 1;
        edgesOfRun += edges;
        continue;
      }
      if (run >= LOWEST && run <= HIGHEST && edgesOfRun > run * LEAST_EDGES) {
        runs[run]! += 1;
        lines += 1;
      }
      run = 0;
      edgesOfRun = 0;
    }
  }
  if (lines < LEAST_LINES) return null;
  let seen = 0;
  for (let size = LOWEST; size <= HIGHEST; size += 1) {
    seen += runs[size]!;
    if (seen * 2 >= lines) return size;
  }
  return null;
}
