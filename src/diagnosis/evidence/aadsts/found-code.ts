import type { Span } from '../../text/span.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import type { AadstsEvidence } from '../evidence.ts';
import { isTold, type Mention } from './mention.ts';

/** A code as one place shows it. */
export interface FoundCode {
  readonly family: AadstsEvidence['family'];
  readonly code: number;
  readonly message: string;
  readonly where: AadstsEvidence['where'];
  readonly repaired: boolean;
  readonly span: Span;
  readonly mention?: Mention;
}

/** Codes of Entra ID have four to eight digits. */
export function codeNumber(digits: string): number | undefined {
  return /^[1-9]\d{3,7}$/.test(digits) ? Number(digits) : undefined;
}

const DIGIT_OF: Readonly<Record<string, string>> = { o: '0', q: '0', i: '1', l: '1', '|': '1', s: '5', z: '2', b: '8' };

/** The digits of a number in which letters of the same shape were read, lower case; `undefined` where hardly one is a digit. */
export function withoutLookalikes(read: string): string | undefined {
  if (read.replace(/\D/g, '').length < 2) return undefined;
  return read.replace(/\D/g, (letter) => DIGIT_OF[letter] ?? letter);
}

const KEPT = 40;

/**
 * One piece of evidence a code and message: `error_codes`, `error_uri` and the text of one error say the same thing, and
 * logs repeat themselves. The mention with words is kept, with its place; a clean spelling beats a repaired one.
 */
export function mergeCodes(found: readonly FoundCode[]): FoundCode[] {
  if (found.length < 2) return [...found];
  const kept = new Map<number, FoundCode[]>();
  for (const item of [...found].sort(inTextOrder)) {
    // The two families number their codes apart.
    const key = item.family === 'AADSTS' ? item.code : -item.code;
    const same = kept.get(key);
    if (same === undefined) kept.set(key, [item]);
    else mergeInto(same, item);
  }
  const merged: FoundCode[] = [];
  for (const same of kept.values()) for (const item of same) merged.push(item);
  return merged.sort(inTextOrder).slice(0, KEPT);
}

function inTextOrder(a: FoundCode, b: FoundCode): number {
  return a.span.start - b.span.start;
}

function mergeInto(same: FoundCode[], item: FoundCode): void {
  const index = same.findIndex((other) => sameWords(other.message, item.message));
  const other = same[index];
  if (other === undefined) {
    if (same.length < KEPT) same.push(item);
    return;
  }
  // One that came beside one that is only talked about: the first is what happened.
  if (isTold(item.mention) !== isTold(other.mention)) {
    same[index] = isTold(item.mention) ? item : other;
    return;
  }
  const { mention, ...fuller } = weight(item) > weight(other) ? item : other;
  const repaired = item.repaired && other.repaired;
  // Where one of them came with its sentence, the code did.
  const named = item.mention === undefined || other.mention === undefined ? undefined : mention;
  same[index] = named === undefined ? { ...fuller, repaired } : { ...fuller, repaired, mention: named };
}

/** Words first, then running text before lists and addresses. */
function weight(item: FoundCode): number {
  return (item.message === '' ? 0 : 2) + (item.where === 'text' ? 1 : 0);
}

/** One text may be cut where its copy is not, and every time it is printed its ids and instants differ. */
function sameWords(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true;
  const first = withoutIds(a);
  const second = withoutIds(b);
  return first.startsWith(second) || second.startsWith(first);
}

function withoutIds(message: string): string {
  const words = message
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]{0,10}Z?/g, '');
  return withoutTrailing(words, ' \t\r\n\u00a0.…').slice(0, 160);
}
