// A header's name as people paste it is followed by `:`, by Postman's `→`, by `=`, `->`, `=>`, by a closing quote first
// in dictionaries, or by a comma in PowerShell's `[Name, value]`. Browsers copy name and value on two lines.
const SEPARATOR =
  /["'`\])]{0,2}[ \t]{0,20}(?::|=>|=|→|->|,|\|)[ \t]{0,20}(?:\r?\n[ \t]{0,20})?(?:(?:[bfru$@]?["'`]|[[{(])\s{0,40}){0,3}/y;

/**
 * Where the value of a header begins, when its name ended just before `after`.
 * @returns the offset, or -1 where no separator follows the name.
 */
export function headerValueStart(text: string, after: number): number {
  SEPARATOR.lastIndex = after;
  return SEPARATOR.test(text) ? SEPARATOR.lastIndex : -1;
}

/** Where the line of `at` ends (before its line break), looked for in at most `most` characters. */
export function lineEnd(text: string, at: number, most = 16_384): number {
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  const bounded = Math.min(end, at + most);
  return bounded > at && text.charCodeAt(bounded - 1) === 13 ? bounded - 1 : bounded;
}

/** What stands before `at` in its own line, at most `most` characters. */
export function beforeInLine(text: string, at: number, most: number): string {
  const piece = text.slice(Math.max(0, at - most), at);
  return piece.slice(piece.lastIndexOf('\n') + 1);
}
