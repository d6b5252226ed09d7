import type { Token } from '../../text/tokenize.ts';
import type { DateWords } from '../../time/words.ts';

/** A date, and the place after its words. */
export interface DateRead {
  readonly date: DateWords;
  readonly to: number;
}

/** Reads a date at a place. */
export type DateReader = (tokens: readonly Token[], at: number) => DateRead | null;
