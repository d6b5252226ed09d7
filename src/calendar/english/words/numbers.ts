import { isJoined, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]; // prettier-ignore
const VALUES: ReadonlyMap<string, number> = new Map(UNITS.map((unit, value) => [unit, value]));
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
};
const SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

export interface NumberRead {
  readonly value: number;
  readonly to: number;
  readonly digits: boolean;
  /** How many digits were typed; 0 for words. */
  readonly width: number;
}

/** Digits at a place, without a suffix. */
export function digitsAt(tokens: readonly Token[], at: number): NumberRead | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.word.length > 6) return null;
  return { value: Number(token.word), to: at + 1, digits: true, width: token.word.length };
}

/** «three», «twenty five», «twenty-five»; up to 99. */
export function spelledNumber(tokens: readonly Token[], at: number): NumberRead | null {
  const word = wordAt(tokens, at);
  const unit = VALUES.get(word);
  if (unit !== undefined) return { value: unit, to: at + 1, digits: false, width: 0 };
  const tens = Object.hasOwn(TENS, word) ? TENS[word]! : 0;
  if (tens === 0) return null;
  const next = wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
  const rest = VALUES.get(wordAt(tokens, next)) ?? 0;
  return rest >= 1 && rest <= 9
    ? { value: tens + rest, to: next + 1, digits: false, width: 0 }
    : { value: tens, to: at + 1, digits: false, width: 0 };
}

/** A whole number in digits or words. */
export function numberAt(tokens: readonly Token[], at: number): NumberRead | null {
  return digitsAt(tokens, at) ?? spelledNumber(tokens, at);
}

/** «5th», «fifth», «twenty-first»; a suffix that does not fit the number is let pass. */
export function ordinalAt(tokens: readonly Token[], at: number): NumberRead | null {
  const digits = digitsAt(tokens, at);
  if (digits !== null) {
    const joined = isJoined(tokens, digits.to) && SUFFIXES.has(wordAt(tokens, digits.to));
    return joined && digits.width <= 2 ? { ...digits, to: digits.to + 1 } : null;
  }
  const word = wordAt(tokens, at);
  if (Object.hasOwn(ORDINALS, word)) return { value: ORDINALS[word]!, to: at + 1, digits: false, width: 0 };
  if (!Object.hasOwn(TENS, word)) return null;
  const next = wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
  const rest = ORDINALS[wordAt(tokens, next)];
  return rest !== undefined && rest <= 9 ? { value: TENS[word]! + rest, to: next + 1, digits: false, width: 0 } : null;
}

/** A year: four digits, «two thousand and eighteen», «twenty twenty six», «'26». */
export function yearAt(tokens: readonly Token[], at: number): NumberRead | null {
  const digits = digitsAt(tokens, at);
  if (digits !== null) return digits.width === 4 && digits.value >= 1900 ? digits : null;
  if (wordAt(tokens, at) === "'" && isJoined(tokens, at + 1)) {
    const short = digitsAt(tokens, at + 1);
    return short?.width === 2 ? { ...short, value: 2000 + short.value } : null;
  }
  if (wordAt(tokens, at) === 'two' && wordAt(tokens, at + 1) === 'thousand') {
    const next = wordAt(tokens, at + 2) === 'and' ? at + 3 : at + 2;
    const rest = spelledNumber(tokens, next);
    return rest === null ? { value: 2000, to: at + 2, digits: false, width: 0 } : { ...rest, value: 2000 + rest.value };
  }
  if (wordAt(tokens, at) === 'twenty' && wordAt(tokens, at + 1) === 'twenty') {
    const rest = spelledNumber(tokens, at + 1);
    return rest !== null && rest.value >= 20 ? { ...rest, value: 2000 + rest.value } : null;
  }
  return null;
}
