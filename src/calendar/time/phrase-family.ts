import type { Token } from '../text/tokenize.ts';
import type { Phrase, PhraseMeaning } from './words.ts';

/** What a family of phrases reads at a place: the meaning and the place after it. */
export interface Read {
  readonly to: number;
  readonly meaning: PhraseMeaning;
  /** Where other words that belong to it begin, when that lies before the place. */
  readonly from?: number;
}

/** One family of phrases of a language. It looks at a bounded number of tokens from the place on. */
export type PhraseFamily = (tokens: readonly Token[], at: number) => Read | null;

/** A family that reads what is bare (a lone number) beside phrases that are already read. */
export type BareFamily = (tokens: readonly Token[], at: number, beside: Beside) => Read | null;

export interface Beside {
  /** The phrase that ends right before the place, a comma between them aside. */
  readonly before: Phrase | null;
  /** The phrase that begins at a place. */
  readonly startingAt: (at: number) => Phrase | null;
  /** An hour is said somewhere. */
  readonly hasClock: boolean;
  /** A day is said somewhere, and no hour anywhere. */
  readonly lacksClock: boolean;
}
