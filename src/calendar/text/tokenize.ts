import { plainText } from './plain-text.ts';

export type TokenKind = 'word' | 'number' | 'mark' | 'address' | 'mention' | 'quote' | 'link';

export interface Token {
  readonly kind: TokenKind;
  /** As typed; a mention or a quote without its marks. */
  readonly text: string;
  /** Lower case, with plain quotes and dashes. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between this token and the one before. */
  readonly joined: boolean;
  /** The first of a line that is not the first line. */
  readonly newLine: boolean;
}

/** Every repetition is bounded, so that each place in the text is looked at a bounded number of times. */
const MENTION = /<at(?: [^<>]{0,80})?>([^<>]{1,120})<\/at>/y;
const ADDRESS = /(?:mailto:)?([\p{L}\d._%+'-]{1,64}@[\p{L}\d][\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,63}){1,6})/uy;
const LINK = /https?:\/\/[^\s<>"]{1,2000}/iy;
const QUOTE = /"([^"\n]{1,200})"/y;
/** A single quote opens only where no letter stands before it: «o'clock», «Tessa's» are words. */
const SINGLE_QUOTE = /'([^'\n]{2,120}(?:'[\p{L}][^'\n]{0,80})?)'(?![\p{L}\d])/uy;
const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/uy;
const NUMBER = /\d+/y;

/** What people write has under 3,500 words and marks in the 20,000 characters that are read; the rest is no message. */
const MOST_TOKENS = 4_000;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Cuts a message into words, numbers, marks, addresses, mentions and quoted texts, the first 4,000 of them. */
export function tokenize(message: string): readonly Token[] {
  const text = plainText(message);
  const tokens: Token[] = [];
  let at = 0;
  let joined = false;
  let newLine = false;
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const character = text[at]!;
    if (/\s/.test(character)) {
      if (character === '\n') newLine = true;
      joined = false;
      at += 1;
      continue;
    }
    const { kind, found, inner } = next(text, at, joined);
    const length = Math.max(1, found.length);
    tokens.push({
      kind,
      text: inner === null ? message.slice(at, at + length) : inner,
      word: (inner ?? found).toLowerCase(),
      start: at,
      end: at + length,
      joined,
      newLine: newLine && tokens.length > 0,
    });
    at += length;
    joined = true;
    newLine = false;
  }
  return tokens;
}

function next(
  text: string,
  at: number,
  joined: boolean,
): { readonly kind: TokenKind; readonly found: string; readonly inner: string | null } {
  const character = text[at]!;
  if (character === '<') {
    const mention = match(MENTION, text, at);
    if (mention !== null) return { kind: 'mention', found: mention[0], inner: mention[1]!.trim() };
  }
  if (!joined || character !== "'") {
    const quote = character === '"' ? match(QUOTE, text, at) : character === "'" ? match(SINGLE_QUOTE, text, at) : null;
    if (quote !== null) return { kind: 'quote', found: quote[0], inner: quote[1]!.trim() };
  }
  if (!joined || /[<(,;:]/.test(text[at - 1] ?? '')) {
    const address = match(ADDRESS, text, at);
    if (address !== null) return { kind: 'address', found: address[0], inner: address[1]! };
    const link = match(LINK, text, at);
    if (link !== null) return { kind: 'link', found: link[0], inner: null };
  }
  const word = match(WORD, text, at);
  if (word !== null) return { kind: 'word', found: word[0], inner: null };
  const number = match(NUMBER, text, at);
  if (number !== null) return { kind: 'number', found: number[0], inner: null };
  const codePoint = String.fromCodePoint(text.codePointAt(at)!);
  return { kind: 'mark', found: codePoint, inner: null };
}
