import { literal, literalList } from '../text/literal-filter.ts';
import { holdsOneOf, LiteralPlaces } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { decodeJson, decodeText } from './compact-jwt.ts';
import { isGuid, isPlaceholder } from './placeholder.ts';
import { looksGenerated } from './secret-forms.ts';
import type { SecretHit } from './secret-hit.ts';

/** Attributes of Set-Cookie (RFC 6265 section 5.3 and its successors); what they say is evidence, not secret. */
const COOKIE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'expires',
  'max-age',
  'path',
  'domain',
  'samesite',
  'secure',
  'httponly',
  'partitioned',
  'priority',
  'version',
  'comment',
]);
const COOKIE_HEADER =
  /(?:^|[^\w])(set-cookie2?|cookie)(?:\\{0,8}["'])?[ \t]{0,4}(?:[:=→]|=>|,\s{0,20}\\{0,8}["']value\\{0,8}["']\s{0,4}:)[ \t]{0,4}/g;
const COOKIE_PAIR = /([\w.!#$%&*^|~+-]{1,120})=((?:[^\s;,"'\\]|\\(?!["'nr])){0,8192})/g;
const SESSION_COOKIE =
  /(?:\b|(?=\.AspNetCore))(ESTS(?:AUTH(?:PERSISTENT|LIGHT)?|SC|SSOTILES)?|SignInStateCookie|x-ms-cpim-[\w-]{1,40}|FedAuth|rtFa|\.AspNetCore\.(?:Cookies(?:C\d{1,2})?|Session|AzureADCookie|Identity\.\w{1,30})|\.AspNet\.(?:Application)?Cookies?|AppServiceAuthSession|(?:__Secure-|__Host-)?next-auth\.session-token|(?:__Secure-|__Host-)?authjs\.session-token|connect\.sid|JSESSIONID|ASP\.NET_SessionId)\\{0,8}["']?(?:=|%3D|\t|: ?\\{0,8}["']|,\s{0,20}\\{0,8}["']value\\{0,8}["']: ?\\{0,8}["'])((?:[^\s;,"'\\<>]){1,8192})/gi;

const COOKIE = literal('cookie');
/** The names of session cookies, as far as they are the same; of `ESTS` alone with what may stand behind it. */
const SESSION_MARKS = literalList([
  'estsa',
  'estssc',
  'estssso',
  'ests=',
  'ests%3d',
  'ests:',
  'ests"',
  "ests'",
  'ests\t',
  'ests\\',
  '.session-token',
  'jsessionid',
  'asp.net_sessionid',
  'fedauth',
  'rtfa',
  '.aspnetcore.cookies',
  '.aspnetcore.session',
  '.aspnetcore.azureadcookie',
  '.aspnet.cookies',
  '.aspnet.applicationcookie',
  'appserviceauthsession',
  '.aspnetcore.identity.',
  'x-ms-cpim',
  'signinstatecookie',
  'connect.sid',
]);
export const COOKIE_MARKS: readonly string[] = [COOKIE, ...SESSION_MARKS.literals].map(({ text }) => text);

/** Values of Cookie and Set-Cookie, and session cookies that stand anywhere. */
export function cookieSecrets(source: MappedText): SecretHit[] {
  const { text, lower } = source;
  const hits: SecretHit[] = [];
  if (source.mayHold(COOKIE)) {
    let done = 0;
    let lineEnd = -1;
    for (const header of lower.matchAll(COOKIE_HEADER)) {
      if (header.index < done) continue;
      const start = header.index + header[0].length;
      // Looked for once a line: a line may hold a hundred thousand headers.
      if (lineEnd < start) lineEnd = text.indexOf('\n', start);
      if (lineEnd === -1) lineEnd = text.length;
      const end = Math.min(lineEnd, start + 16_384);
      const line = text.slice(start, end);
      const setting = header[1]!.startsWith('set');
      const found = pairs(line, start, setting);
      hits.push(...found);
      // Headers run together on one line: the next one begins after what was read of this one.
      done = setting ? (found[0]?.end ?? start) : end;
    }
  }
  if (!holdsOneOf(source, SESSION_MARKS)) return hits;
  for (const match of text.matchAll(SESSION_COOKIE)) {
    const value = match[2]!;
    const start = match.index + match[0].length - value.length;
    if (value.length < 8 || CHUNKS.test(value) || (hits.length < MOST_JUDGED && isPlaceholder(value))) continue;
    hits.push(cookie(start, start + value.length, null));
  }
  return hits;
}

