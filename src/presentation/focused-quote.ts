/** Shorter quotes are read at a glance. */
const AT_A_GLANCE = 110;
const KEY = /"([A-Za-z_][\w.-]{0,40})"\s{0,20}:/g;
const VALUE = /\s{0,20}(?:"[^"]{0,240}"|\[[^\]]{0,240}\]|[\w.+-]{1,40})/y;

/** The body of a refusal by Graph or Exchange; ids and dates follow. */
const ERROR_BODY =
  /^\s{0,8}\{\s{0,8}(?:"error"\s{0,8}:\s{0,8}\{\s{0,8})?"code"\s{0,8}:\s{0,8}"[^"]{1,80}"\s{0,8},\s{0,8}"message"\s{0,8}:\s{0,8}"(?:[^"\\]|\\.){1,200}"/;
/** What closes the body is not worth leaving out. */
const WORTH_LEAVING_OUT = 12;

/**
 * The part of a long quote of JSON that the reason speaks of: of a token's twenty claims the one or two named in `says`,
 * in the paster's own spelling, of the body of a refusal its code and its message; with an ellipsis for what is left out. Every other quote is returned as it is.
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
  return members.length === 0 ? bodyOf(quote) : `… ${members.join(' … ')} …`;
}

function bodyOf(quote: string): string {
  const body = ERROR_BODY.exec(quote)?.[0];
  return body === undefined || quote.length - body.length < WORTH_LEAVING_OUT ? quote : `${body} …`;
}
