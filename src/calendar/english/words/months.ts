import { isOneSlipFrom } from '../../text/spelling.ts';

/** As they are written to people. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const NAMES = MONTH_NAMES.map((name) => name.toLowerCase());

const SHORT: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** 1 to 12, or 0 where the word is no month. */
export function monthWord(word: string): number {
  if (word.length < 3 || word.length > 10) return 0;
  if (Object.hasOwn(SHORT, word)) return SHORT[word]!;
  const exact = NAMES.indexOf(word);
  if (exact >= 0) return exact + 1;
  if (word.length < 6) return 0;
  return NAMES.findIndex((name) => name.length >= 6 && name[0] === word[0] && isOneSlipFrom(word, name)) + 1;
}

/** Words that are also a verb or a given name: a month only beside a number. */
export const MONTHS_THAT_ARE_WORDS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'sep',
  'dec',
  'jan',
  'april',
  'june',
  'august',
]);
