/** A paste, and what it gives away. */
export interface GeneratedPaste {
  readonly paste: string;
  /** Secrets that stand in the paste, whole or cut off: sixteen characters of one may stand in no answer. */
  readonly secrets: readonly string[];
}
