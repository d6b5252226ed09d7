import { maskSpans } from './secrets/mask-secrets.ts';
import type { Span } from './text/span.ts';

const LONGEST = 240;
/** How much of a line is shown before the place itself, where the line is longer than a quote may be. */
const LEAD = 60;

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
    at.start - start > LONGEST - LEAD || end - start > LONGEST ? Math.max(start, at.start - LEAD) : start;
  const before = cutBefore > start ? '…' : '';
  start = cutBefore;
  end = Math.min(end, Math.max(at.end, start + LONGEST), start + LONGEST * 4);
  const masked = maskSpans(paste, secrets, start, end).replace(/\s+/g, ' ').trim();
  const whole = before + masked;
  if (whole.length > LONGEST) return `${whole.slice(0, LONGEST - 1)}…`;
  return end < (lineEnd === -1 ? paste.length : lineEnd) ? `${whole}…` : whole;
}
