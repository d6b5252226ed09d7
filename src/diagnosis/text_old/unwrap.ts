import { type MappedText, original, rewrite } from './mapped-text.ts';
import type { Views } from './views.ts';

/**
 * Undoes what chat clients, shells, loggers and serializers did to a text on its way into a paste.
 * Every step runs in linear time and is left out where its marks are absent.
 *
 * @param paste - as the person sent it
 */
export function unwrap(paste: string): Views {
  let text = original(paste);
  text = plainCharacters(text);
  text = htmlResolved(text);
  text = backslashesResolved(text);
  text = csvQuotesSingle(text);
  text = linePrefixesRemoved(text);
  return { paste, text, plain: percentDecoded(text) };
}

const UNUSUAL_CHARACTER = /[^\n\t\x20-\x7e]/;
const CHARACTER =
  /\r\n?|\x1b\[[0-9;]{0,20}[A-Za-z]|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\u00ad\u200b-\u200f\u2060\ufeff]|[\u201c-\u201f\u2033]|[\u2018-\u201b\u2032]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Smart quotes, non-breaking spaces, zero-width characters, colours of a terminal, carriage returns. */
function plainCharacters(source: MappedText): MappedText {
  if (!UNUSUAL_CHARACTER.test(source.text)) return source;
  return rewrite(source, CHARACTER, ([found]) => {
    const code = found.charCodeAt(0);
    if (code === 0x0d) return '\n';
    if (code === 0x1b && found.length > 1) return '';
    if (code < 0x20 || code === 0x7f) return ' ';
    if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return '';
    if (code === 0x2033 || (code >= 0x201c && code <= 0x201f)) return '"';
    if (code === 0x2032 || (code >= 0x2018 && code <= 0x201b)) return "'";
    return ' ';
  });
}

const HTML_MARK = /<\/?(?:br|p|div|span|pre|code|a|b|strong|em|ul|ol|li|table|blockquote|at|codeblock)\b/i;
const HTML_TAG =
  /<\/?(br|p|div|span|pre|code|a|b|i|u|em|strong|s|ul|ol|li|blockquote|table|tbody|thead|tr|td|th|h[1-6]|img|hr|font|attachment|codeblock|emoji|at)(?:\s[^<>]{0,2000})?\/?>/gi;
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'br p div pre ul ol li blockquote table tr h1 h2 h3 h4 h5 h6 hr codeblock'.split(' '),
);
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});/g;
const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** Tags of a chat client's HTML become line ends or nothing; placeholders such as `<token>` and XML stay. */
function htmlResolved(source: MappedText): MappedText {
  let text = source;
  if (HTML_MARK.test(text.text)) {
    text = rewrite(text, HTML_TAG, (match) => (BLOCK_TAGS.has(match[1]!.toLowerCase()) ? '\n' : ''));
  }
  // Twice, for text that was escaped before it was put into HTML (&amp;quot;).
  for (let round = 0; round < 2 && text.text.includes('&'); round += 1) {
    const next = rewrite(text, ENTITY, ([entity]) => NAMED[entity] ?? numericEntity(entity));
    if (next === text) break;
    text = next;
  }
  return text;
}

function numericEntity(entity: string): string {
  const hex = entity[2] === 'x' || entity[2] === 'X';
  const code = Number.parseInt(entity.slice(hex ? 3 : 2, -1), hex ? 16 : 10);
  if (code === 0xa0) return ' ';
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
}

/** Four levels of JSON in JSON put up to fifteen backslashes before a quote. */
const ESCAPE = /\\{1,15}(?:["'/`]|u[0-9a-fA-F]{4}|(?:r\\{1,15}n|[nrt])(?![\w-]{2,40}[\\/]))/g;

function backslashesResolved(source: MappedText): MappedText {
  if (!source.text.includes('\\')) return source;
  const text = source.text;
  return rewrite(source, ESCAPE, (match) => {
    const escape = match[0];
    const last = escape.at(-1)!;
    if (last === '"' || last === "'" || last === '/' || last === '`') return last;
    if (/u[0-9a-fA-F]{4}$/.test(escape)) {
      const character = String.fromCharCode(Number.parseInt(escape.slice(-4), 16));
      return character === '\u0000' ? ' ' : character;
    }
    if (isWindowsPath(text, match.index)) return undefined;
    return last === 't' ? '\t' : '\n';
  });
}

/** `C:\temp\new`: the backslash before `t` and `n` separates folders. */
function isWindowsPath(text: string, at: number): boolean {
  for (let index = at - 1; index >= 1 && index > at - 120; index -= 1) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code === 0x22 || code === 0x27) return false;
    if (code === 0x3a && text[index + 1] === '\\' && text[index + 2] !== 'n' && text[index + 2] !== 'r') {
      return /[A-Za-z]/.test(text[index - 1]!) && !/[A-Za-z]/.test(text[index - 2] ?? ' ');
    }
  }
  return false;
}

