/** A parameter's value is never longer than this in practice; beyond it a quote is taken as never closed. */
const LONGEST_VALUE = 4096;
/** Quotes inside a value that lost their backslashes. */
const MOST_INNER_QUOTES = 12;

// What may stand after the quote that really closes a value: the end, a comma, a wrapper's own quote or bracket, the next
// parameter without a comma, or the next header run together with this one (`…error="invalid_token"Date: …`).
const AFTER_CLOSING_QUOTE =
  /[ \t]{0,20}(?:[,;"'`})\]\r\n\\|<]|$|[A-Za-z][\w.-]{1,60}=)|[A-Za-z][\w-]{1,60}[ \t]{0,2}(?::(?!\/\/)|→)/y;
const LOOKS_LIKE_NEXT_HEADER = /\n[ \t]{0,8}(?:[A-Za-z][\w-]{1,60}[ \t]{0,2}[:→]|HTTP\/|[{\r\n])/;
const NEXT_PARAMETER = /,[ \t]{0,8}[A-Za-z][\w-]{1,60}[ \t]{0,2}=/;
const UNQUOTED = /[^\s,;"'`<>)}\]]{0,4096}/y;

export interface PastedValue {
  readonly value: string;
  /** After the closing quote. */
  readonly end: number;
  /** No closing quote was found: the text broke off inside the value. */
  readonly cut: boolean;
}

/**
 * Reads the value of `name=` as it stands in pasted text: in double or single quotes whose inner quotes may have lost
 * their backslashes, wrapped over lines, cut off, JSON, or without any quotes.
 *
 * @param prose the value is a sentence, so without quotes it runs to the next parameter and not to the next space
 */
export function readPastedValue(text: string, at: number, prose: boolean): PastedValue {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const opensObject = text[at + 1] === '{';
    if (opensObject) {
      const end = objectEnd(text, at + 1);
      if (end !== -1) return { value: text.slice(at + 1, end), end: text[end] === quote ? end + 1 : end, cut: false };
    }
    return readQuoted(text, at, quote);
  }
  if (quote === '{') {
    const end = objectEnd(text, at);
    if (end !== -1) return { value: text.slice(at, end), end, cut: false };
  }
  if (prose) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(newline === -1 ? text.length : newline, at + 1000));
    const next = NEXT_PARAMETER.exec(line);
    const value = (next === null ? line : line.slice(0, next.index)).replace(/["'\s,}\]]{1,10}$/, '');
    return { value, end: at + value.length, cut: false };
  }
  UNQUOTED.lastIndex = at;
  const value = UNQUOTED.exec(text)?.[0] ?? '';
  return { value, end: at + value.length, cut: false };
}

function readQuoted(text: string, open: number, quote: string): PastedValue {
  const limit = Math.min(text.length, open + 1 + LONGEST_VALUE);
  let at = open + 1;
  let firstQuote = -1;
  let lastQuote = -1;
  for (let quotes = 0; at < limit && quotes < MOST_INNER_QUOTES; quotes++) {
    const next = text.indexOf(quote, at);
    if (next === -1 || next >= limit) break;
    AFTER_CLOSING_QUOTE.lastIndex = next + 1;
    if (AFTER_CLOSING_QUOTE.test(text)) {
      const value = text.slice(open + 1, next);
      // The quote belongs to something further down: this value was cut off at its own line's end.
      if (value.includes('\n') && LOOKS_LIKE_NEXT_HEADER.test(value)) break;
      return { value: unfold(value), end: next + 1, cut: false };
    }
    if (firstQuote === -1) firstQuote = next;
    lastQuote = next;
    at = next + 1;
  }
  const newline = text.indexOf('\n', open + 1);
  if (firstQuote !== -1 && (newline === -1 || firstQuote < newline)) {
    // Words follow the quote (`error="invalid_token" from the server`): a name ends at its first quote, a sentence at its last.
    const name = text.slice(open + 1, firstQuote);
    const close = name.includes(' ') && (newline === -1 || lastQuote < newline) ? lastQuote : firstQuote;
    return { value: text.slice(open + 1, close), end: close + 1, cut: false };
  }
  const end = Math.min(newline === -1 ? text.length : newline, limit);
  return { value: text.slice(open + 1, end).trimEnd(), end, cut: true };
}

function unfold(value: string): string {
  return value.includes('\n') ? value.replace(/\s{0,40}\n\s{0,40}/g, ' ') : value;
}

/** After the brace that closes the object at `open`, or -1; strings are not looked at, so that lost escapes do no harm. */
function objectEnd(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_VALUE);
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return at + 1;
  }
  return -1;
}
