import type { SecretKind } from '../diagnosis.ts';
import { literal } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type CompactToken, compactTokensOf, isSigned, payloadIn } from './compact-jwt.ts';
import { nameBefore } from './name-before.ts';
import type { SecretHit } from './secret-hit.ts';

const NOT_SECRET_NAMES: ReadonlySet<string> = new Set(['state', 'nonce', 'clientinfo', 'claims', 'client_info']);

/** Further tokens of a dump are masked like these; what they hold is not read. */
const MOST_DECODED = 500;

/** `{\"` in base64: every header begins with it. */
export const JWT_MARKS = ['eyj'] as const;
const BEGIN = literal(JWT_MARKS[0]);

/** Signed tokens, and what is left of them. */
export function jwtSecrets(source: MappedText): SecretHit[] {
  const { text } = source;
  const hits: SecretHit[] = [];
  if (!source.mayHold(BEGIN)) return hits;
  for (const token of compactTokensOf(source)) {
    if (token.segments.length < 2) continue;
    const name = nameBefore(text, token.start);
    const flat = (name ?? '').replaceAll(/[_.-]/g, '');
    const payload = token.segments.length === 5 || hits.length >= MOST_DECODED ? null : payloadIn(source, token);
    hits.push({
      start: token.start,
      end: token.end,
      kind: kindOf(flat, token, payload),
      live: isSigned(token) && !NOT_SECRET_NAMES.has(flat),
      expires: endOf(payload?.exp),
      rank: 3,
    });
  }
  return hits;
}

/** Milliseconds; SharePoint writes the seconds of its download tokens as text. */
export function endOf(exp: unknown): number | null {
  const seconds = typeof exp === 'string' && /^\d{10}$/.test(exp) ? Number(exp) : exp;
  return typeof seconds === 'number' && Number.isFinite(seconds) && Math.abs(seconds) < 1e11 ? seconds * 1000 : null;
}

function kindOf(name: string, token: CompactToken, payload: Readonly<Record<string, unknown>> | null): SecretKind {
  // A workflow calls it an ID token; it is what the app proves itself with.
  if (payload !== null && isForTokenExchange(payload.aud)) return 'client-assertion';
  if (name.endsWith('refreshtokencredential')) return 'cookie';
  if (name.endsWith('idtoken') || name === 'idtokenhint') return 'id-token';
  if (name.endsWith('refreshtoken')) return 'refresh-token';
  if (name.endsWith('clientassertion')) return 'client-assertion';
  if (name === 'code' || name.endsWith('authorizationcode')) return 'authorization-code';
  if (name === 'tempauth' || name === 'authtoken') return 'download-link';
  if (name.endsWith('cookie') || name.includes('session')) return 'cookie';
  if (payload !== null && isClientAssertion(payload)) return 'client-assertion';
  if (name.endsWith('assertion')) return 'user-assertion';
  if (name.endsWith('accesstoken')) return 'access-token';
  if (payload !== null && idTokenMarks(payload, token.header ?? {}).length > 0) return 'id-token';
  return 'access-token';
}

function isForTokenExchange(aud: unknown): boolean {
  return typeof aud === 'string' && aud.startsWith('api://AzureADTokenExchange');
}

/** RFC 7523 section 3: issuer and subject are the client itself; or a workload's federated token. */
function isClientAssertion(payload: Readonly<Record<string, unknown>>): boolean {
  const { iss, sub, aud } = payload;
  if (typeof iss === 'string' && iss === sub) return true;
  return typeof aud === 'string' && (isForTokenExchange(aud) || /\/oauth2\/(?:v2\.0\/)?token$/.test(aud));
}

/**
 * Claims that only an ID token has (OpenID Connect Core, sections 2 and 3.3.2.11).
 * A name with a nonce counts only where no scope or role stands beside it: version 1 access tokens carry a name too.
 */
export function idTokenMarks(
  payload: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>>,
): string[] {
  const marks: string[] = [];
  for (const claim of ['at_hash', 'c_hash']) if (typeof payload[claim] === 'string') marks.push(claim);
  const permissions =
    payload.scp !== undefined ||
    payload.roles !== undefined ||
    payload.appid !== undefined ||
    payload.azp !== undefined;
  if (permissions || header.nonce !== undefined) return marks;
  if (typeof payload.nonce === 'string') marks.push('nonce');
  for (const claim of ['name', 'preferred_username', 'email', 'emails']) {
    if (payload[claim] !== undefined && (marks.length > 0 || payload.aud !== undefined)) marks.push(claim);
  }
  return marks;
}
