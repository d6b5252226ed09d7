import type { MappedText } from './mapped-text.ts';
import { Rewriter } from './rewriter.ts';

const PLUS = 0x2b;
const PERCENT = 0x25;
const SPACE = 0x20;

/** Undoes what a form or a query does to text (WHATWG URL, application/x-www-form-urlencoded): plus signs and `%20`. */
export function formDecoded(source: MappedText): MappedText {
  // Sentences first: a literal plus would be written %2b in them.
  let text = plusesInSentences(source);
  // Where sentences were encoded so, the short pieces around them were too («Trace+ID:+»).
  if (text !== source) text = plusesAround(text);
  // Twice, for an address that was carried inside another address.
  for (let round = 0; round < 2; round += 1) {
    const next = percentDecoded(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

/** The value of a form-encoded field that is always a sentence (RFC 6749, section 4.1.2.1): a plus in it is a space. */
const SENTENCE_FIELD = 'error_description=';
const LONGEST_FIELD = 4000;
const FIELD_END = /[&\s"'<>\\]/g;

const MOST_BEFORE = 40;
const LONGEST_WORD = 120;
const FEWEST_PLUSES = 3;
const MOST_PLUSES = 2000;

const BEFORE = characterSet(`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'"(.,:;%-`);
const WORD = characterSet(`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'"().,:;/{}<>=@*%-`);

function plusesInSentences(source: MappedText): MappedText {
  const { text } = source;
  let at = text.indexOf('+');
  if (at === -1) return source;
  const rewriter = new Rewriter(source);
  let field = nextField(text, 0);
  let floor = 0;
  while (at !== -1) {
    while (field !== null && field.end <= at) field = nextField(text, field.end);
    if (field !== null && at >= field.start) {
      rewriter.exchange(at, SPACE);
      floor = at + 1;
    } else {
      const run = joinedWords(text, at, floor, field === null ? text.length : field.start);
      if (run !== null) {
        floor = run.end;
        if (looksLikeWords(text.slice(run.start, run.end))) {
          for (let plus = at; plus !== -1 && plus < run.end; plus = text.indexOf('+', plus + 1))
            rewriter.exchange(plus, SPACE);
        }
      }
    }
    at = nextSign(text, '+', Math.max(at + 1, floor));
  }
  return rewriter.finish();
}

function nextField(text: string, from: number): { start: number; end: number } | null {
  const at = text.indexOf(SENTENCE_FIELD, from);
  if (at === -1) return null;
  const start = at + SENTENCE_FIELD.length;
  FIELD_END.lastIndex = start;
  const stop = FIELD_END.exec(text)?.index ?? text.length;
  return { start, end: Math.min(stop, start + LONGEST_FIELD) };
}

/** Words joined by plus signs, the first of them before `plus`. */
function joinedWords(text: string, plus: number, floor: number, limit: number): { start: number; end: number } | null {
  let start = plus;
  while (start > floor && plus - start < MOST_BEFORE && BEFORE[text.charCodeAt(start - 1)] === 1) start -= 1;
  if (start === plus) return null;
  let end = plus;
  let pluses = 0;
  while (end < limit && text.charCodeAt(end) === PLUS && pluses < MOST_PLUSES) {
    let word = end + 1;
    while (word < limit && word - end <= LONGEST_WORD && WORD[text.charCodeAt(word)] === 1) word += 1;
    if (word === end + 1) break;
    end = word;
    pluses += 1;
  }
  return pluses >= FEWEST_PLUSES ? { start, end } : null;
}

const PLAIN_WORD =
  /^(?:%2[278])?[A-Za-z'"(]{0,2}[a-z]{1,20}(?:-[a-z]{1,20})?[A-Za-z'").,:;]{0,3}(?:%(?:2[279cC]|3[aA]))?$/;

/** Form encoding writes a sentence so; base64 has no run of short plain words. */
function looksLikeWords(run: string): boolean {
  let words = 0;
  let others = 0;
  for (const part of run.split('+', 60)) {
    if (PLAIN_WORD.test(part)) words += 1;
    else others += 1;
  }
  return words >= 3 && words > others * 0.6;
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
/** What is encoded ends in a hexadecimal digit. */
const BEFORE_PLUS = characterSet(`${LETTERS_AND_DIGITS}:.,;)'"}`);
const BEHIND_PLUS = characterSet(`${LETTERS_AND_DIGITS}.'({"%`);

function plusesAround(source: MappedText): MappedText {
  const { text } = source;
  const rewriter = new Rewriter(source);
  for (let at = nextSign(text, '+', 0); at !== -1; at = nextSign(text, '+', at + 1)) {
    if (BEFORE_PLUS[text.charCodeAt(at - 1)] === 1 && BEHIND_PLUS[text.charCodeAt(at + 1)] === 1)
      rewriter.exchange(at, SPACE);
  }
  return rewriter.finish();
}

/** Where signs stand side by side the next one is found without a search. */
function nextSign(text: string, sign: '+' | '%', from: number): number {
  return text[from] === sign ? from : text.indexOf(sign, from);
}

function percentDecoded(source: MappedText): MappedText {
  const { text } = source;
  const rewriter = new Rewriter(source);
  for (let at = text.indexOf('%'); at !== -1; ) {
    const first = byteAt(text, at);
    if (first === -1) {
      at = nextSign(text, '%', at + 1);
      continue;
    }
    const length = first < 0x80 ? 1 : sequenceLength(text, at, first);
    const end = at + length * 3;
    if (length === 1) rewriter.put(at, end, first);
    else rewriter.replace(at, end, decodeURIComponent(text.slice(at, end)));
    at = nextSign(text, '%', end);
  }
  return rewriter.finish();
}

/**
 * How many encoded bytes from `at` make one character (RFC 3629, section 4); 1 where they are not UTF-8, as in a cut-off
 * sequence, or in Latin-1 from an old proxy.
 */
function sequenceLength(text: string, at: number, first: number): number {
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 1;
  for (let index = 1; index < length; index += 1) {
    const next = byteAt(text, at + index * 3);
    const least = index > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const most = index > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (next < least || next > most) return 1;
  }
  return length;
}

/** The byte that `%XX` stands for, or -1. */
function byteAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== PERCENT) return -1;
  const high = hexadecimalDigit(text.charCodeAt(at + 1));
  const low = hexadecimalDigit(text.charCodeAt(at + 2));
  return high === -1 || low === -1 ? -1 : high * 16 + low;
}

function hexadecimalDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function characterSet(characters: string): Uint8Array {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
