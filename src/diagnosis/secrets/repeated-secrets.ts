import type { Span } from '../text/span.ts';
import { isGuid } from './placeholder.ts';
import type { SecretHit } from './secret-hit.ts';

/** A shorter one could be any word. */
const SHORTEST = 6;
/** From here on a value is no word: it needs no other sign, and no end of a word around it. */
const SURE = 16;
/** Further secrets of a dump are masked where they were found. */
const MOST_VALUES = 50;
/** Of a text that repeats one of them ten thousand times. */
const MOST_LOOKED_AT = 1_000;
/** Characters that are searched through for whole values: the values times the text. */
const MOST_SEARCHED = 1 << 25;
/** So much of a value is searched for; what follows is compared. A search for more is slow in text that repeats itself. */
const NEEDLE = 128;

/** What a secret reads like, however it was written. */
export function secretForms(value: string): readonly string[] {
  const decoded = unescaped(value);
  const forms = decoded === value ? [value] : [value, decoded];
  if (/[^\w.~!*'()-]/.test(decoded)) {
    const encoded = percentEncoded(decoded);
    if (encoded !== value && encoded !== null) forms.push(encoded);
  }
  return forms;
}

/** The value without percent-encoding and the backslashes of JSON. */
export function unescaped(value: string): string {
  let text = value;
  if (text.includes('\\'))
    text = text
      .replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll(/\\(["'\\/])/g, '$1');
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `null` for half of a surrogate pair. */
function percentEncoded(text: string): string | null {
  try {
    return encodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Values by which secrets can be known again; a word that somebody took as a password cannot. */
export function knownValues(text: string, hits: readonly SecretHit[]): readonly string[] {
  // A list: to hash a token of a thousand characters costs more than to compare it with the few before it.
  const values: string[] = [];
  for (let index = 0; index < hits.length && index < MOST_LOOKED_AT && values.length < MOST_VALUES; index += 1) {
    const { start, end, kind } = hits[index]!;
    const value = text.slice(start, end);
    const own = kind === 'download-link' ? granting(value) : value;
    if (isDistinct(own) && !values.includes(own)) values.push(own);
  }
  return values;
}

/** Of an address only what grants: its path names sites and files. */
function granting(address: string): string {
  return (
    /(?:tempauth|authtoken|sig)=([^&\s]+)/i.exec(address)?.[1] ??
    (address.startsWith('y4m') || !address.includes('/') ? address : '')
  );
}

/** RFC 1035: a name in the DNS; an account before it. */
const LONGEST_PLACE = 320;
/** A server, an account or an address under the name of a secret: evidence, wherever else it stands. */
const NAMES_A_PLACE = /^(?:[a-z][a-z+.-]{1,12}:\/\/|(?:[\w.+-]{1,64}@)?(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}$)/i;

function isDistinct(value: string): boolean {
  if (value.length < SHORTEST || isGuid(value)) return false;
  if (value.length <= LONGEST_PLACE && NAMES_A_PLACE.test(value)) return false;
  return value.length >= SURE || /\d|[^A-Za-z]|[a-z][A-Z]/.test(value);
}

/** Where any of the forms stands in the text. */
export function placesOf(text: string, forms: readonly string[]): Span[] {
  const spans: Span[] = [];
  let budget = MOST_SEARCHED;
  for (const form of forms) {
    if (form.length > text.length) continue;
    budget -= text.length;
    if (budget < 0) return spans;
    places(text, form, spans);
  }
  return spans;
}

/** Where secrets stand again outside the places that are known: short ones whole, of long ones two dozen characters. */
export interface Repetitions {
  placesIn(text: string, known: readonly Span[]): Span[];
}

/** Asked for one paste at a time, before the next is made. */
export function repetitionsOf(values: readonly string[]): Repetitions {
  const forms = values.flatMap(secretForms);
  const short = forms.filter(({ length }) => length < SHORTEST_PART);
  const parts = short.length < forms.length ? new Parts(forms) : null;
  return {
    placesIn(text, known) {
      const spans = short.length === 0 ? [] : placesOf(text, short);
      if (parts !== null) partsOf(parts, text, known, spans);
      return spans;
    },
  };
}

function partsOf(parts: Parts, text: string, known: readonly Span[], spans: Span[]): void {
  let from = 0;
  for (const { start, end } of known) {
    parts.placesIn(text, from, start, spans);
    from = Math.max(from, end);
  }
  parts.placesIn(text, from, text.length, spans);
}

function places(text: string, value: string, spans: Span[]): void {
  const needle = value.slice(0, NEEDLE);
  for (let at = text.indexOf(needle); at !== -1; ) {
    let end = at + needle.length;
    while (end - at < value.length && text[end] === value[end - at]) end += 1;
    if (value.length >= SURE || (!isWord(text, at - 1) && !isWord(text, end))) spans.push({ start: at, end });
    at = text.indexOf(needle, end);
  }
}

function isWord(text: string, at: number): boolean {
  return /\w/.test(text[at] ?? ' ');
}

const NEWLINE = 0x0a;
const WINDOW = 8;
/** Every so many characters the text is looked at: a part of 24 has a whole window there. */
const STRIDE = 16;
const SHORTEST_PART = WINDOW + STRIDE;
const SLOTS = 1 << 12;
/** Of windows that are alike so many are compared: a text that repeats itself has thousands of them. */
const MOST_ALIKE = 4;
/** Characters of all secrets together; further ones are masked where they were found. */
const MOST_CHARACTERS = 1 << 15;
const FACTOR = 0x01000193;
/** The factor of what leaves the window. */
const LEAVING = Array.from({ length: WINDOW }).reduce((power: number) => Math.imul(power, FACTOR), 1);

/** By slot: the last window of that hash, counted from one. Room for all texts in turn, empty between two of them. */
const LAST = new Int32Array(SLOTS);
/** By window: the one of the same slot before it. */
const BEFORE = new Int32Array(MOST_CHARACTERS + 1);

/** Parts of secrets, by their windows of eight characters (the rolling hash of Karp and Rabin). One at a time. */
class Parts {
  /** All values, one after the other. */
  readonly #joined: string;

  constructor(values: readonly string[]) {
    const long = values.filter((value) => value.length >= SHORTEST_PART).map(withoutHeader);
    const joined = long.join('\n').slice(0, MOST_CHARACTERS);
    this.#joined = joined;
    LAST.fill(0);
    let hash = 0;
    for (let end = 0; end < joined.length; end += 1) {
      hash = (Math.imul(hash, FACTOR) + joined.charCodeAt(end)) | 0;
      if (end >= WINDOW) hash = (hash - Math.imul(joined.charCodeAt(end - WINDOW), LEAVING)) | 0;
      if (end + 1 < WINDOW) continue;
      const slot = slotOf(hash);
      const window = end + 2 - WINDOW;
      BEFORE[window] = LAST[slot]!;
      LAST[slot] = window;
    }
  }

  placesIn(text: string, start: number, limit: number, spans: Span[]): void {
    if (this.#joined === '') return;
    let from = start;
    for (let at = start; at + WINDOW <= limit; at += STRIDE) {
      const last = LAST[slotOf(hashAt(text, at))]!;
      if (last === 0) continue;
      const span = this.#grown(text, at, from, last);
      if (span === null) continue;
      if (isPart(text.slice(span.start, span.end))) spans.push(span);
      from = span.end;
      at = Math.max(at, span.end - STRIDE);
    }
  }

  /** The common piece around a window, where it is long enough. */
  #grown(text: string, at: number, floor: number, last: number): Span | null {
    for (let window = last, alike = 0; window !== 0 && alike < MOST_ALIKE; window = BEFORE[window]!, alike += 1) {
      const own = window - 1;
      if (!text.startsWith(this.#joined.slice(own, own + WINDOW), at)) continue;
      let before = 0;
      while (own > before && at - before > floor && this.#same(text, own - before - 1, at - before - 1)) before += 1;
      let after = WINDOW;
      while (own + after < this.#joined.length && this.#same(text, own + after, at + after)) after += 1;
      if (before + after >= SHORTEST_PART) return { start: at - before, end: at + after };
    }
    return null;
  }

  /** A line end stands between two values, and in a token that was broken. */
  #same(text: string, own: number, at: number): boolean {
    const code = this.#joined.charCodeAt(own);
    return code === text.charCodeAt(at) && code !== NEWLINE;
  }
}

/** Ids of tenants and apps, and lists of words, stand in many a secret. */
function isPart(piece: string): boolean {
  return !/^[0-9a-f-]+$/i.test(piece) && /\d/.test(piece) && /[A-Za-z]/.test(piece);
}

/** All tokens of an issuer begin with the same header. */
function withoutHeader(value: string): string {
  return value.startsWith('eyJ') ? value.slice(value.indexOf('.') + 1) : value;
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + WINDOW; index += 1) hash = (Math.imul(hash, FACTOR) + text.charCodeAt(index)) | 0;
  return hash;
}

function slotOf(hash: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 16) & (SLOTS - 1);
}
