/** The longest body that is read. */
export const LONGEST_BODY = 65_536;
const DEEPEST = 24;
const MOST_VALUES = 4000;

const SPACE = /(?:\s{1,400}|\/\/[^\n]{0,200}\n)/y;
const NUMBER = /-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?/y;
const WORD = /[A-Za-z_$][\w$.-]{0,80}/y;
const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  True: true,
  False: false,
  None: null,
  undefined: null,
};

/**
 * Reads the object or array that begins at `at`: JSON, a JavaScript object literal or a Python dictionary (bare keys,
 * single quotes, trailing commas, None). Values that are no literals (a variable, a call) become `null`.
 *
 * @param before where it must have ended
 * @returns the value and where it ended, or `undefined` where the text is no such literal or broke off inside it.
 */
export function readPastedLiteral(
  text: string,
  at: number,
  before = text.length,
): { value: unknown; end: number } | undefined {
  const limit = Math.min(before, at + LONGEST_BODY);
  let cursor = at;
  let values = 0;

  const failed = Symbol('no literal');

  function skipSpace(): void {
    SPACE.lastIndex = cursor;
    while (cursor < limit && SPACE.test(text)) cursor = SPACE.lastIndex;
    SPACE.lastIndex = 0;
  }

  function readValue(depth: number): unknown {
    if (++values > MOST_VALUES || depth > DEEPEST || cursor >= limit) return failed;
    const character = text[cursor] ?? '';
    if (character === '{') return readObject(depth);
    if (character === '[') return readArray(depth);
    if (character === '"' || character === "'" || character === '`') return readString(character);
    NUMBER.lastIndex = cursor;
    const number = NUMBER.exec(text)?.[0];
    if (number !== undefined) {
      cursor += number.length;
      return Number(number);
    }
    WORD.lastIndex = cursor;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) return failed;
    cursor += word.length;
    if (Object.hasOwn(WORDS, word)) return WORDS[word];
    return skipExpression() ? null : failed;
  }

  function readObject(depth: number): unknown {
    const object: Record<string, unknown> = {};
    cursor++;
    for (;;) {
      skipSpace();
      const character = text[cursor];
      if (character === '}') {
        cursor++;
        return object;
      }
      let key: unknown;
      if (character === '"' || character === "'") key = readString(character);
      else {
        WORD.lastIndex = cursor;
        key = WORD.exec(text)?.[0] ?? failed;
        if (typeof key === 'string') cursor += key.length;
      }
      if (typeof key !== 'string') return failed;
      skipSpace();
      if (text[cursor] !== ':') return failed;
      cursor++;
      skipSpace();
      const value = readValue(depth + 1);
      if (value === failed) return failed;
      if (key !== '__proto__') object[key] = value;
      skipSpace();
      if (text[cursor] === ',') cursor++;
      else if (text[cursor] !== '}') return failed;
    }
  }

  function readArray(depth: number): unknown {
    const array: unknown[] = [];
    cursor++;
    for (;;) {
      skipSpace();
      if (text[cursor] === ']') {
        cursor++;
        return array;
      }
      const value = readValue(depth + 1);
      if (value === failed) return failed;
      array.push(value);
      skipSpace();
      if (text[cursor] === ',') cursor++;
      else if (text[cursor] !== ']') return failed;
    }
  }

  // Lost backslashes leave bare quotes inside strings: only a quote before `,`, `:`, `}` or `]` closes one.
  function readString(quote: string): unknown {
    for (let from = cursor + 1; ; ) {
      const close = text.indexOf(quote, from);
      if (close === -1 || close >= limit) return failed;
      if (/^\s{0,40}(?:[,:}\]]|$)/.test(text.slice(close + 1, close + 42))) {
        const value = text.slice(cursor + 1, close);
        cursor = close + 1;
        return value;
      }
      from = close + 1;
    }
  }

  /** Passes over the rest of an expression such as `start.toISOString()` up to the comma or bracket behind it. */
  function skipExpression(): boolean {
    let depth = 0;
    const end = Math.min(limit, cursor + 200);
    for (; cursor < end; cursor++) {
      const character = text[cursor] ?? '';
      if (character === '(') depth++;
      else if (character === ')') depth--;
      else if (depth === 0 && (character === ',' || character === '}' || character === ']')) return true;
    }
    return false;
  }

  const first = text[at];
  if (first !== '{' && first !== '[') return undefined;
  const value = readValue(0);
  return value === failed ? undefined : { value, end: cursor };
}
