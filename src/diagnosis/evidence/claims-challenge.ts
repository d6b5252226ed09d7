import type { ClaimsChallenge } from './evidence.ts';

/** Claims challenges are a few hundred characters; more is not one. */
const LONGEST_CLAIMS = 8192;
const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;

/**
 * Decodes the `claims` of a challenge or of an error body: base64 or base64url with or without padding, as in
 * WWW-Authenticate, or plain or percent-encoded JSON, as in a token endpoint's error.
 *
 * @returns what it asks for, or `undefined` where it is not a claims request (OpenID Connect Core, section 5.5).
 */
export function decodeClaimsChallenge(value: string): ClaimsChallenge | undefined {
  if (value.length > LONGEST_CLAIMS) return undefined;
  const json = claimsJson(value.trim().replace(/^["']|["',]{1,2}$/g, ''));
  if (json === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(parsed)) return undefined;
  const members = ['access_token', 'id_token', 'userinfo'].filter((name) => isRecord(parsed[name]));
  if (members.length === 0) return undefined;
  const requested = isRecord(parsed.access_token) ? parsed.access_token : {};
  const nbf = Number(valuesOf(requested.nbf)[0]);
  return {
    json,
    asked: Object.keys(requested),
    acrs: valuesOf(requested.acrs),
    ...(Number.isFinite(nbf) && nbf > 0 ? { nbf } : {}),
  };
}

function claimsJson(value: string): string | undefined {
  if (value.startsWith('{')) return value;
  const decoded = value.includes('%') ? percentDecoded(value) : value;
  if (decoded.startsWith('{')) return decoded;
  if (!BASE64.test(decoded)) return undefined;
  // Node reads both alphabets and does without padding.
  const json = Buffer.from(decoded, 'base64').toString('utf8').trim();
  return json.startsWith('{') ? json : undefined;
}

function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** `{"value": "c1"}` and `{"values": ["c1", "c2"]}` as a list of strings. */
function valuesOf(request: unknown): string[] {
  if (!isRecord(request)) return [];
  const values = Array.isArray(request.values) ? request.values : [request.value];
  return values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
