import type { Span } from './span.ts';

/** The longest unit that is looked for: `&amp;amp;quot;`, `\\\\u0022`. */
const LONGEST = 24;

/** One character as HTML, an address, or a string of JSON or a program writes it, escaped again up to three times. */
const FORMS: readonly { readonly opener: string; readonly form: RegExp }[] = [
  { opener: '&', form: /&(?:amp;){0,3}#?\w{1,8};/y },
  { opener: '%', form: /%(?:25){0,3}[0-9a-f]{2}/iy },
  { opener: '\\', form: /\\{1,16}(?:u[0-9a-f]{4}|\S)/iy },
];

/** The escaped character within which an offset falls, or `null` where nothing is cut in two there. */
export function escapedCharacterAround(text: string, at: number): Span | null {
  const from = Math.max(0, at - LONGEST);
  const before = text.slice(from, at);
  for (const { opener, form } of FORMS) {
    let start = before.lastIndexOf(opener);
    if (start === -1) continue;
    while (start > 0 && before[start - 1] === '\\' && opener === '\\') start -= 1;
    form.lastIndex = from + start;
    if (form.test(text) && form.lastIndex > at) return { start: from + start, end: form.lastIndex };
  }
  return null;
}
