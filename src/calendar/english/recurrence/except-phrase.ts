import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';
import { daysAt } from './repeat-phrase.ts';

/** «except fridays», «but not on monday», «excluding weekends». */
export const exceptPhrase: PhraseFamily = (tokens, at) => {
  const open = skip(tokens, at, ',', '(');
  const lead = afterPhrase(tokens, open, EXCEPT);
  const days = lead < 0 ? null : daysAt(tokens, skip(tokens, lead, 'on', 'for', 'the'));
  if (days === null) return null;
  const to = wordAt(tokens, open - 1) === '(' && wordAt(tokens, days.to) === ')' ? days.to + 1 : days.to;
  return { to, meaning: { kind: 'except', weekdays: days.weekdays } };
};

const EXCEPT = phrases(
  'except',
  'except for',
  'excepting',
  'excluding',
  'excl',
  'excl .',
  'but not',
  'not on',
  'other than',
  'apart from',
  'bar',
  'save for',
  'without',
);
