import { literal, literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { type AuthorizationState, authorizationState, type Setting } from './authorization-state.ts';

/** An Authorization header somewhere in the text. */
export interface AuthorizationHeader {
  readonly start: number;
  readonly end: number;
  readonly state: AuthorizationState;
  /** It stood at the beginning of a line, unquoted, as headers are sent. */
  readonly asLine: boolean;
}

const NAME = literal('authorization');
const SEPARATOR = /(["'`\]]?)[ \t]{0,10}(:|=>|=|→|->|,)[ \t]{0,10}/y;
const OPENING = /(?:new |str\()?([fFbruR$@]{0,2})(["'`])/y;
// After a closing quote: the value goes on in code.
const GOES_ON = /[ \t]{0,10}(?:\+|&|\.\s{0,3}(?:\$|format|concat)|%[ \t(]|\|\||<<|~)/y;
const HEADER_OPTION = /(?:-H|--header|headers?["']?\s?[:=({[])\s{0,3}\$?$/i;
const LONGEST_VALUE = 9000;

/** Reads the Authorization headers of a text: as lines, in dictionaries, in shell and code strings. */
export function authorizationHeaders(source: MappedText, most: number): AuthorizationHeader[] {
  const found: AuthorizationHeader[] = [];
  const { text } = source;
  let done = 0;
  for (const at of placesOf(source, NAME)) {
    if (found.length >= most) break;
    if (at < done || /[\w-]/.test(text[at - 1] ?? ' ')) continue;
    const header = readHeader(text, at);
    if (header === undefined) continue;
    done = header.end;
    found.push(isIdToken(source, header) ? { ...header, state: 'id-token' } : header);
  }
  return found;
}

function readHeader(text: string, at: number): AuthorizationHeader | undefined {
  // `authorization_uri` and its like are the usual ones.
  if (text[at + NAME.text.length] === '_') return undefined;
  SEPARATOR.lastIndex = at + NAME.text.length;
  const separator = SEPARATOR.exec(text);
  if (separator === null) return undefined;
  const nameQuoted = separator[1] !== '';
  const valueAt = SEPARATOR.lastIndex;
  const around = text[at - 1] ?? '\n';
  const inString = !nameQuoted && (around === '"' || around === "'" || around === '`');
  if (inString) return inShellString(text, at, valueAt, around);
  OPENING.lastIndex = valueAt;
  const opening = OPENING.exec(text);
  const before = text.slice(Math.max(0, at - 40), at);
  const startsLine = at < 40 ? /^\s*$|\n[ \t]*$/ : /\n[ \t]*$/;
  const asLine = !nameQuoted && separator[2] !== ',' && startsLine.test(before);
  if (opening !== null && (nameQuoted || !asLine || opening[1] !== '' || opening[2] === '`')) {
    return inQuotedValue(text, at, OPENING.lastIndex, opening);
  }
  const lineEnd = valueEnd(text, valueAt, nameQuoted || !asLine);
  const wrapped = wrappedToken(text, text.slice(valueAt, lineEnd), lineEnd);
  const end = wrapped === null ? lineEnd : wrapped.end;
  const value = text.slice(valueAt, lineEnd) + (wrapped === null ? '' : ` ${wrapped.token}`);
  // A word alone needs the line form: `authorization: enabled` of a settings file is no header, nor is an empty key of one.
  if (!asLine && !/^["'[{]?bearer|^basic |^(?:null|none|undefined)\b|^[[*]/i.test(value)) return undefined;
  if (value.trim() === '' && !asLine) return undefined;
  const state = authorizationState(value.replace(/[,;]\s*$/, ''), 'sent');
  return state === null ? undefined : { start: at, end, state, asLine };
}

/** A token on the next line: mail and terminals break before a word that is longer than the line. */
const NEXT_LINE =
  /\r?\n[ \t]{0,8}((?:ey[A-Za-z0-9_-]{6,}|[A-Za-z0-9+/_!*$-]{40,})[A-Za-z0-9+/=_.!*$-]{0,9000}|Optional\("[^\n")]{0,9000}"\))(?=\s|$)/y;

function wrappedToken(text: string, value: string, lineEnd: number): { token: string; end: number } | null {
  if (!/^\s*(?:bearer\s*)?$/i.test(value)) return null;
  NEXT_LINE.lastIndex = value.endsWith('\r') ? lineEnd - 1 : lineEnd;
  const token = NEXT_LINE.exec(text)?.[1];
  return token === undefined ? null : { token, end: NEXT_LINE.lastIndex };
}

/** `Bearer ${result.idToken}`, `'Bearer ' + account.id_token`: what the code puts there is named. */
const ID_TOKEN = /\bbearer\b[^\n,;]{0,60}(?<![a-z])(?:raw|get)?id_?token(?![a-z_])/i;

const ID_TOKEN_NAMED = literals('id_token', 'idtoken');

function isIdToken(source: MappedText, header: AuthorizationHeader): boolean {
  if (header.state !== 'hidden' && header.state !== 'placeholder') return false;
  if (!ID_TOKEN_NAMED.some((mark) => source.mayHold(mark))) return false;
  const { text } = source;
  const shown = text.slice(header.start, Math.min(header.end + 60, header.start + 200));
  return ID_TOKEN.test(shown) || namesIdToken(VARIABLE.exec(shown)?.[1], text);
}

const VARIABLE = /\bbearer[ "'`+.]{0,6}(?:[$#]?\{)?\$?([A-Za-z_]\w{2,40})\b/i;
/** Code stands in a few pages. */
const LOOKED_AT = 20_000;

/** `access_token = result["id_token"]`, and further down `Bearer {access_token}`. */
function namesIdToken(variable: string | undefined, text: string): boolean {
  if (variable === undefined) return false;
  const assigned = new RegExp(
    `(?<![\\w.])${variable}[ \\t]{0,3}=[ \\t]{0,3}[^\\n;=]{0,80}(?<![A-Za-z])id_?token["'\\])]{0,3}[ \\t]{0,4}(?:;|#|//|\\r?\\n|$)`,
    'i',
  );
  return assigned.test(text.slice(0, LOOKED_AT));
}

/** `-H "Authorization: Bearer $T"`: the whole header in one string. */
function inShellString(text: string, at: number, valueAt: number, quote: string): AuthorizationHeader | undefined {
  const end = closing(text, valueAt, quote);
  if (end === -1) return undefined;
  GOES_ON.lastIndex = end + 1;
  const value = text.slice(valueAt, end);
  const before = text[at - 2] ?? '';
  // «No 'Authorization: Bearer' header found»: a name in a sentence, not a header that was sent empty.
  if (/^\s*(?:bearer\s*)?$/i.test(value) && !HEADER_OPTION.test(text.slice(Math.max(0, at - 16), at - 1)))
    return undefined;
  const setting: Setting = quote === "'" && !/[fF$]/.test(before) ? 'literal' : 'interpolated';
  const state = GOES_ON.test(text) ? appended(value) : authorizationState(value, setting);
  return state === null ? undefined : { start: at, end, state, asLine: false };
}

/** `"Authorization": f"Bearer {token}"`: the value in a string of its own. */
function inQuotedValue(
  text: string,
  at: number,
  valueAt: number,
  opening: RegExpExecArray,
): AuthorizationHeader | undefined {
  const [, prefix = '', quote = '"'] = opening;
  const end = closing(text, valueAt, quote);
  if (end === -1) return undefined;
  const value = text.slice(valueAt, end);
  if (!/^\s*(?:$|bearer|basic|ey|\{|\$|<|\[|\*|undefined|null|none)/i.test(value)) return undefined;
  GOES_ON.lastIndex = end + 1;
  const setting: Setting =
    prefix !== '' || quote === '`' ? 'interpolated' : /\$\w/.test(value) ? 'interpolated' : 'sent';
  const state = GOES_ON.test(text) ? appended(value) : authorizationState(value, setting);
  return state === null ? undefined : { start: at, end: end + 1, state, asLine: false };
}

/** What code goes on to append: after `"Bearer"` without its space, the token follows unspaced. */
function appended(value: string): AuthorizationState {
  return /^bearer$/i.test(value) ? 'unspaced' : 'hidden';
}

/** The quote that closes a string, in its own line; a token in lost quotes inside it is passed over. */
function closing(text: string, from: number, quote: string): number {
  const limit = Math.min(text.length, from + LONGEST_VALUE);
  let end = text.indexOf(quote, from);
  if (end === -1 || end > limit) return -1;
  if (/bearer\s*$/i.test(text.slice(Math.max(from, end - 10), end)) && /[\w$]/.test(text[end + 1] ?? '')) {
    const inner = text.indexOf(quote, end + 1);
    if (inner !== -1 && inner < limit) end = text[inner + 1] === quote ? inner + 1 : inner;
  }
  const newline = text.indexOf('\n', from);
  return newline !== -1 && newline < end && !WRAPPED_VALUE.test(text.slice(from, end)) ? -1 : end;
}

/** The scheme and one long word, between which a terminal or a mail broke the line. */
const WRAPPED_VALUE = /^\s{0,8}bearer\s{1,8}[\w.+/=~!*$-]{20,9000}$/i;

function valueEnd(text: string, from: number, inList: boolean): number {
  const newline = text.indexOf('\n', from);
  const end = Math.min(newline === -1 ? text.length : newline, from + LONGEST_VALUE);
  const stop = inList ? text.slice(from, end).search(/[,}\])]/) : -1;
  return stop === -1 ? end : from + stop;
}
