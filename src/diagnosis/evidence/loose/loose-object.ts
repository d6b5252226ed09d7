import { readKey } from './loose-key.ts';
import { type LookBudget, readScalar, readString } from './loose-value.ts';

/**
 * An object as people paste it: JSON, a Python or Ruby dictionary, a JavaScript or PowerShell object, a Java map, the
 * repr of a Python class. Quotes need not be escaped inside of strings, since unwrapping has taken the escapes away.
 */
export interface LooseObject {
  /** Offset of the opening bracket, or of the first key where there is none. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly fields: readonly LooseField[];
}

export interface LooseField {
  /** Lower case, without quotes. */
  readonly key: string;
  /** A scalar's text; `null` for the words null, None, undefined and for objects. */
  readonly text: string | null;
  /** Written `key=value` and not `key: value`. */
  readonly assigned: boolean;
  /** Whether the scalar stood in quotes. */
  readonly quoted: boolean;
  readonly object: LooseObject | null;
  /** Objects inside of a list. */
  readonly items: readonly LooseObject[];
  /** From the key to the end of the value. */
  readonly start: number;
  readonly end: number;
}

/** How much one object may span, in UTF-16 units; what lies behind is read as another object. */
const OBJECT_LIMIT = 8192;
const DEPTH_LIMIT = 12;
const FIELD_LIMIT = 200;
const NONE: readonly LooseObject[] = [];

/** A quoted object: JSON that was put into JSON as a string. */
const QUOTED_OBJECT = /["'`]\s{0,20}[{[]\s{0,40}(?:["']\w|[\w-]{1,40}\s{0,4}:|[{}\]])/y;
/** The repr of a class, `MainError(code='…')`, or util.inspect's `GraphError {`. */
const CONSTRUCTOR =
  /@?(?:[A-Za-z_][\w.]{0,80}[ \t]{0,2})?[({](?=\s{0,40}(?:["'`]|[A-Za-z_@$][\w.@$-]{0,60}[ \t]{0,8}[:=]|[)}]))/y;

/**
 * Reads one object leniently. Never throws; what cannot be read is skipped.
 *
 * @param open - offset of `{` or `(`, or of a key where the paste has no bracket (a fragment)
 */
export function readLooseObject(text: string, open: number, budget: LookBudget = { looks: 4000 }): LooseObject {
  return new LooseReader(text, Math.min(text.length, open + OBJECT_LIMIT), budget).object(open, 0);
}

/** The first field of that name, or `undefined`. */
export function fieldOf(object: LooseObject, ...keys: readonly string[]): LooseField | undefined {
  for (const key of keys) for (const field of object.fields) if (field.key === key) return field;
  return undefined;
}

class LooseReader {
  readonly #text: string;
  readonly #limit: number;
  readonly #budget: LookBudget;

  constructor(text: string, limit: number, budget: LookBudget) {
    this.#text = text;
    this.#limit = limit;
    this.#budget = budget;
  }

  object(open: number, depth: number): LooseObject {
    const bracket = this.#text[open];
    const bracketed = bracket === '{' || bracket === '(';
    const closer = bracket === '(' ? ')' : '}';
    const fields: LooseField[] = [];
    let at = bracketed ? open + 1 : open;
    while (at < this.#limit && fields.length < FIELD_LIMIT) {
      const character = this.#text[at]!;
      if (character === closer) return { start: open, end: at + 1, fields };
      if (character === '}' || character === ')') {
        // A bracket of somebody else: a fragment ends here, an object ends with what surrounds it.
        if (!bracketed || character === '}') return { start: open, end: at, fields };
        at += 1;
        continue;
      }
      if (!startsKey(character)) {
        at += 1;
        continue;
      }
      const field = this.#field(at, closer, depth);
      if (field !== undefined) {
        fields.push(field);
        at = Math.max(field.end, at + 1);
      } else {
        at = this.#skipWord(at);
      }
    }
    return { start: open, end: Math.min(at, this.#limit), fields };
  }

  #field(start: number, closer: string, depth: number): LooseField | undefined {
    const read = readKey(this.#text, start);
    if (read === null || read.end > this.#limit) return undefined;
    const key = read.name.toLowerCase();
    const { assigned, end: at } = read;
    const character = this.#text[at];
    if (character === undefined)
      return { key, text: null, assigned, quoted: false, object: null, items: NONE, start, end: at };
    if (depth < DEPTH_LIMIT) {
      if (character === '[') {
        const { items, text, end } = this.#list(at, depth + 1);
        return { key, text, assigned, quoted: false, object: null, items, start, end };
      }
      const nested = this.#nestedAt(at);
      if (nested !== undefined) {
        const object = this.object(nested, depth + 1);
        const quoted = nested > at && isQuote(character) && this.#text[object.end] === character;
        const end = object.end + (quoted ? 1 : 0);
        return { key, text: null, assigned, quoted: false, object, items: NONE, start, end };
      }
    }
    const prefixed = isQuote(this.#text[at + 1]) && /[bruf]/i.test(character) ? at + 1 : at;
    if (isQuote(this.#text[prefixed])) {
      const { value, end } = readString(this.#text, prefixed, this.#limit, closer, this.#budget);
      return { key, text: value, assigned, quoted: true, object: null, items: NONE, start, end };
    }
    const { value, end } = readScalar(this.#text, at, this.#limit, closer);
    const text = isNull(value) ? null : value;
    return { key, text, assigned, quoted: false, object: null, items: NONE, start, end };
  }

  /** Where a nested object opens that begins at `at`, bare, quoted, or behind the name of its class. */
  #nestedAt(at: number): number | undefined {
    const character = this.#text[at];
    if (character === '{') return at;
    if (isQuote(character)) {
      if (isWordCharacter(this.#text.charCodeAt(at + 1))) return undefined;
      QUOTED_OBJECT.lastIndex = at;
      if (!QUOTED_OBJECT.test(this.#text)) return undefined;
      const open = this.#text.indexOf('{', at);
      return open !== -1 && open < at + 24 ? open : undefined;
    }
    CONSTRUCTOR.lastIndex = at;
    return CONSTRUCTOR.test(this.#text) ? CONSTRUCTOR.lastIndex - 1 : undefined;
  }

  #list(open: number, depth: number): { items: LooseObject[]; text: string | null; end: number } {
    const items: LooseObject[] = [];
    let at = open + 1;
    while (at < this.#limit) {
      const character = this.#text[at]!;
      if (character === ']') return { items, text: this.#text.slice(open + 1, Math.min(at, open + 400)), end: at + 1 };
      if (character === '}') break;
      if (character === '{') {
        const object = this.object(at, depth);
        items.push(object);
        at = Math.max(object.end, at + 1);
      } else if (isQuote(character)) {
        at = readString(this.#text, at, this.#limit, ']', this.#budget).end;
      } else {
        at += 1;
      }
    }
    return { items, text: this.#text.slice(open + 1, Math.min(at, open + 400)), end: at };
  }

  #skipWord(start: number): number {
    let at = start + 1;
    while (at < this.#limit && isWordCharacter(this.#text.charCodeAt(at))) at += 1;
    return at;
  }
}

function isNull(scalar: string): boolean {
  return scalar.length <= 'undefined'.length && /^(?:null|none|undefined|nil|)$/i.test(scalar);
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === '`';
}

function startsKey(character: string): boolean {
  const code = character.charCodeAt(0);
  return (
    isQuote(character) || code === 0x40 || code === 0x24 || (isWordCharacter(code) && !(code >= 0x30 && code <= 0x39))
  );
}

function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
  );
}
