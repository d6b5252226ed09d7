import type { GreyPicture } from './grey-picture.ts';

const EDGE = 60;
/** So many empty rows part two lines; fewer lie within one, between a letter and its dot. */
const LEAST_GAP = 6;
/** A window full of text has about 50,000; this much is read in a quarter of a second. */
const EDGES_OF_A_BAND = 8_000;
const MOST_BANDS = 80;

/**
 * The picture cut into bands with about the same amount of text, between lines only, so that several readers read them
 * at once and one can stop in time. Fewer bands where there is no empty row in the right place; a picture without text
 * is one.
 */
export function bandsOf(picture: GreyPicture): GreyPicture[] {
  const { data, width, height } = picture;
  const edges = edgesByRow(picture);
  const all = edges.reduce((sum, each) => sum + each, 0);
  const count = Math.min(MOST_BANDS, Math.ceil(all / EDGES_OF_A_BAND));
  if (count < 2) return [picture];
  const least = all / count / 2;
  const bands: GreyPicture[] = [];
  let top = 0;
  let before = 0;
  let seen = 0;
  let gap = 0;
  for (let y = 0; y < height && bands.length < count - 1; y += 1) {
    seen += edges[y]!;
    gap = edges[y] === 0 ? gap + 1 : 0;
    const due = before + (all - before) / (count - bands.length);
    if (gap < LEAST_GAP || seen < due || all - seen < least) continue;
    const cut = y - (LEAST_GAP >> 1);
    bands.push({ data: data.subarray(top * width, cut * width), width, height: cut - top });
    top = cut;
    before = seen;
  }
  bands.push({ data: data.subarray(top * width), width, height: height - top });
  return bands;
}

function edgesByRow({ data, width, height }: GreyPicture): Uint32Array {
  const edges = new Uint32Array(height);
  for (let y = 0; y < height; y += 1) {
    let count = 0;
    for (let at = y * width, end = at + width - 1; at < end; at += 1) {
      const step = data[at]! - data[at + 1]!;
      if (step > EDGE || step < -EDGE) count += 1;
    }
    edges[y] = count;
  }
  return edges;
}
