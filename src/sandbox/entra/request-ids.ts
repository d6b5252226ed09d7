import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestIds } from './entra-refusal.ts';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A client's own correlation id is kept, as the real service does. */
export function requestIds(req: IncomingMessage, at: number, named?: string | null): RequestIds {
  const header = req.headers['client-request-id'];
  const wanted = named ?? (typeof header === 'string' ? header : '');
  return { traceId: randomUUID(), correlationId: GUID.test(wanted) ? wanted : randomUUID(), at };
}

/** The ids as the real service sends them back. */
export function idHeaders({ traceId, correlationId }: RequestIds): Record<string, string> {
  return { 'x-ms-request-id': traceId, 'client-request-id': correlationId };
}
