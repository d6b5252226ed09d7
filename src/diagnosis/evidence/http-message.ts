import type { MappedText } from '../text/mapped-text.ts';
import type { Reader, Views } from '../text/views.ts';
import type { RequestEvidence, ResponseEvidence } from './evidence.ts';
import { readAddressedRequests } from './http/addressed-requests.ts';
import { type AuthorizationHeader, authorizationHeaders } from './http/authorization-header.ts';
import { readCsomContexts } from './http/csom-contexts.ts';
import { type CurlCommand, readCurlCommands } from './http/curl-command.ts';
import { readDirectoryTools } from './http/directory-tools.ts';
import { readGraphCmdlets } from './http/graph-cmdlets.ts';
import { type HeaderBlock, readHeaderBlock } from './http/header-block.ts';
import { readNamedBases } from './http/named-bases.ts';
import { readNamedStatuses } from './http/named-statuses.ts';
import { sentWithoutAuthorization } from './http/object-headers.ts';
import { readPseudoHeaders } from './http/pseudo-headers.ts';
import { readRequestBody } from './http/request-body.ts';
import { readRequestBuilderFrames } from './http/request-builder-frames.ts';
import { readRelativeRequests, readRequestLines, readVariableBases } from './http/request-lines.ts';
import { readResponses } from './http/responses.ts';
import { readSdkCalls } from './http/sdk-calls.ts';
import type { SeenRequest } from './http/seen-request.ts';
import { readToldRequests } from './http/told-requests.ts';
import { MOST_ITEMS } from './occurrences.ts';

/** How far an Authorization header may stand from the call in a program that sends it. */
const REACH_AFTER = 1500;
const REACH_BEFORE = 800;

/**
 * Reads requests to APIs and the responses to them from every form of an HTTP message that people paste: raw messages,
 * curl, logs, exceptions, commands and code. Sign-in requests are left to the reader of OAuth requests.
 */
export const readHttpMessages: Reader<RequestEvidence | ResponseEvidence> = (views) => {
  const seen = seenRequests(views.text);
  const ends = seen.map((request) => request.end);
  const responses = [...readResponses(views, ends, MOST_ITEMS), ...readNamedStatuses(views.text)];
  const headers = authorizationHeaders(views.text, MOST_ITEMS);
  if (seen.length === 0 && headers.length === 0) return responses;
  const requests = requestEvidence(views, seen, headers);
  return [...requests, ...responses].sort((a, b) => a.span.start - b.span.start);
};

/** All requests in order; where two readers saw the same place, the one that knows more. */
function seenRequests(source: MappedText): SeenRequest[] {
  const all: SeenRequest[] = [
    ...readCurlCommands(source, MOST_ITEMS),
    ...readAddressedRequests(source, MOST_ITEMS),
    ...readRequestLines(source.text, MOST_ITEMS),
    ...readRelativeRequests(source, MOST_ITEMS),
    ...readVariableBases(source, MOST_ITEMS),
    ...readNamedBases(source, MOST_ITEMS),
    ...readPseudoHeaders(source, MOST_ITEMS),
    ...readSdkCalls(source, MOST_ITEMS),
    ...readGraphCmdlets(source),
    ...readDirectoryTools(source),
    ...readCsomContexts(source),
    ...readRequestBuilderFrames(source),
    ...readToldRequests(source),
  ];
  if (all.length < 2) return all;
  all.sort((a, b) => a.start - b.start || knowledge(b) - knowledge(a));
  const kept: SeenRequest[] = [];
  for (const request of all) {
    const last = kept.at(-1);
    if (last === undefined || request.start >= last.end) kept.push(request);
    else if (knowledge(request) > knowledge(last)) kept[kept.length - 1] = request;
  }
  return kept.slice(0, MOST_ITEMS);
}

function knowledge(request: SeenRequest): number {
  if (request.form === 'command') return 8;
  return (request.method === null ? 0 : 2) + (request.host === null ? 0 : 1) + (request.versioned ? 1 : 0);
}

type Written<T> = { -readonly [K in keyof T]: T[K] };

