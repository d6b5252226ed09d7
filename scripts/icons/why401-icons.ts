import { coverage, disc, path, plane, ring, type Shape, scaled, stroke, union } from './shape.ts';

type Color = readonly [red: number, green: number, blue: number];
interface Layer {
  readonly shape: Shape;
  readonly fill: Color;
}

/** All drawings are made on a square of 100 by 100. */
const DRAWING = 100;
const WHITE: Color = [255, 255, 255];
const AMBER: Color = [255, 193, 77];
/** The accent colour of the manifest. */
const BLUE: Color = [18, 50, 107];

/** A magnifier over a question mark: what was refused, looked at closely. */
const glass = (width: number): Shape => union(ring(45, 43, 25, width), stroke(64, 62, 80, 78, width * 1.35));

function questionMark(cx: number, cy: number, scale: number, width: number): Shape {
  const hook: [number, number][] = [];
  for (let step = 0; step <= 24; step += 1) {
    const angle = Math.PI * (1.05 + (step / 24) * 1.2);
    hook.push([cx + Math.cos(angle) * 7.2 * scale, cy - 5 * scale + Math.sin(angle) * 7.2 * scale]);
  }
  hook.push([cx, cy + 4.6 * scale]);
  return union(path(hook, width), disc(cx, cy + 11.2 * scale, width * 0.62));
}

/** The symbol keeps to the middle half, 96 of 192 pixels: Teams cuts the icon to a square with round corners, and to a hexagon. */
const inTheMiddle = (shape: Shape): Shape => scaled(shape, 0.72, [50.7, 48.7], [50, 50]);

/** 192 by 192 for Teams: the symbol on one colour, up to the edges. */
export function colorIcon(size: number): Uint8Array {
  return paint(size, [
    { shape: plane, fill: BLUE },
    { shape: inTheMiddle(glass(8)), fill: WHITE },
    { shape: inTheMiddle(questionMark(45, 42.5, 1.18, 6.6)), fill: AMBER },
  ]);
}

/** 32 by 32 for Teams: white on transparent, nothing else. */
export function outlineIcon(size: number): Uint8Array {
  return paint(size, [
    { shape: union(ring(42, 42, 34, 8.5), stroke(67, 67, 90, 90, 11.5)), fill: WHITE },
    { shape: questionMark(42, 41.5, 1.6, 8), fill: WHITE },
  ]);
}

function paint(size: number, layers: readonly Layer[]): Uint8Array {
  const rgba = new Uint8Array(size * size * 4);
  const pixel = DRAWING / size;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const color = colorAt(layers, (column + 0.5) * pixel, (row + 0.5) * pixel, pixel);
      rgba.set(color, (row * size + column) * 4);
    }
  }
  return rgba;
}

/** The layers laid over each other at one point, with straight alpha. */
function colorAt(layers: readonly Layer[], x: number, y: number, pixel: number): readonly number[] {
  let mixed: Color = WHITE;
  let alpha = 0;
  for (const { shape, fill } of layers) {
    const covered = coverage(shape(x, y), pixel);
    if (covered === 0) continue;
    const over = covered + alpha * (1 - covered);
    mixed = blend(mixed, fill, covered / over);
    alpha = over;
  }
  return [...mixed.map(Math.round), Math.round(alpha * 255)];
}

function blend(from: Color, to: Color, share: number): Color {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}
