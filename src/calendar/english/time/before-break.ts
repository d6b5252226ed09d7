import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';

const BREAKS = phrases(
  'holidays',
  'break',
  'summer break',
  'winter break',
  'christmas break',
  'easter break',
  'spring break',
  'summer holidays',
  'christmas holidays',
  'vacation',
  'summer',
  'weekend',
);

/** «before the holidays», «after the summer break»: no day, and no part of the title. */
export const beforeBreakPhrase: PhraseFamily = (tokens, at) => {
  const start = skip(tokens, at, 'right', 'just', 'shortly', 'sometime');
  if (!/^(?:before|after)$/.test(wordAt(tokens, start))) return null;
  const the = skip(tokens, start + 1, 'the', 'my', 'our');
  const to = afterPhrase(tokens, the, BREAKS);
  return to < 0 || the === start + 1 ? null : { to, meaning: { kind: 'bound' } };
};