function requestEvidence(
  views: Views,
  seen: readonly SeenRequest[],
  headers: readonly AuthorizationHeader[],
): RequestEvidence[] {
  const { text } = views.text;
  const blocks = seen.map((request) => (request.form === 'message' ? headerBlockOf(text, request) : undefined));
  const owners = headers.map((header) => ownerOf(header, seen, blocks));
  const evidence: RequestEvidence[] = [];
  for (let index = 0; index < seen.length; index += 1) {
    const request = seen[index]!;
    if (request.ignored) continue;
    const block = blocks[index];
    const header = headers[owners.indexOf(index)];
    const body = bodyOf(views, request, block, seen[index + 1]?.start ?? text.length);
    const item: Written<RequestEvidence> = {
      kind: 'request',
      span: views.text.spanOf(request.start, request.end),
      method: request.method,
      host: request.host ?? block?.host ?? null,
      path: request.path,
      query: request.query,
      authorization: header?.state ?? authorizationWithoutHeader(text, request, block),
    };
    if (header !== undefined) item.authorizationSpan = views.text.spanOf(header.start, header.end);
    if (body !== undefined) item.body = body;
    if (request.partOfBatch !== undefined) item.partOfBatch = request.partOfBatch;
    if (request.failed) item.failed = true;
    evidence.push(item);
  }
  for (let index = 0; index < headers.length; index += 1) {
    const header = headers[index]!;
    if (owners[index] !== undefined || !tellsByItself(header)) continue;
    const span = views.text.spanOf(header.start, header.end);
    const { state } = header;
    evidence.push({
      kind: 'request',
      span,
      method: null,
      host: null,
      path: '',
      query: [],
      authorization: state,
      authorizationSpan: span,
    });
  }
  return evidence.slice(0, MOST_ITEMS);
}

/** A header with no request near it is evidence only where its value is at fault. */
function tellsByItself(header: AuthorizationHeader): boolean {
  return header.state !== 'token' && header.state !== 'hidden' && header.state !== 'other';
}

function headerBlockOf(text: string, request: SeenRequest): HeaderBlock | undefined {
  const newline = text.slice(request.end, request.end + 400).indexOf('\n');
  if (newline === -1) return undefined;
  const block = readHeaderBlock(text, request.end + newline + 1);
  return block.names.length === 0 ? undefined : block;
}

/** Which request an Authorization header belongs to: the one whose message or command it stands in, else the nearest. */
function ownerOf(
  header: AuthorizationHeader,
  seen: readonly SeenRequest[],
  blocks: readonly (HeaderBlock | undefined)[],
): number | undefined {
  let before: number | undefined;
  for (let index = 0; index < seen.length; index += 1) {
    const request = seen[index]!;
    if (request.start > header.start) {
      const distance = request.start - header.start;
      const free = before === undefined || header.start - (seen[before]?.end ?? 0) > REACH_AFTER;
      return free && distance < REACH_BEFORE ? index : before;
    }
    before = header.start - request.end < REACH_AFTER || header.start < (blocks[index]?.end ?? 0) ? index : undefined;
  }
  return before;
}

/**
 * `absent` only where all that was sent is there to see: a raw message with its Host, a whole curl command, or the headers
 * of a request that a library prints.
 */
function authorizationWithoutHeader(
  text: string,
  request: SeenRequest,
  block: HeaderBlock | undefined,
): RequestEvidence['authorization'] {
  if (isCommand(request)) {
    if (request.credentialOption !== null) return request.credentialOption;
    return /\.\.\.|…|\$\{?headers|@/i.test(text.slice(request.start, request.commandEnd)) ? null : 'absent';
  }
  if (!request.versioned && sentWithoutAuthorization(text, request.end)) return 'absent';
  if (!request.versioned || block === undefined || block.names.includes('authorization')) return null;
  return block.names.includes('host') && block.names.length >= 2 ? 'absent' : null;
}

function isCommand(request: SeenRequest): request is CurlCommand {
  return request.form === 'command';
}

function bodyOf(views: Views, request: SeenRequest, block: HeaderBlock | undefined, limit: number): unknown {
  if (request.method === null || request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.bodyAt !== undefined) return readRequestBody(views, request.bodyAt, limit);
  if (request.form === 'command') return undefined;
  if (block !== undefined) return readRequestBody(views, block.bodyAt, limit);
  if (request.form === 'message') return readRequestBody(views, request.end, limit);
  return bodyInCode(views, request.end, limit);
}

/** `requests.post(url, json={…})`, `fetch(url, { body: JSON.stringify({…}) })`, `.post({…})`, `-Body '{…}'`. */
function bodyInCode(views: Views, end: number, limit: number): unknown {
  const after = views.text.text.slice(end, end + 600);
  const mark =
    /(?:\bjson\s?=\s?|\bdata\s?=\s?(?:json\.dumps\()?|\bbody["']?\s?:\s?(?:JSON\.stringify\()?|-Body\s{1,3}['"]?|\.post\(\s{0,20})(?=[{[])/i.exec(
      after,
    );
  return mark === null ? undefined : readRequestBody(views, end + mark.index + mark[0].length, limit);
}
