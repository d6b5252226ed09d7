import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { type Address, readAfterScheme } from './address.ts';
import { isApiCall, isApiHost, isDocumentationHost } from './api-host.ts';
import { methodOf } from './methods.ts';
import type { SeenRequest } from './seen-request.ts';
import { isSignInHost } from './sign-in-host.ts';

const SCHEME_END = literal('://');
const GRAPH_HOST = literal('graph.microsoft.com/');
/** Addresses looked at in one paste. Further ones are repetitions of a log. */
const MOST_ADDRESSES = 2000;
const REACH = 160;

const NAMES_METHOD = /get|post|put|patch|delete|head|options|propfind|report|merge|method|fetch|-x/i;
const VERB = '(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|PROPFIND|REPORT|MERGE)';
const STRING = '[frb$@]{0,2}["\'`]';

// What stands before the address and names the method. Each is anchored at its end and bounded.
const METHOD_BEFORE: readonly RegExp[] = [
  // GET https://…, Requesting (GET) URL: …, POST'ing to …, `GET …`
  new RegExp(
    `\\b${VERB}\\b['"\`)\\]]{0,2}(?:ing)?(?:[ \\t]{1,3}(?:request|to|for|from|on|at|url|uri|URL|URI|endpoint|=>|->|→)){0,3}[ \\t]{0,3}:?[ \\t]{0,3}["'\`(<[]{0,2}$`,
  ),
  // Method: GET, RequestUri: '…', "method":"GET","url":"…"
  new RegExp(
    `\\bmethod["']?\\s{0,3}[:=]\\s{0,3}["']?(?:HttpMethod\\.)?([A-Za-z]{3,8})["']?\\s{0,8},?\\s{0,20}["']?(?:request[ _]?)?(?:uri|url|endpoint)["']?\\s{0,3}[:=]\\s{0,3}(?:${STRING})?$`,
    'i',
  ),
  // requests.get("…, client.PostAsJsonAsync("…, new HttpPost("…
  new RegExp(
    `(?:^|[^A-Za-z]|Http)(get|post|put|patch|delete|head)(?:Async|AsJsonAsync|FromJsonAsync|StringAsync|JsonAsync|ForObject|ForEntity)?(?:<[\\w.]{1,40}>)?\\s{0,3}\\(\\s{0,20}(?:url\\s?=\\s?)?(?:new Uri\\()?(?:${STRING})$`,
    'i',
  ),
  // xhr.open("GET", "…, request('POST', '…, HttpMethod.Get, "…
  new RegExp(`["'(.]${VERB}["']?\\s{0,3},\\s{0,20}(?:url\\s?=\\s?)?(?:${STRING})$`, 'i'),
];
/** From here on each pattern ends in the quote that opens a string. */
const FIRST_IN_STRING = 2;
const METHOD_OPTION =
  /-{1,2}(?:[Mm]ethod|[Rr]equest)[ \t:=]{1,4}["']?([A-Za-z]{3,8})\b|-X[ \t]{0,2}["']?([A-Z]{3,8})\b/g;
const METHOD_AFTER: readonly RegExp[] = [
  // fetch('…', { method: 'POST' }), "url":"…","method":"GET"
  /^["'`]?\s{0,3},[^\n]{0,60}?\s{0,20}["']?\bmethod["']?\s{0,3}[:=]\s{0,3}["']([A-Za-z]{3,8})["']/i,
  /^["'`]?\s{0,3},\s{0,3}\{\s{0,20}method["']?\s{0,3}:\s{0,3}["']([A-Za-z]{3,8})["']/i,
  // Chrome's network tab, requests_oauthlib
  /^\s{1,8}request method\s{0,3}:?\s{0,3}([A-Za-z]{3,8})\b/i,
  /^[ \t]{1,3}using method ([A-Z]{3,8})\b/i,
  // «URL: https://… (POST)»
  /^[ \t]{0,2}\((GET|POST|PUT|PATCH|DELETE)\)/,
  // java.net.http: .uri(URI.create("…")).GET()
  /^["']\){1,2}\s{0,20}\.(?:[a-z]\w{0,20}\([^()\n]{0,80}\)\s{0,20}\.){0,3}(GET|POST|PUT|DELETE)\(/,
];
const CALL_BEFORE =
  /(?:for url|request ?ur[il]|requesting|request to|-uri|\bfetch\(|\bhttp \d{3}|\bcalling|\bcalled|status code \d{3} from|requires user authentication)\s{0,3}:?\s{0,3}["'`(<]{0,2}$/i;
const STATUS_AFTER = /^["'`]?[ \t]{0,3}(?:→|->|=>|-{1,3}>|returned|responded)[ \t]{0,3}(?:with )?[1-5]\d\d\b/;
const URLLIB_LINE = /^ "[A-Z]{3,8} \//;
const NOT_A_CALL_BEFORE =
  /(?:@odata\.(?:context|nextlink|deltalink|id|bind)|redirect_?uri|reply_?url|base_?ur[il]|authority|issuer|\biss|\baud|resource|audience|scopes?|error_uri|documentation_url|notificationurl|location|instance)["']?\s{0,3}[:=]\s{0,3}(?:\[\s{0,3})?(?:["'`])?$/i;

/**
 * Reads requests that name a whole address. Microsoft's own APIs are known by host and path; any other host needs a
 * method, a status or a word of calling beside it. Sign-in endpoints and pages for people are not calls to an API.
 */
export function readAddressedRequests(source: MappedText, most: number): SeenRequest[] {
  const { text, lower } = source;
  const found: SeenRequest[] = [];
  let looked = 0;
  let floor = 0;
  const consider = (start: number, address: Address | undefined): void => {
    if (address === undefined) return;
    const seen = asRequest(text, start, address, floor);
    floor = address.end;
    if (seen !== undefined) found.push(seen);
  };
  for (const at of placesOf(source, SCHEME_END)) {
    if (found.length >= most || ++looked > MOST_ADDRESSES) break;
    if (at < floor) continue;
    const start = lower.startsWith('https', at - 5) ? at - 5 : lower.startsWith('http', at - 4) ? at - 4 : -1;
    if (start >= 0) consider(start, readAfterScheme(text, at + SCHEME_END.text.length));
  }
  floor = 0;
  for (const at of placesOf(source, GRAPH_HOST)) {
    if (found.length >= 2 * most || ++looked > 2 * MOST_ADDRESSES) break;
    if (at > 0 && (text[at - 1] === '/' || /[\w.@%-]/.test(text[at - 1]!))) continue;
    const address = readAfterScheme(text, at);
    if (address !== undefined && isApiCall(address.host, address.path)) consider(at, address);
  }
  return found;
}

function asRequest(text: string, start: number, address: Address, floor: number): SeenRequest | undefined {
  const { host, path, query, end } = address;
  const knownCall = isApiCall(host, path);
  // The cheap refusals first: pages, and hosts that nothing near speaks of as called.
  if (!knownCall && isDocumentationHost(host)) return undefined;
  const before = text.slice(Math.max(floor, start - REACH), start);
  const after = textAfter(text, end);
  if (after.startsWith(' "') && URLLIB_LINE.test(after)) return undefined;
  const near = NAMES_METHOD.test(before) || NAMES_METHOD.test(after);
  const named = near ? methodNear(before, after) : undefined;
  const method = named?.method ?? null;
  const signIn = isSignInHost(host);
  const needsWord = method === null && (!knownCall || signIn);
  if (needsWord && !CALL_BEFORE.test(before) && !STATUS_AFTER.test(after)) return undefined;
  if (method === null && isAssigned(before) && NOT_A_CALL_BEFORE.test(before)) return undefined;
  // A scope or an audience after a word of calling: «requesting https://graph.microsoft.com/.default».
  if (method === null && !knownCall && isApiHost(host)) return undefined;
  const versioned = after.startsWith(' HTTP/') && /^ HTTP\/[0-9]/.test(after);
  return {
    start: named?.at === undefined ? start : start - before.length + named.at,
    end,
    method,
    host,
    path,
    query,
    form: named?.immediate === true || (method === null && /^[ \t]*(?:\n|$)/.test(after)) ? 'message' : 'code',
    versioned,
    ignored: signIn,
  };
}

/** Whether a colon or an equals sign stands before what begins here, its quote, bracket and white space not counted. */
function isAssigned(before: string): boolean {
  let at = before.length - 1;
  while (at >= 0 && NO_VALUE.has(before.charCodeAt(at))) at -= 1;
  const code = before.charCodeAt(at);
  return code === 0x3a || code === 0x3d;
}

const NO_VALUE: ReadonlySet<number> = new Set([...' \t\n\r"\'`['].map((character) => character.charCodeAt(0)));

interface NamedMethod {
  readonly method: string;
  /** Offset in the text before the address. */
  readonly at?: number;
  /** It stood right before the address. */
  readonly immediate: boolean;
}

/** The method of an address, from the words on both sides of it. */
export function methodNear(before: string, after: string): NamedMethod | undefined {
  return methodBefore(before) ?? methodAfter(after) ?? getByDefault(before, after);
}

function methodBefore(before: string): NamedMethod | undefined {
  const last = before.at(-1) ?? '';
  const quoted = last === '"' || last === "'" || last === '`';
  for (let index = 0; index < METHOD_BEFORE.length; index += 1) {
    if (index >= FIRST_IN_STRING && !quoted) break;
    const match = METHOD_BEFORE[index]!.exec(before);
    const method = match === null ? null : methodOf(match[1]);
    if (match !== null && method !== null) return { method, at: match.index, immediate: index < FIRST_IN_STRING };
  }
  return lastOption(before.slice(before.lastIndexOf('\n\n') + 1));
}

function methodAfter(after: string): NamedMethod | undefined {
  for (const pattern of METHOD_AFTER) {
    const match = pattern.exec(after);
    const method = match === null ? null : methodOf(match[1]);
    if (method !== null) return { method, immediate: false };
  }
  const newline = after.indexOf('\n');
  return firstOption(newline === -1 ? after : after.slice(0, newline));
}

/** `fetch('https://…')` alone is a GET, and so is Invoke-RestMethod without -Method. */
function getByDefault(before: string, after: string): NamedMethod | undefined {
  return /\bfetch\(\s{0,10}["'`]$/.test(before) && /^["'`]\s{0,3}\)/.test(after)
    ? { method: 'GET', immediate: false }
    : undefined;
}

function firstOption(text: string): NamedMethod | undefined {
  METHOD_OPTION.lastIndex = 0;
  for (let match = METHOD_OPTION.exec(text); match !== null; match = METHOD_OPTION.exec(text)) {
    const method = methodOf(match[1] ?? match[2]);
    if (method !== null) return { method, immediate: false };
  }
  return undefined;
}

function lastOption(text: string): NamedMethod | undefined {
  let last: NamedMethod | undefined;
  METHOD_OPTION.lastIndex = 0;
  for (let match = METHOD_OPTION.exec(text); match !== null; match = METHOD_OPTION.exec(text)) {
    const method = methodOf(match[1] ?? match[2]);
    if (method !== null) last = { method, immediate: false };
  }
  return last;
}

/** What follows the address, up to the next address. */
function textAfter(text: string, end: number): string {
  const after = text.slice(end, end + 200);
  const next = after.indexOf('://');
  return next === -1 ? after : after.slice(0, next);
}
