import { nameBefore } from '../../secrets/name-before.ts';
import { literalList } from '../../text/literal-filter.ts';
import { mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { TokenEvidence } from '../evidence.ts';
import { fieldOf, isSent } from './token-field.ts';

const OPAQUE = /(?<![A-Za-z0-9+/])Ew[A-D][A-Za-z0-9+/]{2,16384}={0,2}/g;
const REFRESH =
  /(?<![\w.+/-])(?:[01]\.A[\w-]{4,4096}(?:\.[\w-]{1,8192}){0,4}|M\.[CR]\d{1,4}_[\w!*$.-]{4,8192}|O?AQAB[AI][A-Za-z][\w-]{60,8192})/g;
/** What every match of the pattern holds, in lower case. */
const OPAQUE_MARKS = literalList(['ewa', 'ewb', 'ewc', 'ewd']);
const REFRESH_MARKS = literalList(['0.a', '1.a', 'm.c', 'm.r', 'qaba']);
const CUT = /^(?:…|\.{2,}|\[|\(trunc|\*{2})/;

/** Compact tickets of personal accounts and refresh tokens: there is nothing in them to read, but where they stand tells. */
export function opaqueTokens(text: MappedText): TokenEvidence[] {
  const found: TokenEvidence[] = [];
  if (mayHoldOneOf(text, OPAQUE_MARKS) && text.text.includes('Ew')) collect(text, OPAQUE, 'opaque', 180, found);
  if (mayHoldOneOf(text, REFRESH_MARKS) && /[01]\.A|M\.[CR]\d|QABA/.test(text.text))
    collect(text, REFRESH, 'refresh', 90, found);
  return found;
}

/** A short piece counts only under a name of a token or in an Authorization header. */
function collect(
  text: MappedText,
  pattern: RegExp,
  format: 'opaque' | 'refresh',
  plainLength: number,
  found: TokenEvidence[],
): void {
  for (const match of text.text.matchAll(pattern)) {
    if (found.length >= 20) return;
    const name = nameBefore(text.text, match.index);
    const sent = isSent(text.lower, match.index, name);
    const field = fieldOf(name);
    if (field === 'code' || name === 'rh' || name === 'aio') continue;
    const end = match.index + match[0].length;
    if (!sent && field === null && match[0].length < plainLength) continue;
    found.push({
      kind: 'token',
      format,
      header: {},
      claims: { idTokenMarks: [] },
      sent,
      field,
      truncated: CUT.test(text.text.slice(end, end + 8)) || match[0].endsWith('...'),
      span: text.spanOf(match.index, end),
    });
  }
}
