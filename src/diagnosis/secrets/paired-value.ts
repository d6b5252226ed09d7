import { nameBefore } from './name-before.ts';
import type { ValueStart } from './stated-value.ts';

/**
 * Where the value of a name begins that stands in a field of its own: `"name":"client_secret","value":"…"` of a HAR,
 * `{"key":"client_secret","value":"…"}` of Postman, `<add key="ida:ClientSecret" value="…"/>`, `- name: CLIENT_SECRET`
 * with `value:` on the next line, or as the next argument of a call: `("client_secret", "…")`.
 */
export function pairedValue(text: string, nameStart: number, nameEnd: number): ValueStart | null {
  const quoted = quoteAt(text, nameEnd);
  const at = quoted === -1 ? nameEnd : quoted;
  const next = text[at];
  if (next === undefined || !/[\s,/]/.test(next)) return null;
  const between = overSpace(text, at);
  if (isNameOfPair(text, nameStart)) {
    const value = valueField(text, next === ',' || text[between] === ',' ? between + 1 : between);
    if (value !== -1) return { at: value, separator: ':' };
  }
  if (quoted === -1 || text[between] !== ',') return null;
  const argument = overSpace(text, between + 1);
  return quoteAt(text, argument) === -1 ? null : { at: argument, separator: '(' };
}

const FARTHEST = 48;
const NAMES: ReadonlySet<string> = new Set(['name', 'key', 'id']);

/** Whether the name is itself the value of a field `name` or `key`; `ida:ClientSecret` has a prefix. */
function isNameOfPair(text: string, nameStart: number): boolean {
  let start = nameStart;
  const floor = Math.max(0, nameStart - FARTHEST);
  while (start > floor && text[start - 1] === ':' && /\w/.test(text[start - 2] ?? ' ')) {
    start -= 1;
    while (start > floor && /[\w.-]/.test(text[start - 1]!)) start -= 1;
  }
  const name = nameBefore(text, start);
  return name !== null && NAMES.has(name.slice(name.lastIndexOf('.') + 1));
}

/** Fields of a pair that may stand between its name and its value: whether it is bound to a slot, what type it has. */
const FIELD = /\\{0,15}["']?([A-Za-z]\w{0,20})\\{0,15}["']?[ \t]{0,20}[:=][ \t]{0,20}(?!\s)/y;
const OTHER_VALUE = /(?:\\{0,15}["'][^"'\\\n]{0,40}\\{0,15}["']|[\w.-]{1,40})\s{0,40},?\s{0,40}/y;
const MOST_FIELDS = 3;

function valueField(text: string, from: number): number {
  let at = overSpace(text, from);
  for (let fields = 0; fields <= MOST_FIELDS; fields += 1) {
    FIELD.lastIndex = at;
    const field = FIELD.exec(text);
    if (field === null) return -1;
    at += field[0].length;
    if (/^(?:value|secretvalue|defaultvalue)$/i.test(field[1]!)) return at;
    OTHER_VALUE.lastIndex = at;
    const other = OTHER_VALUE.exec(text);
    if (other === null) return -1;
    at += other[0].length;
  }
  return -1;
}

/** The place behind a quote, escaped or not; -1 where there is none. */
function quoteAt(text: string, from: number): number {
  let at = from;
  while (text[at] === '\\' && at < from + 15) at += 1;
  return text[at] === '"' || text[at] === "'" || text[at] === '`' ? at + 1 : -1;
}

function overSpace(text: string, from: number): number {
  let at = from;
  while (at < from + 60 && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}
