import { literal } from '../../text/literal-filter.ts';
import type { Views } from '../../text/views.ts';
import { decodeClaimsChallenge } from '../claims-challenge.ts';
import { messageText } from '../message-text.ts';
import type { FoundOAuthError } from './found-oauth-error.ts';

const LIMIT = 100;
const MARK = literal('error=');
const ERROR = /error=([A-Za-z][A-Za-z0-9_]{2,60})(?![A-Za-z0-9_.])/y;
const WINDOW = 4000;

/** Errors in the query or the fragment of a redirect, or in its form post (RFC 6749 section 4.1.2.1). */
export function redirectErrors(views: Views): FoundOAuthError[] {
  const { text } = views.text;
  const errors: FoundOAuthError[] = [];
  if (!views.text.mayHold(MARK)) return errors;
  for (let at = text.indexOf('error='); at !== -1 && errors.length < LIMIT; at = text.indexOf('error=', at + 6)) {
    ERROR.lastIndex = at;
    const match = ERROR.exec(text);
    if (match === null) continue;
    const behind = ERROR.lastIndex;
    const before = text.charAt(at - 1);
    const opened = before === '?' || before === '#' || before === '&';
    // The first field of a form post, or of a query that was copied without its address.
    if (!opened && !((before === '' || /[\s"'`]/.test(before)) && text.startsWith('&error_', behind))) continue;
    const parameters = parametersFrom(text, opened ? pairStart(text, at) : at);
    const suberror = parameters.get('error_subcode') ?? parameters.get('suberror') ?? null;
    const claims = parameters.get('claims');
    errors.push({
      error: match[1]!.toLowerCase(),
      description: messageText(parameters.get('error_description') ?? ''),
      suberror: suberror !== null && /^[a-z_]{2,60}$/.test(suberror) ? suberror : null,
      claims: claims === undefined ? undefined : decodeClaimsChallenge(claims),
      where: 'redirect',
      start: at,
      end: at + descriptionEnd(text, at, behind),
    });
  }
  return errors;
}

/** The description may stand before the error in the same query: go back to where the query opens. */
function pairStart(text: string, at: number): number {
  for (let back = at - 1; back > 0 && at - back < WINDOW / 2; back -= 1) {
    const code = text.charCodeAt(back);
    if (code === 0x3f || code === 0x23) return back + 1;
    if (code <= 0x20 || code === 0x22 || code === 0x27) return back + 1;
  }
  return at;
}

const PAIR = /([A-Za-z_]{2,40})=/y;
const WANTED: ReadonlySet<string> = new Set(['error_description', 'error_subcode', 'suberror', 'claims']);

function parametersFrom(text: string, start: number): Map<string, string> {
  const parameters = new Map<string, string>();
  const last = Math.min(text.length, start + WINDOW);
  let at = start;
  while (at < last) {
    PAIR.lastIndex = at;
    const match = PAIR.exec(text);
    if (match === null) break;
    const from = PAIR.lastIndex;
    const end = valueEnd(text, from, last);
    const name = match[1]!;
    if (WANTED.has(name) && !parameters.has(name)) parameters.set(name, decoded(text.slice(from, end)));
    if (text[end] !== '&' && text[end] !== '#') break;
    at = end + 1;
  }
  return parameters;
}

const NEXT_PAIR = /[&#](?:[A-Za-z_]{2,40}=|$)/y;

/** A browser's address bar shows the description decoded: then it holds spaces and ends at the next pair or line. */
function valueEnd(text: string, from: number, last: number): number {
  let encoded = false;
  for (let at = from; at < last; at += 1) {
    const character = text[at]!;
    if (character === '\n' || character === '"' || character === '<') return at;
    if (character === '%' || character === '+') encoded = true;
    if (character === ' ' && (encoded || at - from < 3)) return at;
    if (character === '&' || character === '#') {
      NEXT_PAIR.lastIndex = at;
      if (NEXT_PAIR.test(text)) return at;
    }
  }
  return last;
}

function descriptionEnd(text: string, at: number, behind: number): number {
  const description = text.indexOf('error_description=', behind);
  if (description === -1 || description > behind + 2) return behind - at;
  return valueEnd(text, description + 18, Math.min(text.length, behind + WINDOW)) - at;
}

function decoded(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
