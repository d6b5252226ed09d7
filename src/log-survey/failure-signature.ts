import { withoutPrefix } from './entry-start.ts';
import type { FailureBlock } from './failure-block.ts';

/**
 * What makes two failures the same: their marked lines without time stamps, ids, numbers, addresses of people and
 * tokens. Codes of Entra ID and HTTP statuses stay.
 */
export function failureSignature(block: FailureBlock): string {
  return block.markedLines
    .slice(0, 4)
    .map((line) => normalised(withoutPrefix(line)))
    .join('\n');
}

/** The same over the whole block: blocks that agree in it have the same diagnosis. */
export function blockSignature(block: FailureBlock): string {
  return block.text
    .slice(0, 8192)
    .split('\n')
    .map((line) => normalised(withoutPrefix(line)))
    .join('\n');
}

/** Codes and statuses are kept (first group), other numbers are not: they count, time and identify. */
const NUMBERS =
  /((?:AADSTS|AADB2C|IDX) ?\d{4,7}|(?:HTTP\/[\d.]{1,3}"? |status[^\d\n]{1,12}|\(|returned |response |error |code )[45]\d\d\b|\b[45]\d\d (?=[A-Z][a-z]))|\d+/gi;

function normalised(line: string): string {
  return line
    .slice(0, 2000)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '#')
    .replace(/\beyJ[\w-]{8,}[\w.-]*/g, '#')
    .replace(/[\w.+-]{1,64}@[\w.-]{1,190}/g, '#')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g, '#')
    .replace(/\?[^\s"'<>]{1,1500}/g, '?')
    .replace(/[\w+/=-]{24,}/g, opaque)
    .replace(NUMBERS, (whole, kept) => (kept === undefined ? '#' : whole.replace(' ', '')))
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Long runs with digits are ids or tokens; without they are names such as SecurityTokenInvalidAudienceException. */
function opaque(run: string): string {
  return /\d/.test(run) && !/^(?:AADSTS|IDX)\d/i.test(run) ? '#' : run;
}
