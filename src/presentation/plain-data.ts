/**
 * Text that came from a paste, made safe to show as data.
 *
 * - A mention tag (`<at>`) can not be one any more: only the angle brackets change, the words stay readable.
 * - Control characters, bidirectional overrides and zero-width marks go: they can hide or reorder what is read.
 * - Longer than `limit` characters it is cut, with an ellipsis.
 */
export function plainData(text: string, limit: number): string {
  const cut = text.length > limit ? `${wholeCharacters(text, limit - 1)}…` : text;
  if (!SUSPECT.test(cut)) return cut;
  return cut
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/<(\/?at)(?=[\s>/])/gi, '‹$1')
    .toWellFormed();
}

/** Most text has none of it: one look instead of three rewrites. */
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff<]/;

/** The same on one line: runs of white space become one space. */
export function plainLine(text: string, limit: number): string {
  if (!UNEVEN.test(text)) return plainData(text, limit);
  const head = text.slice(0, limit * 4);
  return plainData(head.replace(/\s+/g, ' ').trim(), limit);
}

/** White space that one line does not have: breaks, runs, ends. */
const UNEVEN = /[^\S ]| {2}|^ | $/;

/** At most `limit` UTF-16 units, never half a surrogate pair. */
function wholeCharacters(text: string, limit: number): string {
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/** Only addresses that a card may open: http and https, without white space. Anything else gives `null`. */
export function openableUrl(url: string): string | null {
  return /^https?:\/\/[^\s<>"\\^`{|}]{1,2000}$/i.test(url) ? url : null;
}
