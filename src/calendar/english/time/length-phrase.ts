import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { PhraseFamily, Read } from '../../time/phrase-family.ts';
import type { DateWords } from '../../time/words.ts';
import { numberAt } from '../words/numbers.ts';
import { type LengthRead, lengthAt } from './length.ts';

const ALL_DAY = phrases(
  'all day',
  'all - day',
  'for all day',
  'the whole day',
  'whole day',
  'for whole day',
  'for the whole day',
  'full day',
  'a full day',
  'for the full day',
  'for a full day',
  'full - day',
  'the full day',
  'for full day',
  'the entire day',
  'for the entire day',
  'entire day',
  'all day long',
  'all - day event',
  'as all day',
  'an all day',
  'an all - day',
);
const BEFORE = phrases(
  'before',
  'beforehand',
  'in advance',
  'ahead',
  'prior',
  'earlier',
  'before the start',
  'before it starts',
  'ahead of time',
  'before the meeting',
  'before start',
);
const IN_ADVANCE = phrases('before', 'beforehand', 'in advance', 'ahead of time', 'before reminder', 'advance notice');
const FROM_NOW = phrases('from now', 'later', 'hence', 'from right now', "' time", 'time');
const NOTICE = phrases('warning', 'reminder', 'alert', 'notice', 'heads up', 'notification', 'heads - up');
const REMIND = phrases(
  'remind me',
  'reminder',
  'alert',
  'alert me',
  'notify me',
  'with reminder',
  'set a reminder',
  'set reminder',
  'with a reminder',
  'reminder set',
  'ping me',
  'and remind me',
  'with an alert',
  'warn me',
  'remind us',
  'nudge me',
  'with notification',
  'remind',
);

/** «for 45 minutes», «a 30-minute …», «2h»; «for two days». */
export const lengthPhrase: PhraseFamily = (tokens, at) => {
  const start = skip(tokens, at, 'for', 'lasting', 'lasts', 'takes', 'duration', 'length', 'about', 'another');
  const from = skip(tokens, start, 'about', 'around', 'approx', 'roughly', ':', 'the');
  const next = skip(tokens, from, 'next', 'coming');
  const length = lengthAt(tokens, start > at ? next : from) ?? bareMinutesWith(tokens, at);
  if (length === null) return nextWeeks(tokens, at);
  if (wordAt(tokens, length.to) === 'off' && length.length.days < 2) return null;
  // «6 months», «a week» need «for»: alone they are titles or parts of dates.
  const led = start > at;
  const { minutes, days, months } = length.length;
  const away =
    /^(?:vacation|trip|holiday|holidays|leave|off|course|training|workshop|camp|conference|cruise|of|starting|beginning|commencing)$/.test(
      wordAt(tokens, length.to),
    );
  if (
    minutes === 0 &&
    !led &&
    !away &&
    (months > 0 || days % 7 === 0) &&
    !/^(?:full|whole)$/.test(wordAt(tokens, from))
  )
    return null;
  if (minutes === 0 && days === 1 && !led) return null;
  const to = skip(tokens, length.to, 'long', 'max', 'tops', 'maximum');
  return { to, meaning: { kind: 'length', length: length.length, lead: led ? 'for' : null } };
};

/** «book 45 with Noor», «30 w/ Hugo friday»: minutes, as people in offices say them. */
function bareMinutesWith(tokens: readonly Token[], at: number): LengthRead | null {
  const minutes = Number(/^(?:15|20|25|30|45|50|60|90)$/.exec(wordAt(tokens, at))?.[0] ?? Number.NaN);
  if (Number.isNaN(minutes) || !/^(?:with|w)$/.test(wordAt(tokens, at + 1))) return null;
  const before = wordAt(tokens, at - 1);
  if (
    at > 0 &&
    !/^(?:book|grab|schedule|find|need|get|take|put|set|up|block|quick|a|me|us|for|reserve|want)$/.test(before)
  )
    return null;
  return { length: { minutes, days: 0, months: 0 }, to: at + 1 };
}

