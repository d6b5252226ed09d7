import { literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { type Address, readAddress, readTarget } from './address.ts';
import { methodNear } from './addressed-requests.ts';
import type { SeenRequest } from './seen-request.ts';
import { isSignInHost } from './sign-in-host.ts';

/** How a string begins whose first piece is a variable, and how one is put behind a variable; lower case. */
const OPENINGS = literalList([
  'f"{',
  "f'{",
  '`${',
  '$"{',
  '"${',
  ' "$',
  '("$',
  '="$',
  '+ "/',
  "+ '/",
  '+ `/',
  '+"/',
  "+'/",
]);
/** `f"{GRAPH}/me"`, `${graph}/me` in backticks, `$"{_base}/me"`, `"$base/me"`. */
const INSIDE =
  /(?:[fF]["']\{|`\$\{|\$"\{|"\$\{?)(?:[A-Za-z_]\w{0,40}(?:\.|\[["'])){0,3}([A-Za-z_]\w{0,40})(?:["']\])?(?:\(\))?\}?(?=\/[A-Za-z_$])/y;
/** `GRAPH + "/me"` */
const BEFORE = /(?<![\w.])(?:[A-Za-z_]\w{0,40}\.){0,3}([A-Za-z_]\w{0,40})[ \t]?\+[ \t]?["'`](?=\/[A-Za-z_$])/y;
const DEFINED =
  /\$?([A-Za-z_]\w{0,40})["']?[ \t]{0,3}(?::[ \t]{0,2}[A-Za-z]{1,12}[ \t]{0,3})?[:=][ \t]{0,3}(?:new URI\(|new Uri\()?$/;
const SCHEME = 'https://';
/** Addresses in quotes that are looked at. */
const MOST_DEFINITIONS = 400;
const REACH = 120;

/**
 * Reads calls whose base stands in a variable that the paste itself sets: `G = "https://graph.microsoft.com/v1.0"` and
 * `requests.post(f"{G}/users/{id}/events")`. A variable that nothing sets says nothing of where the call goes, but for one
 * that is named after Graph.
 */
export function readNamedBases(source: MappedText, most: number): SeenRequest[] {
  const { text } = source;
  const places = new LiteralPlaces(source, OPENINGS);
  const found: SeenRequest[] = [];
  let bases: ReadonlyMap<string, Address> | undefined;
  let floor = 0;
  for (let at = places.next(0); at !== -1 && found.length < most; at = places.next(at + 1)) {
    const match = text[at] === '+' ? nameBefore(text, at, floor) : nameInside(text, at);
    if (match === null || match.index < floor) continue;
    floor = match.index + match[0].length;
    bases ??= definitionsIn(text);
    const base = bases.get(match[1]!) ?? graphByName(match[1]!, text, floor);
    if (base !== undefined) found.push(callBehind(text, match.index, floor, base));
  }
  return found;
}

/** What stands before a quote is no part of the string: `("$base/me"`. */
const BEFORE_QUOTE: ReadonlySet<string> = new Set([' ', '(', '=']);

function nameInside(text: string, at: number): RegExpExecArray | null {
  INSIDE.lastIndex = BEFORE_QUOTE.has(text[at]!) ? at + 1 : at;
  return INSIDE.exec(text);
}

const LONGEST_NAME = 168;

function nameBefore(text: string, plus: number, floor: number): RegExpExecArray | null {
  const least = Math.max(floor, plus - LONGEST_NAME);
  let start = text[plus - 1] === ' ' || text[plus - 1] === '\t' ? plus - 1 : plus;
  while (start > least && /[\w.]/.test(text[start - 1]!)) start -= 1;
  BEFORE.lastIndex = start;
  return BEFORE.exec(text);
}

interface Base {
  readonly host: string | null;
  readonly path: string;
}

const ROOT_OF_GRAPH = /\/(?:v1\.0\/|beta\/)?(?:me|users|groups|sites|teams|drives|chats)\b/y;

/** Set elsewhere, but called after Graph, and behind it stands a path that Graph has. */
function graphByName(name: string, text: string, pathAt: number): Base | undefined {
  if (!/graph/i.test(name)) return undefined;
  ROOT_OF_GRAPH.lastIndex = pathAt;
  return ROOT_OF_GRAPH.test(text) ? { host: null, path: '' } : undefined;
}

function callBehind(text: string, start: number, pathAt: number, base: Base): SeenRequest {
  const target = readTarget(text, pathAt);
  const opening = /["'`]/.exec(text.slice(start, pathAt));
  const quoteAt = opening === null ? start : start + opening.index + 1;
  const before = text.slice(Math.max(0, quoteAt - REACH), text[start] === '$' ? start + 2 : quoteAt);
  const named = methodNear(before, text.slice(target.end, target.end + 200));
  // An address that is only put together here is called elsewhere, with a method that this does not show.
  return {
    start,
    end: target.end,
    method: named?.method ?? null,
    host: base.host,
    path: `${base.path.replace(/\/$/, '')}${target.path}`,
    query: target.query,
    form: 'code',
    versioned: false,
    ignored: base.host !== null && isSignInHost(base.host),
  };
}

/** Variables that are set to an address. The last one of a name wins, as it does in a program. */
function definitionsIn(text: string): ReadonlyMap<string, Address> {
  const bases = new Map<string, Address>();
  let looked = 0;
  for (let at = text.indexOf(SCHEME); at !== -1 && looked < MOST_DEFINITIONS; at = text.indexOf(SCHEME, at + 8)) {
    if (!/["'`]/.test(text[at - 1] ?? '')) continue;
    looked += 1;
    const name = DEFINED.exec(text.slice(Math.max(0, at - 1 - REACH), at - 1).replace(/[frbuFRBU$@]$/, ''))?.[1];
    const address = name === undefined ? undefined : readAddress(text, at);
    if (name !== undefined && address !== undefined) bases.set(name, address);
  }
  return bases;
}
