/** Signed distance from a point to the edge of a shape, in units of the drawing; negative inside. */
export type Shape = (x: number, y: number) => number;

export const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

export const ring =
  (cx: number, cy: number, radius: number, width: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x - cx, y - cy) - radius) - width / 2;

/** A straight stroke with round ends. */
export const stroke =
  (x1: number, y1: number, x2: number, y2: number, width: number): Shape =>
  (x, y) => {
    const dx = x2 - x1;
    const dy = y2 - y1;
    const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - width / 2;
  };

/** Everywhere. */
export const plane: Shape = () => Number.NEGATIVE_INFINITY;

/** A shape made larger or smaller, so that its point `from` comes to lie on `to`. */
export const scaled =
  (shape: Shape, factor: number, from: readonly [number, number], to: readonly [number, number]): Shape =>
  (x, y) =>
    factor * shape(from[0] + (x - to[0]) / factor, from[1] + (y - to[1]) / factor);

/** A polyline of round strokes. */
export const path =
  (points: readonly (readonly [number, number])[], width: number): Shape =>
  (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let index = 1; index < points.length; index += 1) {
      const [x1, y1] = points[index - 1]!;
      const [x2, y2] = points[index]!;
      nearest = Math.min(nearest, stroke(x1, y1, x2, y2, width)(x, y));
    }
    return nearest;
  };

export const union =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

/** How much of a pixel a shape covers, 0 to 1, by its distance: an edge of one pixel. */
export function coverage(distance: number, pixel: number): number {
  return Math.max(0, Math.min(1, 0.5 - distance / pixel));
}
