/** A key with its separator, as it stands before a value. */
export interface LooseKey {
  readonly name: string;
  /** Written `key=value` and not `key: value`. */
  readonly assigned: boolean;
  /** Where the value begins. */
  readonly end: number;
}

const MOST_NAME = 61;
const MOST_BLANKS = 8;
const MOST_SPACE = 40;

const NAME = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@$.-') {
  NAME[character.charCodeAt(0)] = 1;
}

/**
 * `key:`, `"key" =>`, `'key' =`, `key →` and the white space behind it. By hand, since it is asked at every word of every
 * object: a pattern with these groups takes three times as long.
 *
 * @param start - offset of a quote or of a character that a name begins with
 */
export function readKey(text: string, start: number): LooseKey | null {
  const quote = text.charCodeAt(start);
  const quoted = quote === 0x22 || quote === 0x27 || quote === 0x60;
  const from = quoted ? start + 1 : start;
  if (quoted && !beginsName(text.charCodeAt(from))) return null;
  let at = from + 1;
  // One character beyond the longest name tells enough: a run without end is asked about at each of its words.
  for (const last = from + MOST_NAME + 1; at < last && NAME[text.charCodeAt(at)] === 1; ) at += 1;
  const to = at;
  if (to - from > MOST_NAME) return null;
  if (quoted) {
    if (text.charCodeAt(at) !== quote) return null;
    at += 1;
  }
  for (const last = at + MOST_BLANKS; at < last && isBlank(text.charCodeAt(at)); ) at += 1;
  const separator = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (separator === 0x3a) {
    if (next === 0x2f && text.charCodeAt(at + 2) === 0x2f) return null;
  } else if (separator === 0x3d) {
    if (next === 0x3d) return null;
    if (next === 0x3e) at += 1;
  } else if (separator !== 0x2192) return null;
  at += 1;
  for (const last = at + MOST_SPACE; at < last && isSpace(text.charCodeAt(at)); ) at += 1;
  return { name: text.slice(from, to), assigned: separator === 0x3d && next !== 0x3e, end: at };
}

function beginsName(code: number): boolean {
  return NAME[code] === 1 && code !== 0x2e && code !== 0x2d && !(code >= 0x30 && code <= 0x39);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}
