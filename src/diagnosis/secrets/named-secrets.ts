import type { SecretKind } from '../diagnosis.ts';
import { literalList } from '../text/literal-filter.ts';
import { LiteralPlaces } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { isNameCharacter } from './name-character.ts';
import { pairedValue } from './paired-value.ts';
import { isGuid, isPlaceholder } from './placeholder.ts';
import { isIssued, looksChosen, looksGenerated, looksLikeCode } from './secret-forms.ts';
import type { SecretHit } from './secret-hit.ts';
import { type NamedSecret, namedSecret } from './secret-names.ts';
import { spokenValue } from './spoken-value.ts';
import { readValue, type StatedValue, type ValueStart, valueStart } from './stated-value.ts';

/** A part of every name that is known. */
export const NAME_MARKS = [
  'secret',
  'token',
  'pass',
  'pwd',
  'code',
  'assertion',
  'verifier',
  'samlresponse',
  'key',
  'tempauth',
  'bearer',
  'clientcredential',
  'client_credential',
  'clientstate',
] as const;
const STEMS = literalList([...NAME_MARKS]);
/** Longer runs of name characters are values. */
const LONGEST_NAME = 64;

/**
 * Secrets that stand under a name: `client_secret=…`, `"refresh_token":"…"`, `ClientSecret = "…"`, `--password …`,
 * `PASSWORD: …`, escaped or percent-encoded separators included.
 */
export function namedSecrets(source: MappedText): SecretHit[] {
  const { text, lower } = source;
  const hits: SecretHit[] = [];
  // Rejected values are looked into again; the budget keeps that linear on hostile text.
  let budget = text.length + 65_536;
  let from = 0;
  let judged = 0;
  const known = new Map<string, NamedSecret | null>();
  const stems = new LiteralPlaces(source, STEMS);
  for (let at = stems.next(0); at !== -1; at = stems.next(from)) {
    const nameStart = startOfName(text, at, from);
    const nameEnd = endOfName(text, at + stems.length);
    from = nameEnd;
    if (nameEnd - nameStart > LONGEST_NAME) continue;
    let apart = false;
    let value: ValueStart | StatedValue | null = valueStart(text, nameStart, nameEnd);
    if (value === null) {
      value = apartFrom(text, nameStart, nameEnd);
      if (value === null) continue;
      apart = true;
    }
    const name = lower.slice(nameStart, nameEnd);
    let secret = known.get(name);
    if (secret === undefined) {
      secret = namedSecret(name);
      if (known.size < 1000) known.set(name, secret);
    }
    if (secret === null) continue;
    const stated = 'start' in value ? value : readValue(text, value);
    if (stated === null || (apart && !looksChosen(text.slice(stated.start, Math.min(stated.end, stated.start + 512)))))
      continue;
    budget -= stated.end - stated.start;
    judged += 1;
    const hit = judged <= MOST_JUDGED ? judge(text, nameStart, secret, stated) : unjudged(text, secret, stated);
    if (hit !== null) hits.push(hit);
    if (hit !== null || budget < 0) from = Math.max(stated.end, nameEnd);
    if (hit !== null) afterArrow(text, hit, hits);
  }
  return hits;
}

/** What follows most names tells at once that no value stands apart from them. */
function apartFrom(text: string, nameStart: number, nameEnd: number): ValueStart | StatedValue | null {
  const code = text.charCodeAt(nameEnd);
  if (code === 0x20) return isSpoken(text.charCodeAt(nameEnd - 1) | 0x20) ? spokenValue(text, nameEnd) : null;
  if (code === 0x22 || code === 0x27 || code === 0x5c)
    return mayPair(text.charCodeAt(nameEnd + 1)) ? pairedValue(text, nameStart, nameEnd) : null;
  if (code !== 0x0a && code !== 0x0d) return null;
  let at = nameEnd + 1;
  while (at - nameEnd < 40 && text.charCodeAt(at) <= 0x20) at += 1;
  // `value: …` on the line after `name: CLIENT_SECRET`
  return (text.charCodeAt(at) | 0x20) === 0x76 ? pairedValue(text, nameStart, nameEnd) : null;
}

/** The last letter of secrets and passwords; tokens and codes, of which people write far more, are known by their shape. */
function isSpoken(last: number): boolean {
  return last === 0x74 || last === 0x64;
}

