import { MICROSOFT_HOSTS } from '../facts/build-facts.ts';
import { indexPhrases, type PhraseIndex } from '../text/phrase-index.ts';
import { ROOT_CAUSES } from './index.ts';

/** Every phrase that a rule declares, and the hosts that tell Microsoft's identity platform, in one index: a paste is searched once for all of them. */
export const CAUSE_PHRASES: PhraseIndex = indexPhrases([
  ...MICROSOFT_HOSTS,
  ...Object.values(ROOT_CAUSES).flatMap((cause) =>
    cause.rules.flatMap((rule) => (rule.kind === 'code' ? [] : (rule.phrases ?? []))),
  ),
]);
