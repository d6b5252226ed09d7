import type { BareFamily, PhraseFamily } from './phrase-family.ts';

/** How a language says time: families of phrases, in the order in which they win at one length. */
export interface TimeLanguage {
  /** Whether a phrase may begin with a mark; with a word or a number it may. */
  readonly beginsWith: (mark: string) => boolean;
  readonly families: readonly PhraseFamily[];
  readonly bareFamilies: readonly BareFamily[];
}
