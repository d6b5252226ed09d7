import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import type { Read } from '../../time/phrase-family.ts';
import type { DateWords, PartOfDay } from '../../time/words.ts';
import { singleDateAt } from '../date/date-at.ts';
import { TODAY } from '../date/relative-day.ts';
import { afterTonight } from '../words/days-by-name.ts';
import { weekdayWord } from '../words/weekdays.ts';

const PARTS: Readonly<Record<string, PartOfDay>> = {
  morning: 'morning',
  mornin: 'morning',
  morn: 'morning',
  afternoon: 'afternoon',
  afternon: 'afternoon',
  aft: 'afternoon',
  arvo: 'afternoon',
  evening: 'evening',
  eve: 'evening',
  night: 'night',
  nite: 'night',
};
const LEADS = phrases(
  'in the',
  'on the',
  'during the',
  'at',
  'in',
  'this',
  'of the',
  'for this',
  'in the early',
  'in the late',
  'early in the',
  'late in the',
  'early',
  'late',
  'mid',
  'sometime in the',
  'sometime this',
  'for the',
  'the same',
  'that',
  'later this',
  'later in the',
);
const DOTTED_HALVES = phrases('a . m', 'p . m', 'a . m .', 'p . m .');
const PLURAL: Readonly<Record<string, PartOfDay>> = {
  mornings: 'morning',
  afternoons: 'afternoon',
  evenings: 'evening',
  nights: 'night',
};

/** «in the morning», «this afternoon», «tonight», «on mornings». */
export function partOfDayPhrase(tokens: readonly Token[], at: number): Read | null {
  const for_ = skip(tokens, at, 'for', 'later', 'until', 'by');
  const tonight = afterTonight(tokens, for_);
  if (tonight > 0) return read('night', TODAY, tonight);
  const lead = afterPhrase(tokens, at, LEADS);
  const start = lead > 0 ? lead : at;
  const word = wordAt(tokens, start);
  if (Object.hasOwn(PLURAL, word))
    return { to: start + 1, meaning: { kind: 'part', part: PLURAL[word]!, date: null, daily: true } };
  const half = halfBesideDay(tokens, at);
  if (half !== null) return read(half, null, Math.max(at + 1, afterPhrase(tokens, at, DOTTED_HALVES)));
  if (!Object.hasOwn(PARTS, word)) return null;
  // «morning of the 5th»: a day follows; «evening of music» is a thing.
  const of = wordAt(tokens, start + 1) === 'of' && singleDateAt(tokens, start + 2) !== null;
  if (of) return read(PARTS[word]!, null, start + 2);
  if (wordAt(tokens, at - 1) === 'good' || isNoun(tokens, start)) return null;
  // «the evening», «a night out»: alone they are nouns.
  if (lead < 0 && !isBesideDay(tokens, start)) return null;
  const date: DateWords | null = wordAt(tokens, start - 1) === 'this' ? TODAY : null;
  return read(PARTS[word]!, date, start + 1);
}

/** «block thursday pm», «tomorrow am»: the half of a day without an hour. */
function halfBesideDay(tokens: readonly Token[], at: number): PartOfDay | null {
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  // «monday p.m.».
  const dotted = afterPhrase(tokens, at, DOTTED_HALVES) > 0 && wordAt(tokens, at + 1) === '.';
  if (
    (word !== 'am' && word !== 'pm' && !dotted) ||
    tokens[at + 1]?.kind === 'number' ||
    wordAt(tokens, at + 1) === 'i'
  )
    return null;
  if (weekdayWord(before) === null && !/^(?:today|tomorrow|tmrw|tmr|tomo|th|st|nd|rd|every)$/.test(before)) return null;
  return word.startsWith('a') ? 'morning' : 'afternoon';
}

const DAY_BEFORE = /^(?:every|each|tomorrow|tmrw|tomo|today|yesterday|\d+|st|nd|rd|th|am|pm|,|daily)$/;

/** «monday morning», «tomorrow night», «the 5th evening»; «date night» is a noun. */
function isBesideDay(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1);
  return (
    DAY_BEFORE.test(before) ||
    weekdayWord(before) !== null ||
    (/^(?:morning|afternoon)$/.test(wordAt(tokens, at)) && tokens[at + 1]?.kind === 'number')
  );
}

function isNoun(tokens: readonly Token[], at: number): boolean {
  return /^(?:standup|coffee|out|school|shift|class|market|run|walk|prayer|routine|show|news|club|cap|owl|sync|meeting|huddle|tea|gown|dress|yoga|train|bus|'s|of)$/.test(
    wordAt(tokens, at + 1),
  );
}

function read(part: PartOfDay, date: DateWords | null, to: number): Read {
  return { to, meaning: { kind: 'part', part, date } };
}
