/** An http(s) address as far as evidence needs it. */
export interface Address {
  /** Lower case, without user information and port. */
  readonly host: string;
  /** As written, without query; pieces that look like tokens are hidden. */
  readonly path: string;
  /** Query names, lower case, percent-decoded. */
  readonly query: readonly string[];
  /** Where it ended in the text. */
  readonly end: number;
}

const LONGEST_ADDRESS = 4096;
const SCHEME = /https?:\/\//iy;
const AUTHORITY =
  /(?:[^\s/?#@"'<>]{0,200}@)?([A-Za-z0-9][A-Za-z0-9._-]{0,252}|\[[0-9a-fA-F:.]{2,45}\])(?::(?:\d{1,5}|\$\{?\w{1,40}\}?))?/y;
const PLAIN = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!&*+,;=:@%/?#$[]|^') {
  PLAIN[character.charCodeAt(0)] = 1;
}
const ELLIPSIS = 0x2026;
/** Characters of a path that are read before the address's length is looked at again. */
const STRETCH = 400;
// Templates may stand in a path: `{id}`, `${userId}`, `{{id}}`, `<user-id>`, PowerShell's `$upn`.
const TEMPLATE = /\{{1,2}[^{}\s"]{1,80}\}{1,2}|<[\w .-]{1,60}>|\('[^'\n"]{0,600}'\)|\([\w.@=,'-]{0,200}\)/y;
const TEMPLATE_OPENS = '{<(';
const TRAILING = '.,;:!…|&*?';

/**
 * Reads the address that begins at `at` with `http://` or `https://`.
 * @returns `undefined` where none begins there.
 */
export function readAddress(text: string, at: number): Address | undefined {
  SCHEME.lastIndex = at;
  return SCHEME.test(text) ? readAfterScheme(text, SCHEME.lastIndex) : undefined;
}

/** Reads an address whose scheme was left out: `graph.microsoft.com/v1.0/me`. */
export function readAfterScheme(text: string, at: number): Address | undefined {
  AUTHORITY.lastIndex = at;
  const written = AUTHORITY.exec(text)?.[1]?.toLowerCase();
  if (written === undefined) return undefined;
  const host = written.endsWith('.') ? written.slice(0, -1) : written;
  const start = AUTHORITY.lastIndex;
  const next = text[start];
  const target = next === '/' || next === '?' ? readTarget(text, start) : { path: '', query: [], end: start };
  return { host, ...target };
}

/** Reads path and query from `at`. */
export function readTarget(text: string, at: number): Omit<Address, 'host'> {
  let end = at;
  const limit = at + LONGEST_ADDRESS;
  while (end < limit) {
    const stretch = plainEnd(text, end, end + STRETCH);
    if (stretch > end) {
      end = stretch;
      continue;
    }
    if (end >= text.length || !TEMPLATE_OPENS.includes(text[end]!)) break;
    TEMPLATE.lastIndex = end;
    if (!TEMPLATE.test(text)) break;
    end = TEMPLATE.lastIndex;
  }
  const written = withoutTrailing(text.slice(at, end));
  const hash = written.indexOf('#');
  const target = hash === -1 ? written : written.slice(0, hash);
  const question = target.indexOf('?');
  return {
    path: withoutTokens(question === -1 ? target : target.slice(0, question)),
    query: question === -1 ? [] : queryNames(target.slice(question + 1)),
    end: at + written.length,
  };
}

/** Where the run of characters that stand for themselves in a path or a query ends. */
function plainEnd(text: string, from: number, limit: number): number {
  const stop = Math.min(limit, text.length);
  let end = from;
  while (end < stop && isPlain(text.charCodeAt(end))) end += 1;
  return end;
}

function isPlain(code: number): boolean {
  return code < 128 ? PLAIN[code] === 1 : code === ELLIPSIS;
}

/** Punctuation behind an address is the sentence's. */
function withoutTrailing(target: string): string {
  let end = target.length;
  while (end > 0 && TRAILING.includes(target[end - 1]!)) end -= 1;
  // The dots of an `…/activities` are the person's own shortening, and `=` padding belongs to the value before it.
  if (end === target.length || (target[end] === '.' && target[end - 1] === '/')) return target;
  return target.slice(0, end);
}

function queryNames(query: string): string[] {
  const names: string[] = [];
  for (const pair of query.split('&', 60)) {
    const name = pair.split('=', 1)[0] ?? '';
    if (name !== '') names.push(decoded(name).slice(0, 60).toLowerCase());
  }
  return names;
}

function decoded(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function withoutTokens(path: string): string {
  return path.includes('eyJ') ? path.replace(/eyJ[\w.-]{20,4096}/g, '(hidden)') : path;
}