const CSV_FIELD = /""[A-Za-z_]{2,40}"" ?:/;

/** A cell of a CSV export doubles every quote. */
function csvQuotesSingle(source: MappedText): MappedText {
  if (!CSV_FIELD.test(source.text)) return source;
  return rewrite(source, /""/g, () => '"');
}

const CURL_MARK = /^[<>] (?:HTTP\/[\d.]+ \d|[A-Z]{3,8} \/|[\w-]{2,40}: )/m;
const LOGCAT_MARK = /^[VDIWEF]\/[\w.$-]{1,40}\( ?\d{1,6}\): /m;
const COMPOSE_MARK = /^[\w.-]{1,40} {0,20}\| [^|\n]*$/m;
const PREFIXES: readonly (readonly [mark: RegExp, prefix: RegExp])[] = [
  [CURL_MARK, /^[<>] ?(?=\S|$)/gm],
  [LOGCAT_MARK, /^[VDIWEF]\/[\w.$-]{1,40}\([ \d]{1,8}\): (?:: )?/gm],
];

/** curl -v marks direction, logcat and container logs repeat a tag: without them the lines read as they were sent. */
function linePrefixesRemoved(source: MappedText): MappedText {
  let text = source;
  for (const [mark, prefix] of PREFIXES) {
    if (mark.test(text.text)) text = rewrite(text, prefix, () => '');
  }
  if (text.text.includes(' | ') && COMPOSE_MARK.test(text.text)) {
    text = rewrite(text, /^[\w.]{1,30}[-_]\d{1,3} {0,20}\| /gm, () => '');
  }
  return text;
}

const PERCENT_RUN = /(?:%[0-9A-Fa-f]{2}){1,400}/g;
/** Words joined by plus signs, as form encoding writes a sentence; base64 has no run of short plain words. */
const PLUS_SENTENCE = /[A-Za-z'"(.,:;%\d-]{1,40}(?:\+[\w'"().,:;/{}<>=@*%-]{1,120}){3,2000}/g;

const SHORT_PLUS = /(?<=[\w:.,;)'"}]|%(?:3[aA]|2[279cC]|7[dD]))\+(?=[\w.'({"%])/g;
/** The value of a form-encoded field that is always a sentence (RFC 6749, section 4.1.2.1): a plus in it is a space. */
const FORM_SENTENCE = /(?<=error_description=)[^&\s"'<>\\]{1,4000}/g;

function percentDecoded(source: MappedText): MappedText {
  let text = source;
  // Sentences first: a literal plus would be written %2b in them.
  if (text.text.includes('+')) {
    const fields = text.text.includes('error_description=')
      ? rewrite(text, FORM_SENTENCE, ([value]) => (value.includes('+') ? value.replaceAll('+', ' ') : undefined))
      : text;
    const sentences = rewrite(fields, PLUS_SENTENCE, ([run]) =>
      looksLikeWords(run) ? run.replaceAll('+', ' ') : undefined,
    );
    // Where sentences were encoded so, the short pieces around them were too («Trace+ID:+»).
    if (sentences !== text) text = rewrite(sentences, SHORT_PLUS, () => ' ');
  }
  // Twice, for an address that was carried inside another address.
  for (let round = 0; round < 2 && text.text.includes('%'); round += 1) {
    const next = rewrite(text, PERCENT_RUN, ([run]) => decodeRun(run));
    if (next === text) break;
    text = next;
  }
  return text;
}

function looksLikeWords(run: string): boolean {
  let words = 0;
  let others = 0;
  for (const part of run.split('+', 60)) {
    if (/^(?:%2[278])?[A-Za-z'"(]{0,2}[a-z]{1,20}(?:-[a-z]{1,20})?[A-Za-z'").,:;]{0,3}(?:%(?:2[279cC]|3[aA]))?$/.test(part)) words += 1;
    else others += 1;
  }
  return words >= 3 && words > others * 0.6;
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    // Not UTF-8 (a cut-off sequence, or Latin-1 from an old proxy): byte by byte.
    return run.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
