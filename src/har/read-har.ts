import type { HarCall, HarHeader } from './har-call.ts';

/**
 * A recording of a browser's calls: HTTP Archive 1.2, which the developer tools of every browser, Fiddler, Charles and
 * mitmproxy write. Of the format only what tells about a failure is read.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export interface Har {
  readonly calls: readonly HarCall[];
  /** Entries beyond the bound, and entries that are none. */
  readonly unread: number;
}

/** Far more than a recording of ten mebibytes holds. */
const MOST_CALLS = 20_000;
const MOST_HEADERS = 200;
const LONGEST_HEADER = 16 * 1024;
const LONGEST_URL = 32 * 1024;
/** A failure that says nothing in its first 64 KiB is not told better by more; Entra's error page has its code earlier. */
const LONGEST_BODY = 64 * 1024;

/** Whether a text begins as a recording does: people rename files, so that the name tells nothing. */
export function mayBeHar(text: string): boolean {
  return /^\uFEFF?\s{0,100}\{\s{0,100}"log"\s{0,100}:\s{0,100}\{/.test(text.slice(0, 400));
}

/**
 * Reads a recording.
 *
 * @returns `null` where the text is no HAR: no JSON, cut off, or JSON of something else
 */
export function readHar(text: string): Har | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const log = isObject(parsed) ? parsed.log : undefined;
  if (!isObject(log) || !Array.isArray(log.entries)) return null;
  const entries: readonly unknown[] = log.entries;
  const calls: HarCall[] = [];
  for (const entry of entries.slice(0, MOST_CALLS)) {
    const call = callOf(entry);
    if (call !== undefined) calls.push(call);
  }
  return { calls, unread: entries.length - calls.length };
}

function callOf(entry: unknown): HarCall | undefined {
  if (!isObject(entry) || !isObject(entry.request)) return undefined;
  const { request } = entry;
  const response = isObject(entry.response) ? entry.response : {};
  const address = stringOf(request.url, LONGEST_URL);
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const responseHeaders = headersOf(response.headers);
  const redirect = stringOf(response.redirectURL, LONGEST_URL);
  return {
    method: methodOf(request.method),
    url: new URL(address),
    requestHeaders: headersOf(request.headers),
    sent: sentText(request.postData),
    status: statusOf(response.status),
    statusText: stringOf(response.statusText, 100),
    responseHeaders,
    received: receivedText(response.content),
    redirect,
    error: stringOf(response._error, 200) || stringOf(entry._error, 200),
  };
}

function headersOf(value: unknown): HarHeader[] {
  if (!Array.isArray(value)) return [];
  const headers: HarHeader[] = [];
  for (const header of (value as readonly unknown[]).slice(0, MOST_HEADERS)) {
    if (!isObject(header) || typeof header.name !== 'string' || typeof header.value !== 'string') continue;
    // HTTP/2 writes method and path as headers with a colon; they stand in the request already.
    if (/^[A-Za-z\d!#$%&'*+.^_`|~-]{1,100}$/.test(header.name))
      headers.push({ name: header.name, value: header.value.slice(0, LONGEST_HEADER) });
  }
  return headers;
}

/** Forms are recorded as text, as a list of fields, or both. */
function sentText(postData: unknown): string {
  if (!isObject(postData)) return '';
  const text = stringOf(postData.text, LONGEST_BODY);
  if (text !== '' || !Array.isArray(postData.params)) return text;
  const fields = new URLSearchParams();
  for (const field of (postData.params as readonly unknown[]).slice(0, MOST_HEADERS)) {
    if (!isObject(field) || typeof field.name !== 'string') continue;
    fields.append(field.name.slice(0, 200), stringOf(field.value, LONGEST_HEADER));
  }
  return fields.toString().slice(0, LONGEST_BODY);
}

function receivedText(content: unknown): string {
  if (!isObject(content) || typeof content.text !== 'string') return '';
  if (!isText(stringOf(content.mimeType, 200))) return '';
  if (content.encoding !== 'base64') return content.text.slice(0, LONGEST_BODY);
  // Four characters are three bytes.
  const bytes = Buffer.from(content.text.slice(0, Math.ceil(LONGEST_BODY / 3) * 4), 'base64');
  return new TextDecoder().decode(bytes);
}

/** Where the type is not said the content may be anything; pictures, fonts and films are always said. */
function isText(mimeType: string): boolean {
  return !/^(?:image|font|audio|video)\/|octet-stream|wasm|zip/i.test(mimeType);
}

function methodOf(value: unknown): string {
  const method = stringOf(value, 21);
  return /^[A-Za-z]{1,20}$/.test(method) ? method.toUpperCase() : 'GET';
}

function statusOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599 ? value : 0;
}

function stringOf(value: unknown, most: number): string {
  return typeof value === 'string' ? value.slice(0, most) : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
