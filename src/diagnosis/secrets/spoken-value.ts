import { looksChosen } from './secret-forms.ts';
import type { StatedValue } from './stated-value.ts';

const SPOKEN = /(?: (?:value|text|key))?(?: (?:is|was|=)(?::| now)?)? {1,2}(\(|["'`])?([^\s"'`()<>[\]&\\]{12,512})/y;

const SHORTEST = 12;

/** Mostly another word follows: of so few characters none is a value, and three short ones may stand before it. */
function isFollowedByValue(text: string, nameEnd: number): boolean {
  let start = nameEnd + 1;
  for (let words = 0; words < 4; words += 1) {
    let at = start;
    let digits = 0;
    for (let code = text.charCodeAt(at); code > 0x20; code = text.charCodeAt(at)) {
      if (code >= 0x30 && code <= 0x39) digits += 1;
      at += 1;
    }
    if (at - start >= SHORTEST) return digits > 1;
    if (at - start > 5 || digits > 0) return false;
    start = at + 1;
  }
  return false;
}

/**
 * The value of a name in a sentence: «the client secret is …», «the client secret (…)», «my secret value …». Words follow
 * names everywhere, so that only what nobody would say counts: letters of both cases and digits.
 */
export function spokenValue(text: string, nameEnd: number): StatedValue | null {
  if (!isFollowedByValue(text, nameEnd)) return null;
  SPOKEN.lastIndex = nameEnd;
  const match = SPOKEN.exec(text);
  if (match === null) return null;
  const word = match[2]!.replace(/[.,;:!?]{1,4}$/, '');
  if (!looksChosen(word) || !/[a-z]/.test(word) || !/[A-Z]/.test(word) || /\w=\w/.test(word)) return null;
  if (match[1] === undefined && !/ (?:is|was|=)/.test(match[0]) && word.length < 16) return null;
  // «expiry time of the assertion 2025-06-02T10:58:00Z»
  if (/^\d{1,4}[-/.:]\d/.test(word)) return null;
  // Names of code and codes of errors have one number.
  if ((word.match(/\d+/g) ?? []).length < 2) return null;
  const start = nameEnd + match[0].length - match[2]!.length;
  return { start, end: start + word.length, quoted: match[1] !== undefined && match[1] !== '(', separator: ':' };
}
