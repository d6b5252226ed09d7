import type { RequestEvidence } from '../evidence.ts';

export type AuthorizationState = Exclude<RequestEvidence['authorization'], 'absent' | null>;

/** Where the value was written: that decides whether `$token` or `{token}` is filled in later or was never filled in. */
export type Setting =
  /** A header line as it was sent or logged. */
  | 'sent'
  /** Between double quotes or unquoted in a shell, or in a string that a language fills in. */
  | 'interpolated'
  /** In a string that nothing fills in. */
  | 'literal';

const ABSENT_WORD =
  /^(?:undefined|null|none|nil|nan|\(null\)|\[object (?:object|promise|undefined)\]|system\.[\w.`[\]]{1,80}|<coroutine.{0,80})$/i;
const REDACTED =
  /redact|hidden|omitted|removed|masked|secret|filtered|sensitive|elided|snip|pii|^[.…*xX•#_-]+$|\*{3}|x{6}|\.\.\.|…|censored|abbreviated/i;
const TEMPLATE =
  /^(?:\{\{.{0,80}\}\}|\$\{.{0,80}\}|\{.{0,80}\}|<.{0,80}>|\[.{0,80}\]|%\w{1,40}%|\$\(.{0,60}\)|\$(?:env:)?\w{1,40}|%s|@\w{1,40})$/i;
const TEMPLATE_WORDS =
  /^(?:your|my|the|insert|paste|enter)?[ _-]?(?:(?:access|bearer|auth|jwt|id|graph|valid)[ _-]?)*(?:token)(?:[ _-]?(?:here|value|goes here|string))?$/i;
const OTHER_SCHEME =
  /^(?:msauth1\.0|pop|dpop|negotiate|ntlm|digest|aws4-hmac-sha256|sharedkey|bot|token|hawk|oauth)\s/i;
const JWT_LIKE = /^ey[A-Za-z0-9_-]{6,}/;
const OPAQUE = /^[A-Za-z0-9+/=_.!*$-]{20,}$/;

/**
 * What can be said of an Authorization header's value, without keeping any of it.
 *
 * @param written the value without the quotes that the language or format around it asks for
 * @returns `null` where it does not read as a value of this header
 */
export function authorizationState(written: string, setting: Setting): AuthorizationState | null {
  const value = written.slice(0, 9000).trim();
  if (value === '') return 'empty';
  if (/^basic(?:\s|$)/i.test(value)) return 'basic';
  const quotedWhole = /^["'](bearer\b.*)["']?$/is.exec(value)?.[1];
  if (quotedWhole !== undefined) return 'quoted';
  if (!/^bearer/i.test(value)) return withoutBearer(value, setting);
  const after = value.slice(6);
  if (after.trim() === '' || /^\s*["']{2}$/.test(after)) return 'empty';
  if (/^["':=]?\s?["']?ey[A-Za-z0-9]/.test(after) && !/^\s/.test(after)) return 'unspaced';
  if (/^(?:undefined|null|none|\$|\{|<)/i.test(after)) return 'unspaced';
  if (!/^\s/.test(after)) return /^[:=]/.test(after) ? 'other' : null;
  const credentials = after.trim();
  if (/^["']?bearer(?:[\s:"']|$)/i.test(credentials)) return 'doubled';
  const quote = isQuote(credentials, 0);
  const bare = credentials.slice(
    quote ? 1 : 0,
    credentials.length - (isQuote(credentials, credentials.length - 1) ? 1 : 0),
  );
  if (bare === '') return 'empty';
  if (ABSENT_WORD.test(bare)) return 'undefined';
  if (TEMPLATE.test(bare)) {
    if (setting === 'interpolated') return 'hidden';
    return REDACTED.test(bare) ? 'hidden' : 'placeholder';
  }
  if (TEMPLATE_WORDS.test(bare)) return setting === 'interpolated' ? 'hidden' : 'placeholder';
  // Swift writes an optional value so, with its wrapping.
  if (/^Optional\(\\?["'“]/.test(credentials)) return 'quoted';
  if (quote && (JWT_LIKE.test(bare) || OPAQUE.test(bare))) return 'quoted';
  return tokenOrHidden(bare);
}

function isQuote(text: string, at: number): boolean {
  const character = text[at];
  return character === '"' || character === "'" || character === '`';
}

function withoutBearer(value: string, setting: Setting): AuthorizationState | null {
  if (OTHER_SCHEME.test(value)) return 'other';
  if (ABSENT_WORD.test(value)) return 'undefined';
  if (
    /^\[?\{?<?\(?[\w ]{0,20}(?:redacted|hidden|omitted|removed|masked|filtered)/i.test(value) ||
    /^\*{3,}/.test(value)
  ) {
    return 'hidden';
  }
  // A token with no scheme before it.
  if (/^["']?ey[A-Za-z0-9_-]{10,}/.test(value)) return 'other';
  if (/^(?:\{\{|\$\{)/.test(value)) return setting === 'interpolated' ? 'hidden' : 'placeholder';
  return null;
}

function tokenOrHidden(credentials: string): AuthorizationState {
  const gap = credentials.search(/[\s,;]/);
  const first = gap === -1 ? credentials : credentials.slice(0, gap);
  if (REDACTED.test(first.slice(0, 60)) || /(?:\.{2,}|…|\*{2,})\W{0,3}$/.test(first.slice(-8))) return 'hidden';
  if (JWT_LIKE.test(first)) {
    // A JWT has two dots (JWS) or four (JWE); a short piece of one was cut off by the person.
    const dots = first.split('.').length - 1;
    return dots === 2 || dots === 4 || first.length > 200 ? 'token' : 'hidden';
  }
  return OPAQUE.test(first) ? 'token' : 'other';
}
