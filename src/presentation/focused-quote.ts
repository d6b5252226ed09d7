/** Shorter quotes are read at a glance. */
const AT_A_GLANCE = 110;
const KEY = /"([A-Za-z_][\w.-]{0,40})"\s{0,20}:/g;
const VALUE = /\s{0,20}(?:"[^"]{0,240}"|\[[^\]]{0,240}\]|[\w.+-]{1,40})/y;

/**
 * The part of a long quote of JSON that the reason speaks of: of a token's twenty claims the one or two named in `says`,
 * in the paster's own spelling, with an ellipsis for what is left out. Every other quote is returned as it is.
 */
export function focusedQuote(quote: string, says: string): string {
  if (quote.length <= AT_A_GLANCE) return quote;
  const named = new Set(says.match(/[A-Za-z_][\w.-]{0,40}/g) ?? []);
  const members: string[] = [];
  for (const found of quote.matchAll(KEY)) {
    if (!named.has(found[1] as string)) continue;
    VALUE.lastIndex = found.index + found[0].length;
    if (VALUE.test(quote)) members.push(quote.slice(found.index, VALUE.lastIndex));
  }
  return members.length === 0 ? quote : `… ${members.join(' … ')} …`;
}
