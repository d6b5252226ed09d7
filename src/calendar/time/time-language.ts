import type { BareFamily, PhraseFamily } from './scan.ts';

/** How a language says time: families of phrases, in the order in which they win at one length. */
export interface TimeLanguage {
  readonly families: readonly PhraseFamily[];
  readonly bareFamilies: readonly BareFamily[];
}
