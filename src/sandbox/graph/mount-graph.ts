import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import { authorize, authorizeListing, mailboxOf, ownerOf } from './authorize-call.ts';
import { listUsers } from './directory.ts';
import { timeZoneNotSupported } from './event-payload.ts';
import type { Zone } from './event-resource.ts';
import { findOperation, targetOf } from './find-operation.ts';
import type { GraphCall, GraphReply } from './graph-call.ts';
import { badRequest, GraphError, type Workload } from './graph-error.ts';
import type { GraphParts } from './graph-parts.ts';
import { readRequestBody } from './request-body.ts';
import { ianaZoneOf } from './time-zone.ts';
import { validateToken } from './validate-token.ts';

const PREFIX = '/graph';
const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/**
 * Microsoft Graph as far as why401 uses it, below `/graph`: `/graph/v1.0/me` and so on. Every token is validated for
 * real; what is refused is refused in Graph's own words.
 */
export function mountGraph(server: Server, parts: GraphParts): void {
  // restify tells handlers with `next` from others by `async`.
  const handle = async (req: Request, res: Response): Promise<void> => answer(req, res, parts);
  server.get(`${PREFIX}/*`, handle);
  server.post(`${PREFIX}/*`, handle);
  server.patch(`${PREFIX}/*`, handle);
  server.put(`${PREFIX}/*`, handle);
  server.del(`${PREFIX}/*`, handle);
}

/** Every answer has these, refused or not. */
interface Ids {
  readonly requestId: string;
  readonly clientRequestId: string;
}

async function answer(req: Request, res: Response, parts: GraphParts): Promise<void> {
  const { graph } = parts.world;
  const requestId = randomUUID();
  const sent = req.headers['client-request-id'];
  const clientRequestId = typeof sent === 'string' && /^[\w-]{1,64}$/.test(sent) ? sent : requestId;
  const ids = { requestId, clientRequestId };
  if (graph.delayMs > 0) await wait(graph.delayMs);
  try {
    const reply = await replyTo(req, parts);
    send(res, reply.status, reply.body, preferenceApplied(req.headers.prefer), ids, parts.now());
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    parts.recent?.refused(res, error.code);
    const innerError = {
      date: new Date(parts.now()).toISOString().slice(0, 19),
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
    };
    const body = { error: { code: error.code, message: error.message, innerError } };
    send(res, error.status, body, error.headers, ids, parts.now());
  }
}

async function replyTo(req: Request, parts: GraphParts): Promise<GraphReply> {
  const { graph } = parts.world;
  if (graph.outage) {
    throw new GraphError(503, 'ServiceUnavailable', 'The service is temporarily unavailable. Please try again later.', {
      'Retry-After': String(graph.retryAfter),
    });
  }
  const url = new URL(req.url ?? '/', 'https://graph.microsoft.com');
  const path = url.pathname.slice(PREFIX.length);
  const [version = '', ...segments] = path.split('/').filter(Boolean).map(decoded);
  const caller = await validateToken(req.headers.authorization, parts);
  if (!['v1.0', 'beta'].includes(version.toLowerCase()))
    throw badRequest('BadRequest', `Invalid version: ${version.slice(0, 40)}`);
  const target = targetOf(segments);
  const common = { parts, caller, path, query: url.searchParams };
  if (target.kind === 'users') {
    if (req.method !== 'GET')
      throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
    authorizeListing(caller);
    assertNotThrottled(parts, 'directory');
    return listUsers(common);
  }
  const { operation, ids } = findOperation(req.method ?? 'GET', target.rest);
  const owner = ownerOf(target, caller, parts, operation);
  assertNotThrottled(parts, operation.workload);
  authorize(operation, caller, owner, parts);
  const call: GraphCall = {
    ...common,
    ids,
    owner,
    body: await readRequestBody(req),
    answerZone: answerZone(req.headers.prefer),
  };
  if (operation.workload === 'directory') return operation.answer(call);
  return operation.answer({ ...call, mailbox: mailboxOf(owner, caller, parts) });
}

function assertNotThrottled({ world }: GraphParts, workload: Workload): void {
  if (!world.graph.throttled) return;
  const headers = { 'Retry-After': String(world.graph.retryAfter) };
  throw workload === 'outlook'
    ? new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', headers)
    : new GraphError(429, 'TooManyRequests', 'Too many requests.', headers);
}

const UTC: Zone = { name: 'UTC', iana: 'Etc/UTC' };

type Preference = string | string[] | undefined;

/** RFC 7240, section 3. */
function preferenceApplied(header: Preference): Record<string, string> {
  const name = preferredZone(header);
  return name === undefined ? {} : { 'Preference-Applied': `outlook.timezone="${name}"` };
}

/** @throws GraphError 400 for a zone that Exchange does not know */
function answerZone(header: Preference): Zone {
  const wanted = preferredZone(header);
  if (wanted === undefined) return UTC;
  const iana = ianaZoneOf(wanted);
  if (iana === undefined) throw timeZoneNotSupported(wanted);
  return { name: wanted, iana };
}

function preferredZone(header: Preference): string | undefined {
  const text = Array.isArray(header) ? header.join(', ') : (header ?? '');
  const name = /outlook\.timezone\s*=\s*(?:"([^"]{0,120})"|([^",;]{1,120}))/i.exec(text);
  return name === null ? undefined : (name[1] ?? name[2] ?? '').trim();
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function send(
  res: Response,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  ids: Ids,
  now: number,
): void {
  res.statusCode = status;
  res.setHeader('Date', new Date(now).toUTCString());
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('request-id', ids.requestId);
  res.setHeader('client-request-id', ids.clientRequestId);
  res.setHeader('x-ms-ags-diagnostic', DIAGNOSTIC);
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (body === undefined) {
    res.end();
    return;
  }
  res.setHeader('Content-Type', JSON_TYPE);
  res.end(JSON.stringify(body));
}

const DIAGNOSTIC = JSON.stringify({
  ServerInfo: { DataCenter: 'Sandbox', Slice: 'E', Ring: '1', ScaleUnit: '000', RoleInstance: 'SANDBOX' },
});
