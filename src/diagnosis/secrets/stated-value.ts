/** A value stated under a name: where it stands, without its quotes. */
export interface StatedValue {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly quoted: boolean;
  readonly separator: '=' | ':' | ' ' | '(';
}

export interface ValueStart {
  readonly at: number;
  readonly separator: StatedValue['separator'];
}

const SEPARATOR =
  /(?:\\{0,15}["'`]{1,2}|%22|&quot;)?\]?[ \t]{0,8}(?:(=>|:=|={1,2}|:|→|%3[dD]|%253[dD]|%3[aA]|\()|([ \t]{1,4}))\s{0,8}/y;
const VALUE_LIMIT = 65_536;

/**
 * Where the value of a name begins: after `=`, `:`, `=>`, `→`, an encoded `=`, the quote of a JSON key, a call's bracket,
 * or, for an option of a command line, after a space.
 */
export function valueStart(text: string, nameStart: number, nameEnd: number): ValueStart | null {
  if (!maySeparate(text, nameStart, nameEnd)) return null;
  const usual = usualStart(text, nameEnd);
  if (usual !== null) return usual;
  // An element of XML: `<clientSecret>…</clientSecret>`.
  if (text[nameStart - 1] === '<' && text[nameEnd] === '>') return { at: nameEnd + 1, separator: '=' };
  SEPARATOR.lastIndex = nameEnd;
  const match = SEPARATOR.exec(text);
  if (match === null) return null;
  let at = nameEnd + match[0].length;
  const mark = match[1];
  // `NAME=` at the end of a line is empty: only a quoted value may stand on the next one.
  const lineEnd = mark === '=' && match[0].length > 1 ? match[0].search(/[\r\n]/) : -1;
  if (lineEnd !== -1 && !/["'`\\]/.test(text[at] ?? '')) at = nameEnd + lineEnd;
  if (mark === undefined) {
    // `--client-secret value`, `-Password value`
    return text[nameStart] === '-' && /[-\s>;,"'`(]|undefined/.test(String(text[nameStart - 1]))
      ? { at, separator: ' ' }
      : null;
  }
  if (mark === '(') return /["'`@\\]/.test(text[at] ?? '') ? { at, separator: '(' } : null;
  return { at, separator: mark === ':' || mark === '→' || mark === '%3a' || mark === '%3A' ? ':' : '=' };
}

/** `name=value`, `name:value`, `name: value`, `"name":"value"`: what the pattern would find, without it. */
function usualStart(text: string, nameEnd: number): ValueStart | null {
  const at = text.charCodeAt(nameEnd) === 0x22 && text.charCodeAt(nameEnd + 1) === 0x3a ? nameEnd + 1 : nameEnd;
  const mark = text.charCodeAt(at);
  if (mark !== 0x3d && mark !== 0x3a) return null;
  const value = mark === 0x3a && text.charCodeAt(at + 1) === 0x20 ? at + 2 : at + 1;
  const first = text.charCodeAt(value);
  // White space, or a sign that makes `=>`, `==` or `:=` of the mark; beyond ASCII there is other white space.
  if (!(first > 0x20 && first < 0x7f) || first === 0x3d || first === 0x3e) return null;
  return { at: value, separator: mark === 0x3d ? '=' : ':' };
}

/** Most words are followed by another word: one look saves the pattern. */
function maySeparate(text: string, nameStart: number, nameEnd: number): boolean {
  let at = nameEnd;
  while (at - nameEnd < 8 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  const code = text.charCodeAt(at);
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return text.charCodeAt(nameStart) === 0x2d;
  return true;
}

/** Reads the value: a quoted string of any language, or a bare word; no more than `most` characters of it. */
export function readValue(text: string, from: ValueStart, most = VALUE_LIMIT): StatedValue | null {
  const { separator } = from;
  let at = from.at;
  if (/[bBuUrRf@$]/.test(text[at] ?? '') && /["']/.test(text[at + 1] ?? '')) at += 1;
  const opening = openingQuote(text, at);
  if (opening === null) {
    if (text[at] === '|' || text[at] === '>' || text[at] === '{') {
      const set = setApart(text, at, separator);
      if (set !== null) return set;
    }
    const end = endOfBareWord(text, at, most);
    return end > at ? { start: at, end, quoted: false, separator } : null;
  }
  const end = closingQuote(text, opening, most);
  return { start: opening.start, end, quoted: true, separator };
}

/** A block scalar of YAML: `|`, `>-`, and the value on the next line. */
const BLOCK = /[|>][-+]?[ \t]{0,4}\r?\n[ \t]{1,40}([^\s#][^\r\n]{0,8192})/y;
/** A value of a connection string that holds a semicolon or an equals sign. */
const BRACED = /\{([^{}\s"']{1,200})\}(?=[;"'\s]|$)/y;

function setApart(text: string, at: number, separator: StatedValue['separator']): StatedValue | null {
  const pattern = text[at] === '{' ? BRACED : BLOCK;
  if ((pattern === BRACED) !== (separator === '=')) return null;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return null;
  const end = at + match[0].length - (pattern === BRACED ? 1 : 0);
  return { start: end - match[1]!.length, end, quoted: false, separator };
}

interface Opening {
  readonly start: number;
  readonly quote: string;
  readonly backslashes: number;
  readonly doubled: boolean;
}

function openingQuote(text: string, at: number): Opening | null {
  if (text.startsWith('%22', at)) return { start: at + 3, quote: '%22', backslashes: 0, doubled: false };
  if (text.startsWith('&quot;', at)) return { start: at + 6, quote: '&quot;', backslashes: 0, doubled: false };
  let index = at;
  while (text[index] === '\\' && index < at + 15) index += 1;
  const quote = text[index];
  if (quote !== '"' && quote !== "'" && quote !== '`') return null;
  const doubled = index === at && text[index + 1] === quote && /[^\s,;:}\])"'`]/.test(text[index + 2] ?? ' ');
  return { start: index + (doubled ? 2 : 1), quote, backslashes: index - at, doubled };
}

/** The end of the string: the same quote behind the same number of backslashes; else the end of the line. */
function closingQuote(text: string, opening: Opening, most: number): number {
  const { start, quote, backslashes } = opening;
  const limit = Math.min(text.length, start + most);
  for (let index = start; index < limit; index += 1) {
    const character = text[index]!;
    if (character === '\n' || character === '\r') return index;
    if (character !== quote[0] || !text.startsWith(quote, index)) continue;
    const before = backslashesBefore(text, index, start);
    if (backslashes === 0 ? before % 2 === 0 : before <= backslashes) return index - (backslashes === 0 ? 0 : before);
  }
  return limit;
}

function backslashesBefore(text: string, index: number, floor: number): number {
  let count = 0;
  while (index - count > floor && count < 32 && text[index - count - 1] === '\\') count += 1;
  return count;
}

const BARE_STOP = new Uint8Array(128);
for (const character of '\t\n\v\f\r &;,"\'<>`(){}[]\\|') BARE_STOP[character.charCodeAt(0)] = 1;
const OTHER_STOP = /[\s…]/;
/** An encoded `&`, quote or comma ends an encoded value. */
const ENCODED_STOP = /%2[26cC]/y;

function endOfBareWord(text: string, at: number, most: number): number {
  const limit = Math.min(text.length, at + most);
  let end = at;
  for (; end < limit; end += 1) {
    const code = text.charCodeAt(end);
    if (code >= 128) {
      if (OTHER_STOP.test(text[end]!)) break;
    } else if (BARE_STOP[code] === 1) {
      break;
    } else if (code === 0x25) {
      ENCODED_STOP.lastIndex = end;
      if (ENCODED_STOP.test(text)) break;
    }
  }
  return end;
}
