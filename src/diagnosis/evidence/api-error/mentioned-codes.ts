import type { Views } from '../../text/views.ts';
import { wordScanner } from '../word-scanner.ts';
import { type FoundApiError, found } from './found-api-error.ts';
import { KNOWN_CODES } from './known-codes.ts';

const LIMIT = 60;

const scan = wordScanner(
  new Map(KNOWN_CODES.filter((code) => /^\w+$/.test(code)).map((code) => [code.toLowerCase(), code] as const)),
);

/** A comparison or a branch in someone's code names a code that nobody received. */
const IN_CODE = /(?:[=!]==?|\bcase|\.(?:is|equals|includes)\()\s{0,4}["'`]?$/;
/** «X: message», «[X] : message», «X - message», «(X) message». */
const WORDS_BEHIND = /["'`]?(?:\]?\s{0,2}[:–|-]|\))[ \t]{1,3}(?![{[])([^\n|]{1,1000})/y;

/**
 * Codes named in running text or a log line: «unexpected status 403 with OData error: Authorization_RequestDenied: …».
 *
 * @param covered - places that a fuller reading has already read
 */
export function mentionedCodes(views: Views, covered: readonly FoundApiError[]): FoundApiError[] {
  const { text } = views.text;
  const errors: FoundApiError[] = [];
  const seen = new Set(covered.map((error) => error.code));
  let next = 0;
  scan(views.text, (code, start, end) => {
    while (next < covered.length && covered[next]!.end <= start) next += 1;
    const around = covered[next];
    if (around !== undefined && around.source === views.text && around.start <= start) return true;
    if (IN_CODE.test(text.slice(Math.max(0, start - 24), start))) return true;
    WORDS_BEHIND.lastIndex = end;
    const message = WORDS_BEHIND.exec(text)?.[1] ?? '';
    if (message === '' && seen.has(code)) return true;
    seen.add(code);
    errors.push(found(views.text, start, message === '' ? end : WORDS_BEHIND.lastIndex, { code, message }));
    return errors.length < LIMIT;
  });
  return errors;
}