/** «every monday, next 6 weeks», «over the next three months». */
function nextWeeks(tokens: readonly Token[], at: number): Read | null {
  const over = skip(tokens, skip(tokens, at, 'over'), 'the');
  if (!/^(?:next|coming|following)$/.test(wordAt(tokens, over))) return null;
  const length = lengthAt(tokens, over + 1);
  if (length === null || length.length.minutes !== 0 || numberAt(tokens, over + 1) === null) return null;
  return { to: length.to, meaning: { kind: 'length', length: length.length, lead: 'for', ahead: true } };
}

export const allDayPhrase: PhraseFamily = (tokens, at) => {
  const to = afterPhrase(tokens, at, ALL_DAY);
  return to < 0 ? null : { to, meaning: { kind: 'all-day' } };
};

/** «in 2 hours», «half an hour from now», «30 min later». */
export const offsetPhrase: PhraseFamily = (tokens, at) => {
  const lead = wordAt(tokens, at) === 'in' ? at + 1 : at;
  const start = skip(tokens, lead, 'about', 'around', 'like');
  const length = lengthAt(tokens, start);
  if (length === null || (length.length.minutes === 0 && lead > at)) return null;
  if (length.length.minutes === 0) return null;
  const fromNow = afterPhrase(tokens, length.to, FROM_NOW);
  if (fromNow > 0) return { to: fromNow, meaning: { kind: 'offset', length: length.length } };
  return lead > at ? { to: length.to, meaning: { kind: 'offset', length: length.length } } : null;
};

/** «remind me 15 minutes before», «with a 1-hour warning», «30 min reminder», «reminder: 1 day». */
export const reminderPhrase: PhraseFamily = (tokens, at) => {
  let lead = skip(tokens, at, ',', 'and');
  lead = skip(tokens, lead, 'please');
  const remind = afterPhrase(tokens, lead, REMIND);
  if (remind > 0) {
    const start = skip(tokens, skip(tokens, skip(tokens, remind, ':'), 'of', 'at', 'me', 'for', 'about', 'it'), 'at');
    const dayBefore = afterPhrase(tokens, start, DAY_BEFORE);
    if (dayBefore > 0) return reminder(dayBefore, wordAt(tokens, dayBefore - 2) === 'week' ? 7 * 1440 : 1440);
    const length = lengthAt(tokens, start);
    if (length === null) return null;
    const before = afterPhrase(tokens, length.to, BEFORE);
    return reminder(before > 0 ? before : length.to, length.length.minutes + length.length.days * 1440);
  }
  const start = skip(tokens, lead, 'with');
  const length = lengthAt(tokens, start);
  if (length === null) return null;
  const notice = afterPhrase(tokens, length.to, NOTICE);
  const before = notice > 0 ? notice : afterPhrase(tokens, length.to, IN_ADVANCE);
  if (before < 0) return null;
  // «5 days before new year» is a date.
  if (length.length.minutes === 0 && notice < 0 && wordAt(tokens, before) !== '') return null;
  return reminder(before, length.length.minutes + length.length.days * 1440);
};

const DAY_BEFORE = phrases('the day before', 'day before', 'the night before', 'the evening before', 'the week before');

function reminder(to: number, minutes: number) {
  return { to, meaning: { kind: 'reminder', minutes } } as const;
}

const LAST: Readonly<Record<string, DateWords>> = {
  week: { span: 'week', weeks: -1 },
  month: { span: 'month', months: -1 },
  year: { span: 'year', years: -1 },
};

/** Words that tell of what has been. */
export const pastPhrase: PhraseFamily = (tokens, at) => {
  const length = lengthAt(tokens, at);
  if (length !== null && wordAt(tokens, length.to) === 'ago') {
    const { minutes, days, months } = length.length;
    const back = { minutes: -minutes, days: -days, months: -months };
    const meaning =
      minutes === 0 ? { date: { after: { length: back, from: null } }, offset: null } : { date: null, offset: back };
    return { to: length.to + 1, meaning: { kind: 'past', ...meaning } };
  }
  const unit = wordAt(tokens, at) === 'last' ? wordAt(tokens, at + 1) : '';
  return /^(?:week|month|year|night|time)$/.test(unit)
    ? { to: at + 2, meaning: { kind: 'past', date: LAST[unit] ?? null, offset: null } }
    : null;
};
