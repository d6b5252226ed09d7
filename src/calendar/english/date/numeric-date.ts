import { isRealDate } from '../../local/day.ts';
import { isJoined, wordAt } from '../../text/token-at.ts';
import type { Token } from '../../text/tokenize.ts';
import { digitsAt } from '../words/numbers.ts';
import type { DateRead } from './date-read.ts';

/** 2026-03-12, 31/03, 5/17/2018, 23.04.2022, 31.3., 12-03-2026; 24/7 and 1/2 of something are none. */
export function numericDateAt(tokens: readonly Token[], at: number): DateRead | null {
  const first = digitsAt(tokens, at);
  if (first === null) return basicIso(tokens, at);
  const mark = wordAt(tokens, first.to);
  const afterDash = wordAt(tokens, at - 1) === '-' && (mark === '/' || mark === '.');
  const inInterval = wordAt(tokens, at - 1) === '/' && first.width === 4;
  if (!afterDash && !inInterval && isJoined(tokens, at) && /^[-/.:$€£#+]$/.test(wordAt(tokens, at - 1))) return null;
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

/** 20260803, also with the T of a time behind it; a lone number of eight figures is one where it is a day near ours. */
function basicIso(tokens: readonly Token[], at: number): DateRead | null {
  const parts = /^(20[2-4]\d)(0[1-9]|1[0-2])([0-3]\d)$/.exec(wordAt(tokens, at));
  const inInterval = wordAt(tokens, at - 1) === '/' && tokens[at - 2]?.kind === 'number';
  if (parts === null || tokens[at]?.kind !== 'number' || (isJoined(tokens, at) && !inInterval)) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (!isRealDate(year, month, day) || NUMBERED.test(wordAt(tokens, at - 1))) return null;
  const next = tokens[at + 1];
  const isTime = next?.word === 't' && next.joined && tokens[at + 2]?.kind === 'number';
  if (next?.joined === true && !isTime && !/^[,.;:?!)]$/.test(next.word)) return null;
  return { date: { year, month, day }, to: isTime ? at + 2 : at + 1 };
}

const NUMBERED = /^(?:#|no|nr|number|id|ticket|case|order|invoice|incident|inc|req|ref|po|build|version|v)$/;

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
