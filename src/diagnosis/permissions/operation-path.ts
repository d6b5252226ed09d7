/** A longer path is no operation of Graph; the bound keeps a hostile one cheap. */
const LONGEST_PATH = 4096;
const MOST_SEGMENTS = 32;

/**
 * Cuts the path of a Graph address into the segments that templates are made of: lower case, without host, version
 * and query, keys in parentheses as segments of their own, drive and site paths (`root:/a/b.txt:/content`) as ids.
 *
 * `/v1.0/Users('a@b.c')/Events?$top=3` gives `users`, `a@b.c`, `events`. `undefined` where it is no such path.
 *
 * Conventions: OData 4.01 URL, sections 4.3 (keys) and 4.9 (functions).
 */
export function operationSegments(address: string): string[] | undefined {
  if (address.length > LONGEST_PATH) return undefined;
  const raw = splitOutsideQuotes(pathOf(address));
  const segments: string[] = [];
  for (const part of raw) {
    if (segments.length === 0 && (part === 'v1.0' || part === 'beta')) continue;
    if (part.includes('(')) segments.push(...keysApart(part));
    else segments.push(part);
    if (segments.length > MOST_SEGMENTS) return undefined;
  }
  return segments.length === 0 ? undefined : pathsAsIds(segments);
}

function pathOf(address: string): string {
  let path = address.trim().toLowerCase();
  const scheme = path.indexOf('://');
  if (scheme >= 0) {
    const slash = path.indexOf('/', scheme + 3);
    path = slash < 0 ? '' : path.slice(slash);
  }
  const end = path.search(/[?#]/);
  if (end >= 0) path = path.slice(0, end);
  if (!path.includes('%')) return path;
  // A pasted path is often URL-encoded: (roomList=%27x%27).
  return path.replaceAll('%27', "'").replaceAll('%28', '(').replaceAll('%29', ')').replaceAll('%24', '$');
}

/** Splits at slashes that stand outside parentheses: getByPath(path='/a/b') is one segment. */
function splitOutsideQuotes(path: string): string[] {
  if (!path.includes('(')) return withoutEmpty(path.split('/'));
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < path.length; at++) {
    const sign = path[at];
    if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
    else if (sign === '/' && depth === 0) {
      if (at > start) parts.push(path.slice(start, at));
      start = at + 1;
    }
  }
  // An unclosed parenthesis swallows the rest; then the slashes decide.
  if (depth > 0) return withoutEmpty(path.split('/'));
  if (start < path.length) parts.push(path.slice(start));
  return parts;
}

function withoutEmpty(parts: readonly string[]): string[] {
  return parts.filter((part) => part !== '');
}

/**
 * `users('x')` gives `users`, `x`; `delta()` gives `delta`; a function with named parameters keeps its name and
 * theirs: `reminderview(startdatetime={value},enddatetime={value})`.
 */
function keysApart(part: string): string[] {
  const open = part.indexOf('(');
  if (open <= 0 || !part.endsWith(')')) return [part];
  const name = part.slice(0, open);
  const inside = part.slice(open + 1, -1).trim();
  if (inside === '') return [name];
  if (!inside.includes('=')) return [name, withoutQuotes(inside)];
  const parameters = splitParameters(inside).map((one) => `${(one.split('=')[0] ?? '').trim()}={value}`);
  return [`${name}(${parameters.join(',')})`];
}

function splitParameters(inside: string): string[] {
  const parameters: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] === "'") quoted = !quoted;
    else if (inside[at] === ',' && !quoted) {
      parameters.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  parameters.push(inside.slice(start));
  return parameters;
}

function withoutQuotes(text: string): string {
  return text.length > 1 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}

/** `root:/a/b.txt:/content` as `items/{id}/content`, `sites/host:/sites/x:/lists` as `sites/{id}/lists`. */
function pathsAsIds(segments: string[]): string[] {
  if (!segments.some((segment) => segment.endsWith(':'))) return segments;
  const out: string[] = [];
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] ?? '';
    if (!segment.endsWith(':')) {
      out.push(segment);
      continue;
    }
    if (segment === 'root:') out.push('items', '{id}');
    else out.push(segment.slice(0, -1));
    while (at + 1 < segments.length) {
      at++;
      if (segments[at]?.endsWith(':')) break;
    }
  }
  return out;
}
