import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { DateWords } from '../../time/words.ts';
import { afterToday, afterTom, afterTomorrow } from '../words/days-by-name.ts';
import type { DateRead } from './date-read.ts';

function inDays(days: number): DateWords {
  return { after: { length: { minutes: 0, days, months: 0 }, from: null } };
}

export const TODAY: DateWords = inDays(0);

const AFTER_TOMORROW = phrases('day after', 'the day after');
const NEXT_DAY = phrases('the next day', 'the very next day', 'the following day');
const YESTERDAY = phrases('yesterday', 'day before yesterday', 'the day before yesterday');

/** today, tomorrow, the day after tomorrow, and the days before. */
export function relativeDayAt(tokens: readonly Token[], at: number): DateRead | null {
  const today = afterToday(tokens, skip(tokens, at, 'later'));
  if (today > 0) return { date: TODAY, to: today };
  const tomorrow = afterTomorrow(tokens, at);
  if (tomorrow > 0) return { date: inDays(1), to: tomorrow };
  const nextDay = afterPhrase(tokens, at, NEXT_DAY);
  if (nextDay > 0) return { date: inDays(1), to: nextDay };
  const tom = afterTom(tokens, at);
  if (tom > 0) return { date: inDays(1), to: tom };
  if (wordAt(tokens, at) === 'overmorrow') return { date: inDays(2), to: at + 1 };
  const dayAfter = afterPhrase(tokens, at, AFTER_TOMORROW);
  if (dayAfter > 0) {
    const end = afterTomorrow(tokens, dayAfter);
    if (end > 0) return { date: inDays(2), to: end };
  }
  const yesterday = afterPhrase(tokens, at, YESTERDAY);
  if (yesterday > 0) return { date: inDays(yesterday - at > 1 ? -2 : -1), to: yesterday };
  return null;
}
