import { readHttpDate } from './http-date.ts';

/** The header lines under a request line or a status line. */
export interface HeaderBlock {
  /** Lower case, in order, each once. */
  readonly names: readonly string[];
  /** Milliseconds since 1970. */
  readonly date: number | null;
  /** Seconds. */
  readonly retryAfter: number | null;
  /** Of a request: lower case, without port. */
  readonly host: string | null;
  /** After the last header line. */
  readonly end: number;
  /** After the empty line behind the headers, or `end`. */
  readonly bodyAt: number;
}

const MOST_LINES = 60;
const FIELD = /[ \t]{0,12}["']?([A-Za-z][A-Za-z0-9-]{1,60})["']?[ \t]{0,3}(?::|→|=(?!=))[ \t]{0,3}([^\n]{0,8192})/y;
const OPENING = /[ \t]{0,12}(?:headers?[ \t]{0,2}:?)?[ \t]{0,2}[{[]?[ \t]{0,3}\n/iy;
const EMPTY_LINE = /[ \t]{0,12}\n/y;

const ONE_WORD_HEADERS: ReadonlySet<string> = new Set(
  (
    'accept age allow authorization connection cookie date dnt etag expires forwarded from host link location nel origin ' +
    'p3p pragma prefer range referer server te trailer upgrade vary via warning'
  ).split(' '),
);
// Words that begin lines of programs and bodies, not headers.
const NO_HEADERS: ReadonlySet<string> = new Set(
  'error errors message code status exception body response request caused details type title description'.split(' '),
);

/** Reads the header lines that begin at `at`, the beginning of a line. */
export function readHeaderBlock(text: string, at: number): HeaderBlock {
  const names: string[] = [];
  let date: number | null = null;
  let retryAfter: number | null = null;
  let host: string | null = null;
  let end = at;
  let cursor = at;
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (opening !== null && opening[0].trim() !== '') cursor = OPENING.lastIndex;
  for (let line = 0; line < MOST_LINES; line++) {
    const field = usualField(text, cursor) ?? anyField(text, cursor);
    if (field === null) break;
    const written = text.slice(field.nameAt, field.nameEnd);
    const name = written.toLowerCase();
    if (!isHeaderName(name, written, names.length > 0)) break;
    if (!names.includes(name)) names.push(name);
    if (name === 'date') date ??= readHttpDate(contentOf(text, field), 0)?.ms ?? null;
    else if (name === 'retry-after') retryAfter ??= secondsOf(contentOf(text, field));
    else if (name === 'host') host ??= hostOf(contentOf(text, field));
    end = field.end;
    cursor = end + 1;
    if (end >= text.length) break;
  }
  let bodyAt = end;
  if (end > at) {
    EMPTY_LINE.lastIndex = end + 1;
    if (EMPTY_LINE.test(text)) bodyAt = EMPTY_LINE.lastIndex;
  }
  return { names, date, retryAfter, host, end, bodyAt };
}

interface Field {
  readonly nameAt: number;
  readonly nameEnd: number;
  readonly contentAt: number;
  readonly end: number;
}

const LONGEST_NAME = 61;
const LONGEST_CONTENT = 8192;
const COLON = 0x3a;

/** `Name: content`, as nearly all header lines are: what the pattern would find, in a third of the time. */
function usualField(text: string, at: number): Field | null {
  if (!isLetter(text.charCodeAt(at))) return null;
  let nameEnd = at + 1;
  while (isOfName(text.charCodeAt(nameEnd)) && nameEnd - at <= LONGEST_NAME) nameEnd += 1;
  const size = nameEnd - at;
  if (size < 2 || size > LONGEST_NAME || text.charCodeAt(nameEnd) !== COLON) return null;
  const newline = text.indexOf('\n', nameEnd);
  const end = newline === -1 ? text.length : newline;
  const contentAt = nameEnd + 1;
  return end - contentAt > LONGEST_CONTENT ? null : { nameAt: at, nameEnd, contentAt, end };
}

function anyField(text: string, at: number): Field | null {
  FIELD.lastIndex = at;
  const field = FIELD.exec(text);
  if (field === null) return null;
  const end = FIELD.lastIndex;
  const nameAt = text.indexOf(field[1]!, at);
  return { nameAt, nameEnd: nameAt + field[1]!.length, contentAt: end - field[2]!.length, end };
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isOfName(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

function contentOf(text: string, { contentAt, end }: Field): string {
  return unquoted(text.slice(contentAt, end));
}

function unquoted(content: string): string {
  return content.trim().replace(/^["'[]{1,2}|["'\],]{1,3}$/g, '');
}

/** Seconds of a Retry-After that is a number (RFC 9110, section 10.2.3); a date is left, it needs a clock. */
export function secondsOf(value: string): number | null {
  const digits = /^[ \t:=→"'[]{0,6}(\d{1,7})(?:\.\d{1,9})?\b/.exec(value)?.[1];
  return digits === undefined ? null : Number(digits);
}

function isHeaderName(name: string, written: string, inBlock: boolean): boolean {
  if (NO_HEADERS.has(name)) return false;
  if (name.includes('-') || ONE_WORD_HEADERS.has(name)) return true;
  return inBlock && /^[A-Z]/.test(written);
}

function hostOf(value: string): string | null {
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}/.exec(value)?.[0].toLowerCase() ?? null;
}
