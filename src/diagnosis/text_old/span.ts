/**
 * A place in the person's own text: UTF-16 offsets, `end` exclusive.
 *
 * Whatever was unwrapped to read something, its span always points into the paste as it was sent,
 * so that a quote is the person's own line.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}
