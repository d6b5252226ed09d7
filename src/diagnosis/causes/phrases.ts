import { MICROSOFT_HOSTS } from '../facts/build-facts.ts';
import { BROWSER_MARKS } from '../fix/browser-marks.ts';
import { PRODUCT_MARKS } from '../fix/product-marks.ts';
import { CONNECTOR_PHRASES } from '../question/connector-phrases.ts';
import { PLAIN_REFUSALS } from '../question/plain-refusals.ts';
import { indexPhrases, type PhraseIndex } from '../text/phrase-index.ts';
import { ROOT_CAUSES } from './index.ts';

/** Every phrase that a rule declares or the next question asks for, and the hosts that tell Microsoft's identity platform, in one index: a paste is searched once for all of them. */
export const CAUSE_PHRASES: PhraseIndex = indexPhrases([
  ...MICROSOFT_HOSTS,
  ...CONNECTOR_PHRASES,
  ...PLAIN_REFUSALS,
  ...BROWSER_MARKS,
  ...PRODUCT_MARKS,
  ...Object.values(ROOT_CAUSES).flatMap((cause) =>
    cause.rules.flatMap((rule) => (rule.kind === 'code' ? [] : (rule.phrases ?? []))),
  ),
]);