/** White space, a comma, or the quote behind a backslash. */
function mayPair(code: number): boolean {
  return code <= 0x20 || code === 0x2c || code === 0x22 || code === 0x27 || code === 0x5c;
}

const ARROW = /["']?[ \t]{0,4}->[ \t]{0,4}["']([^"'\n]{8,4096})["']/y;

/** A plan of Terraform: the old value and the new one. */
function afterArrow(text: string, { end, kind }: SecretHit, hits: SecretHit[]): void {
  ARROW.lastIndex = end;
  const match = ARROW.exec(text);
  if (match === null || isPlaceholder(match[1]!)) return;
  const until = end + match[0].length - 1;
  hits.push({ start: until - match[1]!.length, end: until, kind, live: true, expires: null, rank: 2 });
}

/** Beyond these a paste is a dump of names and values: what may be a secret is masked, and not told to its owner one by one. */
const MOST_JUDGED = 2000;

function unjudged(text: string, secret: NamedSecret, { start, end }: StatedValue): SecretHit | null {
  const size = end - start;
  if (size < (secret.form === 'value' ? 8 : secret.form === 'random' ? 16 : 80)) return null;
  if (secret.form !== 'value' && !looksGenerated(text.slice(start, Math.min(end, start + 512)))) return null;
  return { start, end, kind: secret.kind, live: false, expires: null, rank: 2 };
}

function startOfName(text: string, at: number, floor: number): number {
  const limit = Math.max(floor, at - LONGEST_NAME);
  let start = at;
  while (start > limit && isNameCharacter(text.charCodeAt(start - 1))) start -= 1;
  // `%26code=`: the digits of a percent-encoded separator are no part of the name.
  if (text[start - 1] === '%' && /^[0-9a-f]{2}/i.test(text.slice(start, start + 2))) start += 2;
  // `\\n--client-secret`: the letter of an escaped line end is no part of the name.
  if (text[start - 1] === '\\' && /[nrt]/.test(text[start] ?? '')) start += 1;
  return Math.min(start, at);
}

function endOfName(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_NAME);
  let end = at;
  while (end < limit && isNameCharacter(text.charCodeAt(end))) end += 1;
  return end;
}

