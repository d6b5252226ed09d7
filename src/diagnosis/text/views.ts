import type { MappedText } from './mapped-text.ts';

/**
 * The views of one paste that readers read. All map back to the person's own text.
 */
export interface Views {
  /** What the person sent. */
  readonly paste: string;
  /**
   * The paste with its wrapping undone: smart quotes straight, non-breaking spaces and ANSI colours gone, HTML tags and
   * entities resolved, backslash escapes resolved (up to four levels deep), doubled CSV quotes single, known log prefixes
   * and curl's `<` and `>` markers at line starts removed. Percent-encoding is still there: addresses can be split properly.
   */
  readonly text: MappedText;
  /** `text` with percent- and plus-encoding resolved as well: for finding words and codes. */
  readonly plain: MappedText;
  /** Whether `text` is the paste but for the arrows of curl and of quotes before its lines. */
  readonly verbatim: boolean;
}

/** Reads one form of evidence. Linear in the length of the paste, returns quickly when its marks are absent. */
export type Reader<E> = (views: Views) => E[];
