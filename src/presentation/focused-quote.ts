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
  let named: ReadonlySet<string> | undefined;
  const members: string[] = [];
  KEY.lastIndex = 0;
  for (let found = KEY.exec(quote); found !== null; found = KEY.exec(quote)) {
    const key = found[1] as string;
    // Few reasons name a key at all: only then their words are told apart.
    if (!says.includes(key)) continue;
    named ??= new Set(says.match(/[A-Za-z_][\w.-]{0,40}/g));
    if (!named.has(key)) continue;
    VALUE.lastIndex = KEY.lastIndex;
    if (VALUE.test(quote)) members.push(quote.slice(found.index, VALUE.lastIndex));
  }
  return members.length === 0 ? quote : `… ${members.join(' … ')} …`;
}
