import type { SecretKind } from '../diagnosis.ts';
import { original } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { knownValues, repetitionsOf } from './repeated-secrets.ts';
import { mergeHits, scanSecrets, scanShortText } from './scan-secrets.ts';
import type { SecretHit } from './secret-hit.ts';
import { SHORT_TEXT } from './short-text.ts';

const WORDS: Readonly<Record<SecretKind, string>> = {
  'access-token': 'access token',
  'id-token': 'ID token',
  'refresh-token': 'refresh token',
  'authorization-code': 'code',
  'device-code': 'device code',
  'code-verifier': 'verifier',
  'client-secret': 'client secret',
  'client-assertion': 'assertion',
  'user-assertion': 'assertion',
  cookie: 'cookie',
  'sas-signature': 'signature',
  password: 'password',
  'download-link': 'link',
  'api-key': 'key',
  'private-key': 'private key',
};

/** After the second round there is hardly ever anything left; the bound keeps hostile text linear. */
const MOST_ROUNDS = 4;

/**
 * The text with every secret taken out. Needs nothing but the text: made for loggers and error messages.
 * Masking what is masked changes nothing.
 *
 * @param text - any text; linear
 */
export function maskSecrets(text: string): string {
  let masked = text;
  // A value taken out may bring a name and another value together: again until nothing is found.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = maskOnce(masked, round === 0);
    if (next === masked) break;
    masked = next;
  }
  return masked;
}

function maskOnce(text: string, first: boolean): string {
  const found = text.length <= SHORT_TEXT ? scanShortText(text) : scanSecrets(original(text));
  if (found.length === 0) return text;
  const hits = first ? withRepeated(text, mergeHits(found)) : mergeHits(found);
  let masked = '';
  let from = 0;
  for (const { start, end, kind, rank } of hits) {
    masked += text.slice(from, start);
    if (text.startsWith('eyJ', start)) masked += `eyJ…[${WORDS[kind]} hidden]`;
    // What was found by its shape alone gets its name said; under a name `[hidden]` is enough.
    else masked += rank === 1 ? `[${WORDS[kind]} hidden]` : '[hidden]';
    from = end;
  }
  return masked + text.slice(from);
}

/** With the places where the same secrets stand again. */
function withRepeated(text: string, hits: readonly SecretHit[]): readonly SecretHit[] {
  const values = knownValues(text, hits);
  if (values.length === 0) return hits;
  const more = repetitionsOf(values).placesIn(text, hits);
  return more.length === 0 ? hits : mergeHits([...hits, ...more.map(repeatedHit)]);
}

function repeatedHit({ start, end }: Span): SecretHit {
  return { start, end, kind: 'api-key', live: false, expires: null, rank: 0 };
}

/**
 * A piece of the paste with the secrets in it masked, also those that only begin or end in it.
 *
 * @param spans - from `findSecrets`: ordered, without overlaps
 */
export function maskSpans(paste: string, spans: readonly Span[], start: number, end: number): string {
  let masked = '';
  let from = start;
  for (let index = firstEndingAfter(spans, start); index < spans.length; index += 1) {
    const span = spans[index]!;
    if (span.start >= end) break;
    if (span.start > from) masked += paste.slice(from, span.start);
    masked += paste.startsWith('eyJ', span.start) ? 'eyJ…[hidden]' : '[hidden]';
    from = Math.min(span.end, end);
  }
  return from < end ? masked + paste.slice(from, end) : masked;
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
