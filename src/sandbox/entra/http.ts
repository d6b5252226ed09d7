import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { EntraRefusal, errorBody, type RequestIds } from './entra-refusal.ts';
import { malformed, parameterDoubled } from './refusals/request.ts';

const FORM_LIMIT = 256 * 1024;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A client's own correlation id is kept, as the real service does. */
export function requestIds(req: IncomingMessage, at: number, named?: string | null): RequestIds {
  const header = req.headers['client-request-id'];
  const wanted = named ?? (typeof header === 'string' ? header : '');
  return { traceId: randomUUID(), correlationId: GUID.test(wanted) ? wanted : randomUUID(), at };
}

/** The fields of a form; any other content type has none, as at the real endpoint. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > FORM_LIMIT) throw malformed();
    chunks.push(bytes);
  }
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
    : new URLSearchParams();
}

/** RFC 6749, section 3.1: no parameter may be sent twice. */
export function assertEachOnce(parameters: URLSearchParams): void {
  const seen = new Set<string>();
  for (const name of parameters.keys()) {
    if (seen.has(name)) throw parameterDoubled(name.slice(0, 60));
    seen.add(name);
  }
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...NEVER_KEPT, ...headers });
  res.end(JSON.stringify(body));
}

export function redirect(res: ServerResponse, to: string, headers: Record<string, string> = {}): void {
  res.writeHead(302, { Location: to, ...NEVER_KEPT, ...headers });
  res.end();
}

export const NEVER_KEPT = { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' } as const;

export function sendRefusal(res: ServerResponse, refusal: EntraRefusal, ids: RequestIds): void {
  sendJson(res, refusal.status, errorBody(refusal, ids), {
    ...idHeaders(ids),
    ...(refusal.retryAfter === undefined ? {} : { 'Retry-After': String(refusal.retryAfter) }),
  });
}

export function idHeaders({ traceId, correlationId }: RequestIds): Record<string, string> {
  return { 'x-ms-request-id': traceId, 'client-request-id': correlationId };
}

/** Anything that is no refusal is a fault of the sandbox itself, and goes on to the server. */
export function asRefusal(error: unknown): EntraRefusal {
  if (error instanceof EntraRefusal) return error;
  throw error;
}