/** ASP.NET Core writes the number of parts in the place of a long cookie. */
const CHUNKS = /^chunks[-:]\d{1,2}$/;

/** Behind so many the others are masked whatever they look like. */
const MOST_JUDGED = 2000;

function pairs(line: string, offset: number, setting: boolean): SecretHit[] {
  const hits: SecretHit[] = [];
  COOKIE_PAIR.lastIndex = 0;
  for (let pair = COOKIE_PAIR.exec(line); pair !== null; pair = COOKIE_PAIR.exec(line)) {
    const value = pair[2]!;
    if (COOKIE_ATTRIBUTES.has(pair[1]!.toLowerCase())) {
      if (setting) break;
      continue;
    }
    const start = offset + pair.index + pair[1]!.length + 1;
    if (value.length >= 8 && !CHUNKS.test(value) && !isPlaceholder(value)) {
      const expires = setting
        ? /^[^\n]{0,400}?expires=([^;\n"']{8,40})/i.exec(
            line.slice(pair.index + pair[0].length, pair.index + pair[0].length + 460),
          )?.[1]
        : undefined;
      hits.push(cookie(start, start + value.length, expires === undefined ? null : instant(expires)));
    }
    // What follows on the line after the first pair of Set-Cookie are attributes and then, in some dumps, other headers.
    if (setting) break;
  }
  return hits;
}

function instant(text: string): number | null {
  const at = Date.parse(text.trim().replace(/^[A-Za-z]{3,9},\s*/, ''));
  return Number.isNaN(at) ? null : at;
}

function cookie(start: number, end: number, expires: number | null): SecretHit {
  return { start, end, kind: 'cookie', live: true, expires, rank: 2 };
}

const CREDENTIALS =
  /\b(bearer|basic|pop|token)(?:[ \t]{1,4}|%20|\+)(?:%22|\\{0,8}["'])?((?:[A-Za-z0-9+/._~-]|%2[bBfF]){16,65536}={0,2}(?:%3[dD]){0,2})/iy;
const SHORTEST_CREDENTIALS = 16;
const OF_CREDENTIALS = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/._~-%') {
  OF_CREDENTIALS[character.charCodeAt(0)] = 1;
}
const SCHEMES = literalList(['bearer', 'basic', 'pop', 'token']);
/** Without one of these, or `pop` as a word, no scheme is named: «token» is the end of many names. */
const NAMED_SCHEMES = literalList(['bearer', 'basic', 'token ']);
const POP = literal('pop');
const SASL_MARK = literal('dxnlcj');
const CURL = literal('curl');
export const AUTHORIZATION_MARKS = ['bearer', 'basic', 'pop', 'token', 'dxnlcj', 'curl', 'login -'] as const;
const SASL = /dXNlcj[0-9A-Za-z+/]{24,8192}={0,2}/g;
const COOKIE_OPTION = /(?:-b|--cookie)[= ]{1,2}(?:"([^"\n]{8,8192})"|'([^'\n]{8,8192})')/y;
const LOGIN_OPTION = /\blogin\b(?=[^\n]{0,400}\s-p)[^\n]{0,400}?\s-p[= ]{1,2}(["']?)([^\s"']{3,200})\1/g;
const LOGIN = literal('login -');
const USER_OPTION = /(?:-u|--user)[= ]{1,2}["']?([^\s:"']{1,120}):([^\s"']{3,200})/y;

/** Credentials of an Authorization header (RFC 9110 section 11.4), of SASL XOAUTH2, and of curl's `-u`. */
export function authorizationSecrets(source: MappedText): SecretHit[] {
  const { text } = source;
  const hits: SecretHit[] = [];
  if (holdsOneOf(source, NAMED_SCHEMES) || (source.mayHold(POP) && /\bpop\b/.test(source.lower))) {
    const schemes = new LiteralPlaces(source, SCHEMES);
    let from = 0;
    for (let at = schemes.next(0); at !== -1; at = schemes.next(from)) {
      from = at + schemes.length;
      if (!separatesCredentials(text.charCodeAt(from))) continue;
      // A JWT has a scanner of its own, and would only be refused below, after all of it was read.
      if (text.startsWith(' eyJ', from) && !source.lower.startsWith('basic', at)) continue;
      if (text.charCodeAt(from) === 0x20 && isShortWord(text, from + 1)) continue;
      CREDENTIALS.lastIndex = at;
      const match = CREDENTIALS.exec(text);
      if (match === null) continue;
      from = at + match[0].length;
      const scheme = match[1]!.toLowerCase();
      const hit = credentials(text, scheme, match[2]!, from - match[2]!.length, hits.length < MOST_JUDGED);
      if (hit !== null) hits.push(hit);
    }
  }
  if (source.mayHold(SASL_MARK)) {
    for (const match of text.matchAll(SASL)) {
      const inner = decodeText(match[0]);
      if (!/auth=bearer/i.test(inner)) continue;
      const payload = /\.(eyJ[\w-]{10,})/.exec(inner.slice(0, 8192))?.[1];
      const exp = payload === undefined ? undefined : decodeJson(payload)?.exp;
      hits.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'access-token',
        live: true,
        expires: typeof exp === 'number' ? exp * 1000 : null,
        rank: 3,
      });
    }
  }
  const curl = source.mayHold(CURL);
  if (curl)
    for (const match of [...options(text, '-b', COOKIE_OPTION), ...options(text, '-cookie', COOKIE_OPTION)]) {
      const line = match[1] ?? match[2]!;
      hits.push(...pairs(line, match.index + match[0].length - 1 - line.length, false));
    }
  // `az login -u … -p …`, `docker login -u … -p …`
  if (source.mayHold(LOGIN) && text.includes(' -p'))
    for (const match of text.matchAll(LOGIN_OPTION)) {
      const value = match[2]!;
      if (isPlaceholder(value)) continue;
      const end = match.index + match[0].length - match[1]!.length;
      hits.push({ start: end - value.length, end, kind: 'password', live: true, expires: null, rank: 2 });
    }
  if (curl)
    for (const match of options(text, '-u', USER_OPTION)) {
      const value = match[2]!;
      if (isPlaceholder(value)) continue;
      const end = match.index + match[0].length;
      hits.push({
        start: end - value.length,
        end,
        kind: isGuid(match[1]!) ? 'client-secret' : 'password',
        live: true,
        expires: null,
        rank: 2,
      });
    }
  return hits;
}

