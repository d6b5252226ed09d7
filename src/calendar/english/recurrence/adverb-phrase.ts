import { afterPhrase, phrases, skip, wordAt } from '../../text/token-at.ts';
import type { PhraseFamily } from '../../time/phrase-family.ts';
import type { RepeatWords } from '../../time/words.ts';
import { numberAt } from '../words/numbers.ts';
import { repeat, withOn } from './repeat-phrase.ts';

const ADVERBS: Readonly<Record<string, RepeatWords>> = {
  daily: { unit: 'day', interval: 1 },
  nightly: { unit: 'day', interval: 1 },
  weekly: { unit: 'week', interval: 1 },
  biweekly: { unit: 'week', interval: 2 },
  fortnightly: { unit: 'week', interval: 2 },
  monthly: { unit: 'month', interval: 1 },
  bimonthly: { unit: 'month', interval: 2 },
  quarterly: { unit: 'month', interval: 3 },
  semiannually: { unit: 'month', interval: 6 },
  semiannual: { unit: 'month', interval: 6 },
  yearly: { unit: 'year', interval: 1 },
  annually: { unit: 'year', interval: 1 },
  annual: { unit: 'year', interval: 1 },
};

/** «weekly on mondays», «monthly on the 15th», «bi-weekly»; before a noun it may be a part of the title. */
export const adverbPhrase: PhraseFamily = (tokens, at) => {
  const bi = wordAt(tokens, at) === 'bi' && wordAt(tokens, at + 1) === '-' ? at + 2 : at;
  // «half-yearly».
  if (wordAt(tokens, at) === 'half' && /^(?:yearly|annually)$/.test(wordAt(tokens, skip(tokens, at + 1, '-'))))
    return withOn(tokens, { unit: 'month', interval: 6 }, skip(tokens, at + 1, '-') + 1);
  const word = wordAt(tokens, bi);
  if (!Object.hasOwn(ADVERBS, word)) return null;
  if (FIGURES.test(wordAt(tokens, bi + 1))) return null;
  const words = bi > at ? { ...ADVERBS[word]!, interval: 2 } : ADVERBS[word]!;
  const on = wordAt(tokens, bi + 1) === 'on' || wordAt(tokens, bi + 1) === 'every';
  const read = withOn(tokens, words, bi + 1);
  const plain = read.to === bi + 1;
  const noun = tokens[bi + 1]?.kind === 'word' && !AFTER_ADVERB.has(wordAt(tokens, bi + 1)) && plain;
  if (word === 'annual' && !plain) return null;
  if (noun && !on && read.meaning.kind === 'repeat')
    return repeat({ ...read.meaning.repeat, adjective: true }, read.to);
  return read;
};

/** «quarterly numbers» are those of one quarter, whenever they are looked at. */
const FIGURES = /^(?:numbers|figures|results|earnings|targets|goals)$/;

const AFTER_ADVERB: ReadonlySet<string> = new Set([
  'at',
  'from',
  'on',
  'until',
  'till',
  'for',
  'starting',
  'beginning',
  'in',
  'with',
  'and',
  'to',
  'through',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'noon',
  'please',
  'mondays',
  'tuesdays',
  'wednesdays',
  'thursdays',
  'fridays',
  'tomorrow',
  'today',
]);

const TIMES = phrases(
  'times',
  'sessions',
  'occurrences',
  'meetings',
  'weeks in a row',
  'more times',
  'classes',
  'lessons',
  'repetitions',
  'instances',
);

/** «for 6 times», «10 sessions», «x5». */
export const countPhrase: PhraseFamily = (tokens, at) => {
  const lead = skip(tokens, skip(tokens, at, 'for', ',', 'ending', 'ends', 'repeat', 'a'), 'after', 'total', 'the');
  const next = skip(tokens, lead, 'next');
  const cross = /^[x×]$/.test(wordAt(tokens, next)) ? next + 1 : next;
  const number = numberAt(tokens, cross);
  if (number === null || number.value < 2 || number.value > 999) return null;
  if (cross > next) return { to: number.to, meaning: { kind: 'count', count: number.value } };
  if (/^[x×]$/.test(wordAt(tokens, number.to)))
    return { to: number.to + 1, meaning: { kind: 'count', count: number.value } };
  const times = afterPhrase(tokens, number.to, TIMES);
  if (times < 0 || (wordAt(tokens, times - 1) !== 'times' && lead === at)) return null;
  return { to: skip(tokens, times, 'total'), meaning: { kind: 'count', count: number.value } };
};
