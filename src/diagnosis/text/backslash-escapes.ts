import type { MappedText } from './mapped-text.ts';
import { Rewriter } from './rewriter.ts';

const BACKSLASH = 0x5c;
/** Four levels of JSON in JSON put up to fifteen backslashes before a quote. */
const MOST_BACKSLASHES = 15;
/** A word of this length before another backslash or slash is the name of a folder. */
const LONGEST_FOLDER = 40;
const FARTHEST_DRIVE = 120;

/** `\"`, `\'`, `\/`, `` \` ``, `\n`, `\r\n`, `\t` and `\u0022`, escaped up to four levels deep. */
export function backslashesResolved(source: MappedText): MappedText {
  const { text } = source;
  let at = text.indexOf('\\');
  if (at === -1) return source;
  const rewriter = new Rewriter(source);
  const paths = new WindowsPaths(text);
  while (at !== -1) {
    let behind = at + 1;
    while (text.charCodeAt(behind) === BACKSLASH) behind += 1;
    const start = Math.max(at, behind - MOST_BACKSLASHES);
    at = text.indexOf('\\', escapeAt(text, start, behind, paths, rewriter));
  }
  return rewriter.finish();
}

/** Resolves the escape whose last backslash stands before `behind`. Returns where to go on. */
function escapeAt(text: string, start: number, behind: number, paths: WindowsPaths, rewriter: Rewriter): number {
  const code = text.charCodeAt(behind);
  switch (code) {
    case 0x22: // "
    case 0x27: // '
    case 0x2f: // /
    case 0x60: // `
      rewriter.put(start, behind + 1, code);
      return behind + 1;
    case 0x75: {
      // u
      const character = hexadecimal(text, behind + 1);
      if (character === -1) return behind + 1;
      rewriter.put(start, behind + 5, character === 0 ? 0x20 : character);
      return behind + 5;
    }
    case 0x6e: // n
    case 0x72: // r
    case 0x74: {
      // t
      const end = code === 0x72 ? behindLineFeed(text, behind + 1) : behind + 1;
      if (beginsFolder(text, end)) {
        if (end === behind + 1 || beginsFolder(text, behind + 1)) return behind + 1;
        return lineEnd(start, behind + 1, code, paths, rewriter);
      }
      return lineEnd(start, end, code, paths, rewriter);
    }
    default:
      return behind;
  }
}

function lineEnd(start: number, end: number, code: number, paths: WindowsPaths, rewriter: Rewriter): number {
  if (!paths.holds(start)) rewriter.put(start, end, code === 0x74 ? 0x09 : 0x0a);
  return end;
}

/** Behind the `\n` that follows a `\r`, or where the search began. */
function behindLineFeed(text: string, from: number): number {
  let at = from;
  while (at - from <= MOST_BACKSLASHES && text.charCodeAt(at) === BACKSLASH) at += 1;
  const count = at - from;
  return count >= 1 && count <= MOST_BACKSLASHES && text.charCodeAt(at) === 0x6e ? at + 1 : from;
}

/** `ext-folder\` behind `\n`: the backslash belongs to the path `\next-folder\`, unless it escapes a quote. */
function beginsFolder(text: string, from: number): boolean {
  let at = from;
  while (at - from <= LONGEST_FOLDER && isFolderCharacter(text.charCodeAt(at))) at += 1;
  const size = at - from;
  if (size < 2 || size > LONGEST_FOLDER) return false;
  const next = text.charCodeAt(at);
  if (next !== BACKSLASH) return next === 0x2f;
  while (at - from < LONGEST_FOLDER + MOST_BACKSLASHES && text.charCodeAt(at) === BACKSLASH) at += 1;
  const behind = text.charCodeAt(at);
  return behind !== 0x22 && behind !== 0x27 && behind !== 0x60;
}

function isFolderCharacter(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d;
}

/** -1 where no four hexadecimal digits stand. */
function hexadecimal(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + 4; at += 1) {
    const code = text.charCodeAt(at);
    const lower = code | 0x20;
    if (code >= 0x30 && code <= 0x39) value = value * 16 + code - 0x30;
    else if (lower >= 0x61 && lower <= 0x66) value = value * 16 + lower - 0x57;
    else return -1;
  }
  return value;
}

/** `C:\temp\new`: the backslash before `t` and `n` separates folders. Asked in the order of the text, every character is looked at once. */
class WindowsPaths {
  readonly #text: string;
  #looked = 0;
  /** The last character that ends any path. */
  #end = -1;
  /** The last colon of a drive. */
  #drive = -1;

  constructor(text: string) {
    this.#text = text;
  }

  holds(at: number): boolean {
    const text = this.#text;
    for (let index = Math.max(this.#looked, at - FARTHEST_DRIVE); index < at; index += 1) {
      const code = text.charCodeAt(index);
      if (code <= 0x20 || code === 0x22 || code === 0x27) this.#end = index;
      else if (code === 0x3a && text.charCodeAt(index + 1) === BACKSLASH) {
        const first = text.charCodeAt(index + 2);
        if (first !== 0x6e && first !== 0x72) this.#drive = index;
      }
    }
    this.#looked = at;
    const drive = this.#drive;
    if (drive <= this.#end || drive < 1 || drive <= at - FARTHEST_DRIVE) return false;
    return isLetter(text.charCodeAt(drive - 1)) && !isLetter(text.charCodeAt(drive - 2));
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
