import { withoutTrailing } from '../../text/without-trailing.ts';

/** What stands behind a key, taken apart. */
export interface WrittenValue {
  readonly values: readonly string[];
  readonly quoted: boolean;
  readonly list: boolean;
  /** Exclusive. */
  readonly end: number;
}

const LIST_OPENING =
  /(?:new\s{0,4}(?:string\s{0,2})?(?:\[\s{0,2}\]|List<string>(?:\(\))?|HashSet<(?:string)?>(?:\(\))?|ArrayList<>)\s{0,40}|(?:Set|List|Collections|Arrays|ImmutableSet|Stream)\.(?:of|asList|singleton|singletonList)\s{0,2}|frozenset\s{0,2}|list\s{0,2}|@)?([[{(])\s{0,200}/y;
const LITERAL = /[frbu$@]{0,2}"([^"\n]{0,600})"|[frbu]?'([^'\n]{0,600})'|`([^`\n]{0,600})`/y;
const LIST_LIMIT = 4000;
const YAML_ITEM = /\n[ \t]{1,20}-[ \t]{1,4}["']?([^\s"'#\n]{1,300})["']?[ \t]{0,8}(?=\n|$)/y;
const BARE = /[^\s"'`;,{}[\]()<>|&]{1,600}|<[^<>\n]{1,60}>/y;
const LINE_REST = /[^\n"'`;{}[\]()|#&]{1,600}/y;

/** Reads a string, several strings joined by commas, a list of any language, a YAML list, or a bare word. */
export function writtenValue(text: string, at: number, wholeLine: boolean): WrittenValue | null {
  LIST_OPENING.lastIndex = at;
  const opening = LIST_OPENING.exec(text);
  if (opening !== null && !/^\{\{|^\$\{/.test(text.slice(at, at + 2))) {
    const list = readList(text, at + opening[0].length, opening[1]!);
    if (list !== null) return list;
    if (opening[1] !== '(') return null;
  }
  const strings = readStrings(text, at);
  if (strings !== null) return strings;
  if (text[at] === '\n' || text[at] === undefined) return readYamlItems(text, at);
  const pattern = wholeLine ? LINE_REST : BARE;
  pattern.lastIndex = at;
  const bare = pattern.exec(text);
  if (bare === null) return null;
  const value = withoutTrailing(bare[0].trim(), '.,:');
  return value === '' ? null : { values: [value], quoted: false, list: false, end: at + bare[0].trimEnd().length };
}

function readStrings(text: string, at: number): WrittenValue | null {
  const values: string[] = [];
  let position = at;
  for (;;) {
    LITERAL.lastIndex = position;
    const literal = LITERAL.exec(text);
    if (literal === null) break;
    values.push(literal[1] ?? literal[2] ?? literal[3] ?? '');
    position += literal[0].length;
    // PowerShell writes a list as "a","b"; a JSON key follows a comma too, but then a colon follows the string.
    const comma = /^[ \t]{0,4},[ \t]{0,4}(?=["'][^"'\n]{0,300}["'](?![ \t]{0,4}[:=]))/.exec(
      text.slice(position, position + 320),
    );
    if (comma === null || values.length >= 60) break;
    position += comma[0].length;
  }
  return values.length === 0 ? null : { values, quoted: true, list: values.length > 1, end: position };
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };

function readList(text: string, from: number, opening: string): WrittenValue | null {
  const closing = CLOSING[opening]!;
  const limit = Math.min(text.length, from + LIST_LIMIT);
  const values: string[] = [];
  let quoted = false;
  let position = from;
  while (position < limit) {
    const character = text[position]!;
    if (character === closing) return { values, quoted: quoted || values.length === 0, list: true, end: position + 1 };
    if (/[\s,;]/.test(character)) {
      position += 1;
      continue;
    }
    if (character === '#' || text.startsWith('//', position)) {
      const lineEnd = text.indexOf('\n', position);
      if (lineEnd === -1 || lineEnd > limit) return null;
      position = lineEnd;
      continue;
    }
    LITERAL.lastIndex = position;
    const literal = LITERAL.exec(text);
    if (literal !== null) {
      const after = text.slice(position + literal[0].length, position + literal[0].length + 8);
      // A string before a colon is a key: this is an object, no list.
      if (/^\s{0,4}(?::|=>|=)/.test(after)) return null;
      values.push(literal[1] ?? literal[2] ?? literal[3] ?? '');
      quoted = true;
      position += literal[0].length;
      continue;
    }
    BARE.lastIndex = position;
    const bare = BARE.exec(text);
    if (bare === null || /[:=]$/.test(bare[0])) return null;
    if (!quoted) values.push(bare[0]);
    position += bare[0].length;
  }
  // The list broke off with the paste.
  return values.length > 0 ? { values, quoted, list: true, end: position } : null;
}

function readYamlItems(text: string, at: number): WrittenValue | null {
  const values: string[] = [];
  let position = at;
  while (values.length < 60) {
    YAML_ITEM.lastIndex = position;
    const item = YAML_ITEM.exec(text);
    if (item === null) break;
    values.push(item[1]!);
    position += item[0].length;
  }
  return values.length === 0 ? null : { values, quoted: true, list: true, end: position };
}
