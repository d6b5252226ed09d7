/**
 * A value from a paste, written as one string literal of a language.
 *
 * Each function takes any text and returns a literal, quotes included, that the language reads back as exactly that
 * text. Nothing in the text can end the literal or be evaluated.
 */

/** What no language escapes between quotes: most values are made of it. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Controls, invisible and direction marks, Unicode line separators and lone surrogates: never raw in source code. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function hex4(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function backslashed(text: string, quote: '"' | "'"): string {
  if (PLAIN.test(text)) return quote + text + quote;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(UNPRINTABLE, (character) => NAMED[character] ?? hex4(character));
  return quote + escaped + quote;
}

/** Python 3, plain (not an f-string). */
export function python(text: string): string {
  return backslashed(text, '"');
}

/** ECMAScript. Single quotes: `${}` means nothing inside. */
export function javascript(text: string): string {
  return backslashed(text, "'");
}

/** C#, regular (neither verbatim nor interpolated). */
export function csharp(text: string): string {
  return backslashed(text, '"');
}

/**
 * Java. Unicode escapes are resolved before the source is split into tokens (JLS 3.3), so that `\u000a` would end the
 * line and `\u0022` the literal: controls below U+0100 are written in octal, the rest of them are dropped.
 */
export function java(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(UNPRINTABLE, (character) => {
      const code = character.charCodeAt(0);
      return NAMED[character] ?? (code < 0x100 ? `\\${code.toString(8).padStart(3, '0')}` : '');
    });
  return `"${escaped}"`;
}

/** PowerShell, single-quoted: nothing is expanded. PowerShell takes the typographic quotes for quotes too. */
export function powershell(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** A POSIX shell, single-quoted: nothing is expanded. NUL cannot stand in an argument and is dropped. */
export function shell(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  return `'${text.replaceAll('\u0000', '').replaceAll("'", `'\\''`)}'`;
}

/** JSON (RFC 8259). */
export function json(text: string): string {
  return JSON.stringify(text);
}
