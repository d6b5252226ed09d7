import type { Challenge } from './grammar.ts';
import { readPastedValue } from './pasted-value.ts';
import { AUTHENTICATION_SCHEMES, CHALLENGE_PARAMETERS, parameterName } from './schemes.ts';

/** Parameters and schemes of one header; the longest headers that services send have about twenty. */
const MOST_PARAMETERS = 60;
const WORD = /[A-Za-z][\w-]{0,60}/y;
const EQUALS = /[ \t]{0,4}=(?!=)[ \t]{0,4}/y;
const BETWEEN = /[ \t,;"'`[(\\]{0,60}/y;
const LINE_BREAK = /\r?\n[ \t]{0,80}/y;

/**
 * Reads challenges from pasted text by rules that forgive what pasting does: other quotes or none, values cut off,
 * headers folded or run together, lists in brackets. Only schemes that exist start a challenge here, since anything
 * else may be the next thing in the text.
 *
 * @param at where the first scheme should stand
 * @returns the challenges with offsets in `text`, and where reading ended; no challenge where none begins at `at`
 */
export function readPastedChallenges(text: string, at: number): { challenges: Challenge[]; end: number } {
  const challenges: Challenge[] = [];
  let current: { scheme: string; parameters: Record<string, string>; start: number; end: number } | undefined;
  let cursor = at;
  let end = at;
  for (let read = 0; read < MOST_PARAMETERS; read++) {
    const between = skip(BETWEEN, text, cursor);
    const afterComma = text.slice(cursor, between).includes(',');
    const start = read === 0 ? between : pastLineBreak(text, between);
    const folded = start > between;
    WORD.lastIndex = start;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) break;
    EQUALS.lastIndex = start + word.length;
    if (EQUALS.test(text)) {
      const name = parameterName(word);
      if (current === undefined || name === '__proto__' || (folded && !CHALLENGE_PARAMETERS.has(name))) break;
      const value = readPastedValue(text, EQUALS.lastIndex, name === 'error_description');
      // Of a repeated parameter the first counts.
      if (!Object.hasOwn(current.parameters, name)) current.parameters[name] = value.value;
      current.end = value.end;
      cursor = value.end;
    } else {
      const scheme = word.toLowerCase();
      if (!AUTHENTICATION_SCHEMES.has(scheme) || !endsScheme(text, start + word.length)) break;
      if (folded && !afterComma && !isIndented(text, start)) break;
      current = { scheme, parameters: {}, start, end: start + word.length };
      challenges.push(current);
      cursor = current.end;
    }
    end = cursor;
  }
  return { challenges, end };
}

/** After the line break and the indentation at `at`, or `at` where there is none. */
function pastLineBreak(text: string, at: number): number {
  return skip(LINE_BREAK, text, at);
}

function isIndented(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 0x20 || before === 9;
}

function endsScheme(text: string, at: number): boolean {
  const next = text[at];
  return next === undefined || ' \t\r\n,;"\'`)]}'.includes(next);
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
