/** A run of tokens; its end is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
