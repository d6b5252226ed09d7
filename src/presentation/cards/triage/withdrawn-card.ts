import { type AdaptiveCard, adaptiveCard, ownText } from '../elements.ts';

/** Where a card stood whose report is gone: its message was deleted, or says something else now. */
export function withdrawnCard(words: string): AdaptiveCard {
  return adaptiveCard(words, [ownText(words, { isSubtle: true, size: 'Small' })]);
}
