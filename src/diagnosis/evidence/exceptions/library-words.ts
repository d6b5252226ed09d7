import type { ExceptionLibrary } from '../evidence.ts';

/** A sentence that only one library says. */
export interface FixedWords {
  /** Lower case, single spaces, ASCII. */
  readonly phrase: string;
  /** The type that carries it. */
  readonly type: string;
  /** The library's own code for it; a pattern reads it from the words that begin with the phrase. */
  readonly code?: string | RegExp;
  /** What must stand around it (600 characters either side) where the phrase alone says too little. Tested on lower case. */
  readonly when?: RegExp;
}

/** A type that is named like this in other libraries too, or in prose. */
export interface TypeWithNeed {
  readonly type: string;
  /** Tested on the namespace before the name, as written. */
  readonly namespace?: RegExp;
  /** Otherwise: tested on the lower-case text around it (600 characters either side). */
  readonly around?: RegExp;
}

/** What tells the errors of one library. */
export interface LibraryWords {
  readonly library: ExceptionLibrary;
  readonly types: readonly (string | TypeWithNeed)[];
  /** Codes that are unlike any word, so that they count wherever they stand. */
  readonly codes: readonly string[];
  /** The type that a code is reported under where none is written beside it. */
  readonly codeType: string;
  readonly phrases: readonly FixedWords[];
}