function judge(text: string, nameStart: number, secret: NamedSecret, stated: StatedValue): SecretHit | null {
  const scheme = /^(?:Bearer|Basic|token)(?:\s+|%20|\+)/i.exec(text.slice(stated.start, stated.start + 16))?.[0];
  const start = stated.start + (scheme?.length ?? 0);
  const end = stated.end;
  // A compact token is read by its own reader, which knows its expiry.
  if (text.startsWith('eyJ', start) && text.slice(start, start + 16_384).includes('.')) return null;
  // What a masked token leaves behind: `eyJ…[access token hidden]`.
  if (end - start === 3 && text.startsWith('eyJ…', start)) return null;
  const value = text.slice(start, Math.min(end, start + 16_384));
  const cut = /^(?:…|\.{3}|\*{3}|\[\.)/.test(text.slice(end, end + 3)) || /(?:…|\.{3})$/.test(value);
  // Cheap refusals first: most words with a name and a colon are no secrets.
  if (value.length < (secret.form === 'value' ? 3 : 16) || (!cut && isPlaceholder(value))) return null;
  // A decoded token, as Microsoft.IdentityModel logs it, has no signature; what is secret in an object has a name of its own.
  if (value[0] === '{' && /^\{\s{0,4}\\{0,8}["']/.test(value)) return null;
  // A shared access signature has a reader of its own; what it allows is evidence.
  if (value[0] === '?' && /[?&]sig=/.test(value)) return null;
  const kind = counts(text, nameStart, secret, stated, value)
    ? kindOf(secret, value)
    : ofFunction(text, nameStart, secret, value);
  if (kind === null) return null;
  return {
    start,
    end: endInAddress(text, nameStart, start, end),
    kind,
    live: !cut && secret.untold !== true,
    expires: null,
    rank: 2,
  };
}

/** `https://name:value@host`: the host is no part of it. */
function endInAddress(text: string, nameStart: number, start: number, end: number): number {
  if (text[nameStart - 1] !== '/' || text[nameStart - 2] !== '/') return end;
  const at = text.indexOf('@', start);
  return at === -1 || at > end ? end : at;
}

/** The key of an Azure function is a query parameter `code` of its address. */
function ofFunction(text: string, nameStart: number, secret: NamedSecret, value: string): SecretKind | null {
  if (secret.form !== 'code' || value.length < 20 || !/[?&]/.test(text[nameStart - 1] ?? '')) return null;
  if (!looksGenerated(value) || isIssued(value)) return null;
  const address = /https?:\/\/[^\s"'<>]{1,300}$/.exec(text.slice(Math.max(0, nameStart - 320), nameStart))?.[0] ?? '';
  return /\.azurewebsites\.net\//i.test(address) || (/\/api\//i.test(address) && /(?:==|%3D%3D)$/i.test(value))
    ? 'api-key'
    : null;
}

function counts(text: string, nameStart: number, secret: NamedSecret, stated: StatedValue, value: string): boolean {
  if (secret.form === 'random') return looksGenerated(value);
  if (secret.form === 'code') {
    if (!looksLikeCode(value, true)) return false;
    const around = text.slice(Math.max(0, nameStart - 300), Math.min(text.length, stated.end + 300));
    const besideSignIn = /[?&#]$|[?&#"']\s{0,2}$/.test(text.slice(Math.max(0, nameStart - 3), nameStart))
      ? /session_state=|[?&]state=|redirect_uri|grant_type|code_verifier|authorization_code|id_token/.test(around)
      : /grant_type|authorization_code|code_verifier/.test(around);
    return looksLikeCode(value, besideSignIn);
  }
  // The ID of a secret is no secret; it is what people paste instead of the value.
  if (secret.kind === 'client-secret' && isGuid(value)) return false;
  // The first argument of a call named for both is the name of the person.
  if (
    stated.quoted &&
    stated.separator === '(' &&
    /username_?password$/i.test(text.slice(nameStart, stated.start).replace(/\W+$/, ''))
  )
    return false;
  if (stated.quoted) return !/^[\w.]{1,40}\($/.test(value) && !/\s\w+\s/.test(value);
  return unquotedCounts(text, nameStart, stated, value);
}

/** Without quotes a word may be a variable of the code, or a sentence's next word. */
function unquotedCounts(text: string, nameStart: number, stated: StatedValue, value: string): boolean {
  const after = text[stated.end] ?? '\n';
  if (after === '(' || after === '[') return false;
  const plainWord = /^[A-Za-z_][A-Za-z_]*(?:\.[A-Za-z_]\w*)*[!?]?$/.test(value);
  if (stated.separator === ' ') return !plainWord || value.length > 24;
  if (plainWord && isMixed(value)) return true;
  const inForm = text[nameStart - 1] === '&' || text[nameStart - 1] === '?' || after === '&';
  if (inForm) return true;
  const line = /[\r\n;]$/.test(after);
  if (!plainWord) return stated.separator !== ':' || value.length >= 6;
  const environment = /^[A-Z][A-Z0-9_]{2,60}$/.test(text.slice(nameStart, nameStart + 64).match(/^\w+/)?.[0] ?? '');
  const lineStart =
    nameStart === 0 ||
    /[\n;"'`]/.test(text[nameStart - 1] ?? '\n') ||
    /(?:^|\n)[ \t-]{0,20}$/.test(text.slice(Math.max(0, nameStart - 21), nameStart));
  if (environment) return line;
  return (
    line &&
    lineStart &&
    (stated.separator === '=' ? after === ';' || text[nameStart - 1] === ';' : value.length >= 6) &&
    !/\./.test(value) &&
    !/^(?:expired|invalid|wrong|missing|required|incorrect|disabled|enabled|valid|rotated|set|unset|present|absent|correct|unknown|string|ok)$/i.test(
      value,
    )
  );
}

/** Generated letters change their case every other character; `camelCaseNames` do so twice a word. */
function isMixed(word: string): boolean {
  if (word.length < 12) return false;
  let changes = 0;
  for (let index = 1; index < word.length; index += 1) {
    if (isUpper(word.charCodeAt(index)) !== isUpper(word.charCodeAt(index - 1))) changes += 1;
  }
  return changes * 3 > word.length;
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function kindOf(secret: NamedSecret, value: string): SecretKind {
  if (secret.kind === 'access-token' && /^(?:[01]\.A[\w-]{10}|M\.[CR]\d)/.test(value)) return 'refresh-token';
  // Caches of MSAL keep refresh tokens under the name `secret`.
  if (secret.kind === 'client-secret' && isIssued(value)) return 'refresh-token';
  return secret.kind;
}
