import { isJoined, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { digitsAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';

/** 2026-03-12, 31/03, 5/17/2018, 23.04.2022, 31.3., 12-03-2026; 24/7 and 1/2 of something are none. */
export function numericDateAt(tokens: readonly Token[], at: number): DateRead | null {
  const first = digitsAt(tokens, at);
  if (first === null) return null;
  const mark = wordAt(tokens, first.to);
  const afterDash = wordAt(tokens, at - 1) === '-' && (mark === '/' || mark === '.');
  if (!afterDash && isJoined(tokens, at) && /^[-/.:$€£#+]$/.test(wordAt(tokens, at - 1))) return null;
  if (!/^[-/.]$/.test(mark) || !isJoined(tokens, first.to) || !isJoined(tokens, first.to + 1)) return null;
  const second = digitsAt(tokens, first.to + 1);
  if (second === null || second.width > 2 || second.value < 1) return null;
  const again = wordAt(tokens, second.to) === mark && isJoined(tokens, second.to);
  const third = again && isJoined(tokens, second.to + 1) ? digitsAt(tokens, second.to + 1) : null;
  if (first.width === 4) return yearFirst(tokens, first.value, second.value, third);
  if (first.width > 2 || first.value < 1) return null;
  if (third !== null) {
    if (third.width !== 2 && third.width !== 4) return null;
    const year = third.width === 2 ? 2000 + third.value : third.value;
    const dotted = mark === '.' ? { dotted: true } : {};
    return { date: { numeric: { first: first.value, second: second.value, year, ...dotted } }, to: third.to };
  }
  // A dash between two numbers is a range; a dot without the second one is a number or an hour.
  if (mark === '-') return null;
  if (mark === '.' && !again) return null;
  if (Math.max(first.value, second.value) > 31 || Math.min(first.value, second.value) > 12) return null;
  if (mark === '/' && first.value === 24 && second.value === 7) return null;
  if (/^(?:of|hours?|hrs?|mins?)$/.test(wordAt(tokens, second.to)) && !again) return null;
  return {
    date: {
      numeric: { first: first.value, second: second.value, year: null, ...(mark === '.' ? { dotted: true } : {}) },
    },
    to: mark === '.' ? second.to + 1 : second.to,
  };
}

function yearFirst(
  tokens: readonly Token[],
  year: number,
  month: number,
  third: { readonly value: number; readonly to: number; readonly width: number } | null,
): DateRead | null {
  if (third === null || third.width > 2 || year < 1900) return null;
  const to =
    wordAt(tokens, third.to) === 't' && isJoined(tokens, third.to) && tokens[third.to + 1]?.kind === 'number'
      ? third.to + 1
      : third.to;
  return { date: { year, month, day: third.value }, to };
}
