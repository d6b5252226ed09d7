import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily, Read } from '../../time/phrase-family.ts';
import { datePhrase } from '../date/date-phrase.ts';
import { daysAt } from './repeat-phrase.ts';

/** «except fridays», «but not on monday», «excluding weekends». */
export const exceptPhrase: PhraseFamily = (tokens, at) => {
  const open = skip(tokens, at, ',', '(');
  const lead = afterPhrase(tokens, open, EXCEPT);
  if (lead < 0) return null;
  const days = daysAt(tokens, skip(tokens, lead, 'on', 'for', 'the'));
  if (days === null) return exceptDate(tokens, lead);
  const to = wordAt(tokens, open - 1) === '(' && wordAt(tokens, days.to) === ')' ? days.to + 1 : days.to;
  return { to, meaning: { kind: 'except', weekdays: days.weekdays } };
};

/** «except in august», «except 25 december»: no pattern of Graph's has such a hole, and it bounds nothing. */
function exceptDate(tokens: readonly Token[], at: number): Read | null {
  const date = datePhrase(tokens, at);
  return date === null ? null : { to: date.to, meaning: { kind: 'except', weekdays: [] } };
}

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
