import { maskSpans } from './secrets/mask-secrets.ts';
import { escapedCharacterAround } from './text/escaped-character.ts';
import type { Span } from './text/span.ts';

const LONGEST = 240;
/** How much of a line is shown before the place itself, where the line is longer than a quote may be. */
const LEAD = 60;
/** Cuts fall between words, unless the word is longer than this: an address, a token. */
const LONGEST_WORD = 30;

/**
 * The person's own line around a place, secrets masked, at most 240 characters. A place of several lines (a token's
 * claims, a body) is quoted from its first line on, put into one.
 *
 * @param secrets - sorted spans of the paste that hold secrets
 */
export function quote(paste: string, at: Span, secrets: readonly Span[]): string {
  if (at.end <= at.start) return '';
  let start = paste.lastIndexOf('\n', at.start - 1) + 1;
  const lineEnd = paste.indexOf('\n', at.end > at.start ? at.end - 1 : at.start);
  let end = lineEnd === -1 ? paste.length : lineEnd;
  const cutBefore =
    at.start - start > LONGEST - LEAD || end - start > LONGEST
      ? wordFrom(paste, start, at.start - LEAD, at.start)
      : start;
  const before = cutBefore > start ? '…' : '';
  start = cutBefore;
  const cutBehind = Math.min(end, Math.max(at.end, start + LONGEST), start + LONGEST * 4);
  end = cutBehind < end ? wholeBefore(paste, cutBehind, at.start) : end;
  const masked = maskSpans(paste, secrets, start, end).replace(/\s+/g, ' ').trim();
  const whole = before + masked;
  // A mask is shown whole.
  if (whole.length <= LONGEST && whole.endsWith(']') && end < (lineEnd === -1 ? paste.length : lineEnd))
    return `${whole}…`;
  const goesOn = whole.length > LONGEST || end < (lineEnd === -1 ? paste.length : lineEnd);
  if (!goesOn) return whole;
  return `${whole.slice(0, wordBefore(whole, Math.min(whole.length, LONGEST - 1))).replace(/[.,:;]$/, '')}…`;
}

/** Where the first whole word from `from` on begins: at `line`, where there is nothing to cut, and at `at` at the latest. */
function wordFrom(text: string, line: number, from: number, at: number): number {
  if (from <= line) return line;
  const space = text.slice(from - 1, Math.min(at, from + LONGEST_WORD)).search(/\s/);
  return space === -1 ? wholeBehind(text, from, at) : from + space;
}

/** Where the last whole word before `to` ends. */
function wordBefore(text: string, to: number): number {
  if (text[to] === ' ') return to;
  const space = text.lastIndexOf(' ', to);
  return space < Math.max(1, to - LONGEST_WORD) ? wholeBefore(text, to, 1) : space;
}

/** Where the character that a cut at `from` would halve ends (`&quot;`, `%27`, `\\"`): at `at` at the latest. */
function wholeBehind(text: string, from: number, at: number): number {
  return Math.min(escapedCharacterAround(text, from)?.end ?? from, at);
}

/** Where it begins: at `at` at the earliest. */
function wholeBefore(text: string, to: number, at: number): number {
  return Math.max(escapedCharacterAround(text, to)?.start ?? to, at);
}
