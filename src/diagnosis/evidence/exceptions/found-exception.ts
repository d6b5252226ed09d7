import type { ExceptionLibrary } from '../evidence.ts';

/** An exception with its place in the unwrapped text. */
export interface FoundException {
  readonly library: ExceptionLibrary;
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** A name or a sentence found by itself, which steps back inside a fuller reading of the same library. */
  readonly bare: boolean;
}
