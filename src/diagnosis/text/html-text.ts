import type { MappedText } from './mapped-text.ts';
import { Rewriter, rewrite } from './rewriter.ts';

const HTML_MARK = /<\/?(?:br|p|div|span|pre|code|a|b|strong|em|ul|ol|li|table|blockquote|at|codeblock)\b/i;
const HTML_TAG =
  /<\/?(br|p|div|span|pre|code|a|b|i|u|em|strong|s|ul|ol|li|blockquote|table|tbody|thead|tr|td|th|h[1-6]|img|hr|font|attachment|codeblock|emoji|at)(?:\s[^<>]{0,2000})?\/?>/gi;
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'br p div pre ul ol li blockquote table tr h1 h2 h3 h4 h5 h6 hr codeblock'.split(' '),
);
const NAMED: ReadonlyMap<string, number> = new Map([
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
  ['nbsp', 0x20],
]);
const NUMERIC = /^#(?:[0-9]{1,6}|[xX][0-9a-fA-F]{1,5})$/;
const SLASH = 0x2f;
/** `#` and six digits. */
const LONGEST_NAME = 7;

/** Tags of a chat client's HTML become line ends or nothing; placeholders such as `<token>` and XML stay. */
export function htmlResolved(source: MappedText): MappedText {
  let text = source;
  if (text.text.includes('<') && HTML_MARK.test(text.text)) {
    text = rewrite(text, HTML_TAG, ([tag, name]) => placeOf(tag, name!.toLowerCase()));
  }
  // Twice, for text that was escaped before it was put into HTML (&amp;quot;).
  for (let round = 0; round < 2; round += 1) {
    const next = entitiesResolved(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

/** What stands in the place of a tag. Cells are kept apart as a browser copies them: a name and its value side by side. */
function placeOf(tag: string, name: string): string {
  if (BLOCK_TAGS.has(name)) return '\n';
  return (name === 'td' || name === 'th') && tag.charCodeAt(1) === SLASH ? '\t' : '';
}

function entitiesResolved(source: MappedText): MappedText {
  const { text } = source;
  const rewriter = new Rewriter(source);
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    let end = at + 1;
    const limit = Math.min(text.length, at + LONGEST_NAME + 2);
    while (end < limit && isNameCharacter(text.charCodeAt(end))) end += 1;
    if (end === at + 1 || text.charCodeAt(end) !== 0x3b) continue;
    const name = text.slice(at + 1, end);
    const code = NAMED.get(name);
    if (code !== undefined) rewriter.put(at, end + 1, code);
    else if (NUMERIC.test(name)) rewriter.replace(at, end + 1, numbered(name));
  }
  return rewriter.finish();
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x23 || (code >= 0x41 && code <= 0x5a)
  );
}

function numbered(name: string): string {
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  if (code === 0xa0) return ' ';
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
}