/**
 * Options of a command, which white space stands before.
 *
 * @param mark - what is searched for: an option, or a long one from its second dash on
 * @param pattern - sticky, of the option from its first dash on
 */
function options(text: string, mark: string, pattern: RegExp): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  for (let at = text.indexOf(mark); at !== -1; ) {
    let next = at + mark.length;
    const start = text.charCodeAt(at - 1) === DASH ? at - 1 : at;
    if (start === 0 || isSpace(text.charCodeAt(start - 1))) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match !== null) {
        found ??= [];
        found.push(match);
        next = start + match[0].length;
      }
    }
    at = text.indexOf(mark, next);
  }
  return found ?? NO_OPTIONS;
}

const NO_OPTIONS: readonly RegExpExecArray[] = [];
const DASH = 0x2d;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

/** A word that ends before credentials could: most that follow a scheme's name are the next of a sentence. */
function isShortWord(text: string, start: number): boolean {
  const least = start + SHORTEST_CREDENTIALS;
  let at = start;
  while (at < least && OF_CREDENTIALS[text.charCodeAt(at)] === 1) at += 1;
  return at > start && at < least;
}

/** A space, a tab, or the beginning of an encoded space. */
function separatesCredentials(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x25 || code === 0x2b;
}

function credentials(text: string, scheme: string, value: string, start: number, judged: boolean): SecretHit | null {
  const end = start + value.length;
  const cut = /^(?:…|\.{3}|\*{3})/.test(text.slice(end, end + 3)) || /\.{3}$/.test(value);
  if (scheme === 'basic') {
    const pair = /^([^:\s]{0,200}):([^\n]{1,400})$/.exec(decodeText(value));
    if (pair === null || !/^[\x20-\x7e]{3,}$/.test(pair[0])) return null;
    return { start, end, kind: isGuid(pair[1]!) ? 'client-secret' : 'password', live: !cut, expires: null, rank: 3 };
  }
  // «the token AADSTS70002BadRequest»: a word of a sentence, or of code, has one number.
  if (scheme === 'token' && value.length < 64 && !/\d\D+\d/.test(value)) return null;
  if (value.startsWith('eyJ') || (judged && (!looksGenerated(value) || isPlaceholder(value)))) return null;
  return {
    start,
    end,
    kind: /^(?:[01]\.A[\w-]{10}|M\.[CR]\d)/.test(value) ? 'refresh-token' : 'access-token',
    live: !cut,
    expires: null,
    rank: 1,
  };
}
