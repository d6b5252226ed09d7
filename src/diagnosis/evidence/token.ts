import { type CompactToken, compactTokensOf, decodeText, isSigned, payloadIn } from '../secrets/compact-jwt.ts';
import { nameBefore } from '../secrets/name-before.ts';
import { literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Reader, Views } from '../text/views.ts';
import type { TokenEvidence } from './evidence.ts';
import { claimPairs } from './tokens/claim-pairs.ts';
import { grantedScopes } from './tokens/granted-scopes.ts';
import { mgContexts } from './tokens/mg-context.ts';
import { opaqueTokens } from './tokens/opaque-tokens.ts';
import { pastedClaims } from './tokens/pasted-claims.ts';
import { saslTokens } from './tokens/sasl-tokens.ts';
import { tokenClaims } from './tokens/token-claims.ts';
import { fieldOf, isSent } from './tokens/token-field.ts';

const MOST_TOKENS = 20;
const LONGEST_TOKEN = 16_384;
const COMPACT_MARK = literal('eyj');

/**
 * Tokens of a paste: compact ones decoded (never trusted), payloads pasted decoded, opaque tickets and refresh tokens.
 * Of each only header and claims are kept. At most twenty, identical ones once; one over 16 KiB is read as far as that.
 */
export const readTokens: Reader<TokenEvidence> = (views: Views): TokenEvidence[] => {
  const { text } = views;
  const compact = text.mayHold(COMPACT_MARK) ? compactTokens(text) : [];
  // An address may carry a token percent-encoded; nothing else is gained from the decoded view.
  const found = [...compact, ...opaqueTokens(text)];
  for (const { token } of saslTokens(text)) if (token !== null) found.push(token);
  if (found.length < MOST_TOKENS) found.push(...mgContexts(text), ...pastedClaims(text));
  // Where a token shows itself, nothing else needs to tell what it holds.
  if (found.length === 0) found.push(...grantedScopes(text));
  return found.sort((one, other) => one.span.start - other.span.start).slice(0, MOST_TOKENS);
};

function compactTokens(text: MappedText): TokenEvidence[] {
  const seen = new Map<string, TokenEvidence>();
  const tokens = compactTokensOf(text);
  for (let index = 0; index < tokens.length && index < MOST_TOKENS * 4 && seen.size < MOST_TOKENS; index += 1) {
    const token = tokens[index]!;
    const name = nameBefore(text.text, token.start);
    if (name === 'state' || name === 'client_info' || name === 'claims') continue;
    const evidence = decoded(text, token, name);
    if (evidence === null) continue;
    const key = token.segments.slice(0, 2).join('.');
    const before = seen.get(key);
    // The same token once in a response and once in a header: that it was sent is the more telling place.
    if (before === undefined || (evidence.sent && !before.sent)) seen.set(key, evidence);
  }
  return [...seen.values()];
}

function decoded(text: MappedText, token: CompactToken, name: string | null): TokenEvidence | null {
  const [head = '', body = ''] = token.segments;
  const header = token.header ?? jsonPiece(head);
  if (token.segments.length === 1 && token.header === null) return null;
  const encrypted = token.segments.length === 5;
  const payload =
    encrypted || body === ''
      ? {}
      : ((body.length > LONGEST_TOKEN ? null : payloadIn(text, token)) ?? jsonPiece(body.slice(0, LONGEST_TOKEN)));
  const whole = encrypted || isSigned(token) || header.alg === 'none';
  return {
    kind: 'token',
    format: 'jwt',
    header,
    claims: tokenClaims(payload, header),
    sent: isSent(text.lower, token.start, name),
    field: fieldOf(name),
    truncated: token.cut || !whole,
    span: text.spanOf(token.start, token.end),
  };
}

/** What can be read of JSON that was cut: its whole pairs. */
function jsonPiece(segment: string): Record<string, unknown> {
  return Object.fromEntries(claimPairs(decodeText(segment)).map(({ name, value }) => [name, value]));
}
