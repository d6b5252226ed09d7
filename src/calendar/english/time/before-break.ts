import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';
import { weekdayDateAt } from '../date/weekday-date.ts';

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

/** «before the holidays», «before friday»: no day on which something is, and no part of the title. */
export const beforeBreakPhrase: PhraseFamily = (tokens, at) => {
  const start = skip(tokens, at, 'right', 'just', 'shortly', 'sometime');
  if (!/^(?:before|after)$/.test(wordAt(tokens, start))) return null;
  const the = skip(tokens, start + 1, 'the', 'my', 'our');
  const to = afterPhrase(tokens, the, BREAKS);
  if (to > 0 && the > start + 1) return { to, meaning: { kind: 'bound' } };
  if (wordAt(tokens, start) !== 'before') return null;
  const day = weekdayDateAt(tokens, start + 1);
  return day === null ? null : { to: day.to, meaning: { kind: 'bound' } };
};
