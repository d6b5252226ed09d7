/**
 * Text that came from a paste, made safe to show as data.
 *
 * - A mention tag (`<at>`) can not be one any more: only the angle brackets change, the words stay readable.
 * - Control characters, bidirectional overrides and zero-width marks go: they can hide or reorder what is read.
 * - Longer than `limit` characters it is cut, with an ellipsis.
 */
export function plainData(text: string, limit: number): string {
  const short = cut(text, limit);
  if (!SUSPECT.test(short)) return short;
  return short
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/<(\/?at)(?=[\s>/])/gi, '‹$1')
    .toWellFormed();
}

/** Most text has none of it: one look instead of three rewrites. */
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff<]/;

/** The same on one line: runs of white space become one space. */
export function plainLine(text: string, limit: number): string {
  // Most lines need neither: one look says so.
  if (!UNEVEN_OR_SUSPECT.test(text) && !hasOuterSpace(text)) return cut(text, limit);
  if (!UNEVEN.test(text)) return plainData(text, limit);
  const head = text.slice(0, limit * 4);
  return plainData(head.replace(/\s+/g, ' ').trim(), limit);
}

/** White space that one line does not have: breaks, runs, ends. */
const UNEVEN = /[^\S ]| {2}|^ | $/;

/** All that `SUSPECT` and `UNEVEN` look for but the spaces at the ends. */
const UNEVEN_OR_SUSPECT =
  /[\u0000-\u001f<\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ud800-\udfff\ufeff]| {2}/;

function hasOuterSpace(text: string): boolean {
  return text.startsWith(' ') || text.endsWith(' ');
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${wholeCharacters(text, limit - 1)}…` : text;
}

/** At most `limit` UTF-16 units, never half a surrogate pair. */
function wholeCharacters(text: string, limit: number): string {
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/** Only addresses that a card may open: http and https, without white space. Anything else gives `null`. */
export function openableUrl(url: string): string | null {
  return /^https?:\/\/[^\s<>"\\^`{|}]{1,2000}$/i.test(url) ? url : null;
}
