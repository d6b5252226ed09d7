import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';
import { datePhrase, dateRangePhrase } from '../date/date-phrase.ts';
import { monthAt } from '../date/month-date.ts';
import { digitsAt } from '../words/numbers.ts';
import { daysAt } from './repeat-phrase.ts';

/** «except fridays», «but not on monday», «excluding weekends», «skip 26 march». */
export const exceptPhrase: PhraseFamily = (tokens, at) => {
  const open = skip(tokens, at, ',', '(');
  const lead = afterPhrase(tokens, open, EXCEPT);
  if (lead < 0) return null;
  const days = daysAt(tokens, skip(tokens, lead, 'on', 'for', 'the'));
  if (days === null) {
    const to = behindDays(tokens, lead);
    return to < 0 ? null : { to, meaning: { kind: 'except', weekdays: [], days: true } };
  }
  const others = behindDays(tokens, afterLink(tokens, days.to));
  if (others > 0) return { to: others, meaning: { kind: 'except', weekdays: days.weekdays, days: true } };
  const to = wordAt(tokens, open - 1) === '(' && wordAt(tokens, days.to) === ')' ? days.to + 1 : days.to;
  return { to, meaning: { kind: 'except', weekdays: days.weekdays } };
};

/** «in august», «26 march and 2 april», «22 and 29 march», «bank holidays»: no pattern of Graph's has such a hole. */
function behindDays(tokens: readonly Token[], at: number): number {
  let to = dayLeftOut(tokens, at);
  for (let day = 1; day < MOST_DAYS && to > 0; day += 1) {
    const other = dayLeftOut(tokens, afterLink(tokens, to));
    if (other < 0) break;
    to = other;
  }
  return to;
}

const MOST_DAYS = 12;

/** The place behind «and» or a comma; -1 where none stands there. */
function afterLink(tokens: readonly Token[], at: number): number {
  const comma = skip(tokens, at, ',');
  const to = skip(tokens, comma, 'and', 'or', '&');
  return to > at ? to : -1;
}

function dayLeftOut(tokens: readonly Token[], at: number): number {
  if (at < 0) return -1;
  const free = afterPhrase(tokens, skip(tokens, at, 'on', 'in', 'during', 'over', 'for', 'the'), HOLIDAYS);
  if (free > 0) return free;
  const day = Math.max(datePhrase(tokens, at)?.to ?? -1, dateRangePhrase(tokens, at)?.to ?? -1);
  if (day > 0) return day;
  const month = monthAt(tokens, at);
  if (month !== null) return month.to;
  // A lone number has its month behind the next one.
  const number = digitsAt(tokens, at);
  const link = number === null || number.value > 31 ? -1 : afterLink(tokens, number.to);
  return link > 0 && datePhrase(tokens, link) !== null ? number!.to : -1;
}

const HOLIDAYS = phrases(
  'holidays',
  'the holidays',
  'public holidays',
  'bank holidays',
  'school holidays',
  'the school holidays',
  'national holidays',
  'federal holidays',
);

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
  'skip',
  'skipping',
  'but skip',
  'but skipping',
  'minus',
);
