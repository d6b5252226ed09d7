import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';
import { singleDateAt } from '../date/date-at.ts';
import type { DateRead } from '../date/date-read.ts';
import { weekdayDateAt } from '../date/weekday-date.ts';
import { clockAt } from './clock.ts';

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

const ANY_TIME = phrases('anytime', 'any time', 'sometime', 'some time', 'whenever');

/** «before the holidays», «before friday», «anytime after 1»: no day on which something is, and no part of the title. */
export const beforeBreakPhrase: PhraseFamily = (tokens, at) => {
  const any = afterPhrase(tokens, at, ANY_TIME);
  const hour = any > 0 && /^(?:after|from|before)$/.test(wordAt(tokens, any)) ? clockAt(tokens, any + 1) : null;
  if (hour !== null) return { to: hour.to, meaning: { kind: 'bound', hour: true } };
  const start = skip(tokens, at, 'right', 'just', 'shortly', 'sometime');
  if (!/^(?:before|after)$/.test(wordAt(tokens, start))) return null;
  const the = skip(tokens, start + 1, 'the', 'my', 'our');
  const to = afterPhrase(tokens, the, BREAKS);
  if (to > 0 && the > start + 1) return { to, meaning: { kind: 'bound' } };
  if (wordAt(tokens, start) !== 'before') return null;
  const day = weekdayDateAt(tokens, start + 1) ?? dayAheadAt(tokens, start + 1);
  return day === null ? null : { to: day.to, meaning: { kind: 'bound' } };
};

/** «before the 31st», «before 12 may»: an hour behind it makes it the end of a time: «before 12 may 5pm». */
function dayAheadAt(tokens: readonly Token[], at: number): DateRead | null {
  const day = singleDateAt(tokens, at);
  if (day === null) return null;
  const { date } = day;
  if (date.day === undefined && date.numeric === undefined) return null;
  return clockAt(tokens, skip(tokens, day.to, 'at', ',')) === null ? day : null;
}
