/** One argument of a call, by its place. */
export interface CallArgument {
  /** What the string holds; null for a variable, a nested call, or anything else that is no string. */
  readonly value: string | null;
  /** Of what stands between the quotes; of an argument that is no string, where it begins, twice. */
  readonly start: number;
  readonly end: number;
}

/** Code of one call is hardly longer; behind it no argument is looked for. */
const LONGEST_CALL = 800;
const MOST_ARGUMENTS = 8;
/** A string of any language, with its prefix (`f"…"`, `@"…"`, `$"…"`). */
const STRING = /[frbu$@]{0,2}(["'`])((?:(?!\1)[^\\\n]|\\.){0,300})\1(?=\s{0,200}(?:[,)\]}]|#|\/\/|$))/y;
/** `authority=…`, `tenantId: …`: an argument that says itself what it is, and is read by its name. */
const NAMED = /[\w$]{1,60}\s{0,4}(?:=(?![=>])|:(?!:))/y;
/** White space and comments between two arguments. */
const BETWEEN = /(?:\s|#[^\n]{0,200}\n|\/\/[^\n]{0,200}\n){0,60}/y;
const OPENING = '([{';
const CLOSING = ')]}';

/**
 * The positional arguments of the call whose bracket opens just before `at`, up to the bracket that closes it, or to where
 * the paste breaks off. Those with a name are left out.
 */
export function callArguments(text: string, at: number): CallArgument[] {
  const found: CallArgument[] = [];
  const limit = Math.min(text.length, at + LONGEST_CALL);
  let position = at;
  while (position < limit && found.length < MOST_ARGUMENTS) {
    position = behind(BETWEEN, text, position);
    if (position >= limit || CLOSING.includes(text[position]!)) break;
    const named = behind(NAMED, text, position) !== position;
    const argument = readArgument(text, position, limit);
    if (!named) found.push(argument);
    position = behindComma(text, argument.value === null ? position : argument.end + 1, limit);
    if (position === -1) break;
  }
  return found;
}

function readArgument(text: string, at: number, limit: number): CallArgument {
  STRING.lastIndex = at;
  const string = STRING.exec(text);
  if (string === null || STRING.lastIndex > limit) return { value: null, start: at, end: at };
  const end = STRING.lastIndex - 1;
  return { value: string[2]!, start: end - string[2]!.length, end };
}

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Behind the next comma of this call; -1 where it ends before one. */
function behindComma(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const character = text[at]!;
    if (character === ',' && depth === 0) return at + 1;
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) {
      if (depth === 0) return -1;
      depth -= 1;
    } else if (character === '"' || character === "'" || character === '`') {
      const closing = text.indexOf(character, at + 1);
      if (closing === -1 || closing >= limit) return -1;
      at = closing;
    }
  }
  return -1;
}
