/** What a reader of times found, on the wall clock. */
export interface ReadSpan {
  readonly start: string | null;
  readonly end: string | null;
}
