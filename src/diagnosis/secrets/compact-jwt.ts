import { decodeJwt } from 'jose';
import { madeOnce } from '../made-once.ts';
import type { MappedText } from '../text/mapped-text.ts';

/** A compact JWS or JWE (RFC 7515 section 7.1, RFC 7516 section 7.1) as it stands in a text. */
export interface CompactToken {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The segments with line breaks and quotes inside them taken out: 1 to 5. */
  readonly segments: readonly string[];
  /** Parsed header; `null` where the text broke off inside it. */
  readonly header: Readonly<Record<string, unknown>> | null;
  /** Whether an ellipsis or another mark of cutting follows. */
  readonly cut: boolean;
}

const TOKEN_CHARACTER = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
  TOKEN_CHARACTER[character.charCodeAt(0)] = 1;
}

/** Line ends inside a token: hard wraps, a shell's or quoted-printable's continuation, concatenated string literals. */
const GAP =
  /[ \t]{0,4}(?:\\\r?\n|=\r?\n|["'`][ \t]{0,4}[+.&]?[ \t]{0,4}\\?\r?\n[ \t]{0,40}(?:[+.&] {0,4})?["'`]|\r?\n[ \t]{0,40}(?:> ?|\| ?|\d{1,5}[:|] ?)?)[ \t]{0,40}/y;
const CUT_MARK = /^(?:…|\.{2,}|\[\.|\(trunc|\[trunc|<trunc|\*{2}|\[\u2026)/i;
/** Lengths of whole signatures in base64url: RSA of 2048, 3072, 4096 bits, HMAC and elliptic curves. */
const SIGNATURE_LENGTHS: ReadonlySet<number> = new Set([342, 512, 683, 43, 64, 86, 128, 176]);
const LONGEST_LINE = 4096;
const GAP_BEGINS: ReadonlySet<number> = new Set([...'\n\r\t \\=+"\'`'].map((character) => character.charCodeAt(0)));

const TOKENS = madeOnce(({ text, root }: MappedText): readonly CompactToken[] =>
  findCompactTokens(text, Number.POSITIVE_INFINITY, root.once(HEADERS)),
);
/** Of a paste and of its unwrapped text alike: the same tokens stand in both. */
const HEADERS = madeOnce((_: MappedText) => new Map<string, Json | null>());
const PAYLOADS = madeOnce((_: MappedText) => new Map<string, Json | null>());

/** The compact tokens of a text: whoever looks for secrets and whoever reads tokens share one pass. */
export function compactTokensOf(source: MappedText): readonly CompactToken[] {
  return source.once(TOKENS);
}

/**
 * Finds compact tokens. A lone base64 run without dots, such as a claims challenge, is none unless its text is a JOSE header.
 *
 * @param text - any text; one pass, linear
 * @param limit - how many to read at most
 */
export function findCompactTokens(
  text: string,
  limit = Number.POSITIVE_INFINITY,
  headers = new Map<string, Json | null>(),
): CompactToken[] {
  const found: CompactToken[] = [];
  let at = nextBegin(text, 0);
  while (at !== -1 && found.length < limit) {
    const read = readCompact(text, at, headers);
    if (read.token !== null) found.push(read.token);
    at = nextBegin(text, read.next);
  }
  return found;
}

/** Where `eyJ` stands next, or -1. An `e` stands everywhere: the search for what is behind it takes a fifth of the time. */
function nextBegin(text: string, from: number): number {
  let at = text.indexOf('yJ', from + 1);
  while (at !== -1 && text.charCodeAt(at - 1) !== 0x65) at = text.indexOf('yJ', at + 2);
  return at === -1 ? -1 : at - 1;
}

function readCompact(
  text: string,
  start: number,
  headers: Map<string, Json | null>,
): { token: CompactToken | null; next: number } {
  const segments: string[] = [];
  let segment = '';
  let position = start;
  let lineStart = start;
  let width = 0;
  for (;;) {
    const runEnd = endOfRun(text, position);
    segment += text.slice(position, runEnd);
    position = runEnd;
    const dot = afterDot(text, position);
    if (dot !== -1 && segments.length < 4) {
      segments.push(segment);
      segment = '';
      position = dot;
      continue;
    }
    if (dot === -1 && text[position] === '.' && segments.length < 2) {
      // The line was broken right after the dot.
      const joined = nextLine(text, position + 1, segments.length, '', position - lineStart, width);
      if (joined === -1) break;
      segments.push(segment);
      segment = '';
      width = Math.max(width, position + 1 - lineStart);
      position = joined;
      lineStart = joined;
      continue;
    }
    const joined = nextLine(text, position, segments.length, segment, position - lineStart, width);
    if (joined === -1) break;
    width = Math.max(width, position - lineStart);
    position = joined;
    lineStart = joined;
  }
  if (segment !== '' || segments.length === 0) segments.push(segment);
  const next = Math.max(position, start + 3);
  // `{"alg":"none"}` is the shortest header there is.
  if (segments[0]!.length < 19) return { token: null, next };
  const header = joseHeader(segments[0]!, headers);
  if (header === null && !(segments.length > 1 && segments[1]!.startsWith('eyJ'))) return { token: null, next };
  const cut = CUT_MARK.test(text.slice(position, position + 8));
  return { token: { start, end: position, segments, header, cut }, next };
}

const RUN = /[\w-]*/y;
/** A run that is longer is read by a pattern, which takes half the time for each character, and some to begin. */
const LONG_RUN = 32;

function endOfRun(text: string, from: number): number {
  const near = Math.min(text.length, from + LONG_RUN);
  let index = from;
  while (index < near && TOKEN_CHARACTER[text.charCodeAt(index)] === 1) index += 1;
  if (index < near || near === text.length) return index;
  RUN.lastIndex = index;
  RUN.test(text);
  return RUN.lastIndex;
}

/** The offset after a separating dot (and padding before it), or -1 where none follows. */
function afterDot(text: string, from: number): number {
  let index = from;
  while (index < from + 2 && text[index] === '=') index += 1;
  if (text[index] !== '.') return -1;
  const after = text.charCodeAt(index + 1);
  // The second segment of a JWE with direct encryption is empty: two dots together, then a value.
  if (after === 0x2e)
    return TOKEN_CHARACTER[text.charCodeAt(index + 2)] === 1 && text[index + 2] !== '.' ? index + 1 : -1;
  return TOKEN_CHARACTER[after] === 1 ? index + 1 : -1;
}

/** Where the token goes on after a line break, or -1. */
function nextLine(text: string, from: number, dots: number, segment: string, length: number, width: number): number {
  if (!GAP_BEGINS.has(text.charCodeAt(from))) return -1;
  if (dots === 2 && SIGNATURE_LENGTHS.has(segment.length)) return -1;
  GAP.lastIndex = from;
  const gap = GAP.exec(text);
  if (gap === null) return dots < 2 && text[from] === ' ' ? spaced(text, from) : -1;
  if (length < 40 && width === 0) return -1;
  const next = from + gap[0].length;
  if (text.startsWith('eyJ', next) && segment !== '') return -1;
  const end = endOfLine(text, next);
  if (end === -1) return -1;
  const piece = end - next;
  // Lines of a program end where its author liked.
  if (piece > Math.max(width, length) + 80 && !/^[ \t]*["'`]/.test(gap[0])) return -1;
  if (width > 0 && length >= width - 40) return piece > 0 ? next : -1;
  return piece >= 12 && looksRandom(text.slice(next, Math.min(end, next + 120))) ? next : -1;
}

/** A chat client broke the token with a space. */
function spaced(text: string, from: number): number {
  const end = endOfRun(text, from + 1);
  return end - from > 24 && looksRandom(text.slice(from + 1, Math.min(end, from + 120))) ? from + 1 : -1;
}

/** The end of a line that holds nothing but token characters and a closing quote, or -1. */
function endOfLine(text: string, from: number): number {
  let index = from;
  const limit = Math.min(text.length, from + LONGEST_LINE);
  while (index < limit) {
    const code = text.charCodeAt(index);
    if (TOKEN_CHARACTER[code] !== 1 && code !== 0x2e) break;
    index += 1;
  }
  const stop = text[index];
  if (index === limit && index !== text.length) return -1;
  return stop === undefined || /[\r\n"'`,;)}\\= ]/.test(stop) ? index : -1;
}

function looksRandom(piece: string): boolean {
  return /[A-Z]/.test(piece) && /[a-z]/.test(piece) && /\d/.test(piece);
}

/** A log repeats the few headers of its issuers. */
const KEPT_HEADERS = 32;

type Json = Readonly<Record<string, unknown>>;

/** Header parameters of RFC 7515 and RFC 7516 that tell a JOSE header from any other JSON. */
function joseHeader(segment: string, known: Map<string, Json | null>): Json | null {
  if (segment.length > 4096) return null;
  let header = known.get(segment);
  if (header === undefined) {
    const json = decodeJson(segment);
    header = json !== null && (typeof json.alg === 'string' || typeof json.enc === 'string') ? json : null;
    if (known.size < KEPT_HEADERS) known.set(segment, header);
  }
  return header;
}

/** A log repeats its tokens, too. */
const KEPT_PAYLOADS = 32;

/** The payload of a token in this text, decoded once for the whole paste; `null` where it is no JSON object. */
export function payloadIn({ root }: MappedText, { segments: [, segment = ''] }: CompactToken): Json | null {
  const known = root.once(PAYLOADS);
  let payload = known.get(segment);
  if (payload === undefined) {
    payload = decodePayload(segment);
    if (known.size < KEPT_PAYLOADS) known.set(segment, payload);
  }
  return payload;
}

/** The signature plays no part in decoding; without it a token that was cut reads the same. */
function decodePayload(segment: string): Json | null {
  try {
    return decodeJwt(`.${segment}.`);
  } catch {
    // More strict about what was cut or is no UTF-8.
    return decodeJson(segment);
  }
}

/** A base64url segment as a JSON object, or `null`. */
export function decodeJson(segment: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(decodeText(segment));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** A base64 or base64url segment as text; tolerant of missing padding and of an end that was cut. */
export function decodeText(segment: string): string {
  return Buffer.from(segment, 'base64').toString('utf8');
}

/** Whether the signature is there in full, as far as its length can tell: without it the token opens nothing. */
export function isSigned(token: CompactToken): boolean {
  if (token.cut) return false;
  if (token.segments.length === 5) return token.segments[4]!.length >= 16;
  if (token.segments.length !== 3) return false;
  const signature = token.segments[2]!;
  return signature.length >= 16;
}
