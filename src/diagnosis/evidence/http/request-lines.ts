import { literal, literalList } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { readAddress, readTarget } from './address.ts';
import { methodOf } from './methods.ts';
import type { SeenRequest } from './seen-request.ts';
import { isSignInHost, isSignInPath } from './sign-in-host.ts';

const ADDRESS_FIELD = literal('url');
const METHOD_FIELD = literal('method');
const METHOD_BEFORE = /(?:^|[^A-Za-z/.-])([A-Z]{3,8})[ \t]{0,3}$/;
const HTTP_VERSION = /[ \t]{1,3}HTTP\/[0-9](?:\.[0-9])?/y;
// urllib3 logs: https://host:443 "POST /path HTTP/1.1" 500 None
const AUTHORITY_BEFORE = /https?:\/\/[A-Za-z0-9.-]{1,253}(?::\d{1,5})? "$/;
const RELATIVE_URL = /["']?[ \t]{0,3}[:=][ \t]{0,3}["'`](\/[^"'`\n]{0,600})["'`]/y;
const METHOD_BESIDE = /\bmethod["']?\s{0,3}[:=]\s{0,3}["']([A-Za-z]{3,8})["']/i;
const BASE_URL = /\bbaseurl["']?\s{0,3}[:=]\s{0,3}["']/i;

/** Slashes are common; looking at one costs next to nothing. */
const MOST_PATHS = 40_000;

/** Reads request lines with a bare path: `POST /users HTTP/1.1`, `POST /users → 201`, `"POST /EWS/Exchange.asmx HTTP/1.1"`. */
export function readRequestLines(text: string, most: number): SeenRequest[] {
  const found: SeenRequest[] = [];
  let done = 0;
  let looked = 0;
  // There are fewer slashes than spaces.
  for (let slash = text.indexOf('/', 1); slash !== -1; slash = text.indexOf('/', slash + 1)) {
    const space = slash - 1;
    if (text.charCodeAt(space) !== 0x20) continue;
    if (found.length >= most || looked >= MOST_PATHS) break;
    looked += 1;
    const last = text.charCodeAt(space - 1);
    // A method's last letter, or another space before the path.
    if (space < done || ((last < 0x41 || last > 0x5a) && last !== 0x20)) continue;
    const before = text.slice(Math.max(0, space - 12), space);
    const word = METHOD_BEFORE.exec(before)?.[1];
    const method = methodOf(word);
    if (word === undefined || method === null || text[space + 2] === '/' || text[space + 2] === '*') continue;
    const target = readTarget(text, space + 1);
    const start = space - before.length + before.lastIndexOf(word);
    HTTP_VERSION.lastIndex = target.end;
    const versioned = HTTP_VERSION.test(text);
    const host = hostBefore(text, start);
    found.push({
      start: host === null ? start : host.start,
      end: versioned ? HTTP_VERSION.lastIndex : target.end,
      method,
      host: host?.name ?? null,
      path: target.path,
      query: target.query,
      form: host === null ? 'message' : 'code',
      versioned: versioned && host === null,
      ignored: (host !== null && isSignInHost(host.name)) || isSignInPath(target.path),
    });
    done = target.end;
  }
  return found;
}

/** Postman's variables and shells' in the place of the address: `POST {{graph}}/me/events`, `GET $BASE/v1.0/me`. */
const VARIABLE_BASE =
  /(?<![A-Za-z/.-])(GET|POST|PUT|PATCH|DELETE) {1,3}(?:\{\{[\w.-]{1,40}\}\}|\$\{?[A-Za-z_]\w{0,40}\}?)(?=\/(?:v1\.0|beta|me|users)[/?(\s])/g;
const VARIABLES = literalList(
  [' {{', ' $'].flatMap((open) => ['get', 'post', 'put', 'patch', 'delete'].map((verb) => `${verb}${open}`)),
);

/** Reads calls whose base stands in a variable, where the path is one that Graph has. */
export function readVariableBases(source: MappedText, most: number): SeenRequest[] {
  const found: SeenRequest[] = [];
  if (source.nextHeld(VARIABLES, 0) === -1) return found;
  const { text } = source;
  for (const match of text.matchAll(VARIABLE_BASE)) {
    if (found.length >= most) break;
    const target = readTarget(text, match.index + match[0].length);
    found.push({
      start: match.index,
      end: target.end,
      method: match[1]!,
      host: null,
      path: target.path,
      query: target.query,
      form: 'message',
      versioned: false,
      ignored: false,
    });
  }
  return found;
}

/** Reads `"method": "GET", "url": "/me/events"`: a member of a $batch, or the configuration of an HTTP client. */
export function readRelativeRequests(source: MappedText, most: number): SeenRequest[] {
  const found: SeenRequest[] = [];
  if (!source.mayHold(METHOD_FIELD)) return found;
  const { text } = source;
  for (const at of placesOf(source, ADDRESS_FIELD)) {
    if (found.length >= most) break;
    RELATIVE_URL.lastIndex = at + 3;
    if (/[\w-]/.test(text[at - 1] ?? ' ') || !RELATIVE_URL.test(text)) continue;
    const valueAt = text.indexOf('/', at);
    const around = text.slice(Math.max(0, at - 200), RELATIVE_URL.lastIndex + 200);
    const method = methodOf(METHOD_BESIDE.exec(around)?.[1]);
    if (method === null) continue;
    const target = readTarget(text, valueAt);
    const part = idOfMember(text, at, target.end);
    const base = BASE_URL.exec(around);
    const address = base === null ? undefined : readAddress(around, base.index + base[0].length);
    found.push({
      start: at,
      end: target.end,
      method,
      host: address?.host ?? null,
      path: `${address?.path.replace(/\/$/, '') ?? ''}${target.path}`,
      query: target.query,
      form: 'code',
      versioned: false,
      ignored: isSignInPath(target.path) || (address !== undefined && isSignInHost(address.host)),
      ...(part !== undefined && { partOfBatch: part }),
    });
  }
  return found;
}

const MEMBER_ID = /["']id["']\s{0,3}:\s{0,3}["']?([\w-]{1,60})/;

/** The id of the member of a $batch whose address stands there: within its braces. */
function idOfMember(text: string, at: number, end: number): string | undefined {
  const before = text.slice(Math.max(0, at - 200), at);
  const behind = text.slice(end, end + 200);
  return (
    MEMBER_ID.exec(before.slice(before.lastIndexOf('{') + 1))?.[1] ??
    MEMBER_ID.exec(behind.slice(0, /[{}]/.exec(behind)?.index ?? behind.length))?.[1]
  );
}

function hostBefore(text: string, at: number): { name: string; start: number } | null {
  if (text[at - 1] !== '"') return null;
  const before = text.slice(Math.max(0, at - 280), at);
  const match = AUTHORITY_BEFORE.exec(before);
  if (match === null) return null;
  const start = at - before.length + match.index;
  const address = readAddress(text, start);
  return address === undefined ? null : { name: address.host, start };
}
