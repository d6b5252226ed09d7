import { isOneSlipFrom } from '../../text/spelling.ts';

/** As they are written to people, Monday first. */
export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const NAMES = WEEKDAY_NAMES.map((name) => name.toLowerCase());

const SHORT: Readonly<Record<string, number>> = {
  mon: 0,
  tue: 1,
  tues: 1,
  wed: 2,
  weds: 2,
  wednes: 2,
  thu: 3,
  thur: 3,
  thurs: 3,
  fri: 4,
  sat: 5,
  sun: 6,
};

export interface WeekdayWord {
  readonly weekday: number;
  /** «mondays»: every one of them. */
  readonly plural: boolean;
  /** `sat` and `sun` are words of their own too. */
  readonly short: boolean;
}

/** A weekday's name, its short form, its plural, or one with a slip in it. */
export function weekdayWord(word: string): WeekdayWord | null {
  if (word.length < 3 || word.length > 12) return null;
  const short = SHORT[word];
  if (short !== undefined && Object.hasOwn(SHORT, word)) return { weekday: short, plural: false, short: true };
  const singular = word.endsWith("'s") ? word.slice(0, -2) : word;
  const exact = NAMES.indexOf(singular);
  if (exact >= 0) return { weekday: exact, plural: false, short: false };
  const plural = NAMES.indexOf(word.slice(0, -1));
  if (plural >= 0 && word.endsWith('s')) return { weekday: plural, plural: true, short: false };
  // Of the six letters of a weekday one was left out inside: «fridy», «mondy»; Frida is a name.
  if (word.length < 5 || (word.length === 5 && !word.endsWith('y'))) return null;
  const slipped = NAMES.findIndex((name) => name[0] === word[0] && isOneSlipFrom(word, name));
  return slipped < 0 ? null : { weekday: slipped, plural: false, short: false };
}
