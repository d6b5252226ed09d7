import type { ServerResponse } from 'node:http';
import { EntraRefusal, errorBody, type RequestIds } from './entra-refusal.ts';
import { idHeaders } from './request-ids.ts';

/** Tokens and codes are in what is sent: no cache may keep it. */
export const NEVER_KEPT = { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' } as const;

/** An answer that no cache keeps. */
export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...NEVER_KEPT, ...headers });
  res.end(JSON.stringify(body));
}

/** 302, kept by no cache: the address may hold a code. */
export function redirect(res: ServerResponse, to: string, headers: Record<string, string> = {}): void {
  res.writeHead(302, { Location: to, ...NEVER_KEPT, ...headers });
  res.end();
}

/** A refusal as Entra ID's token endpoint writes it, with the ids of the request. */
export function sendRefusal(res: ServerResponse, refusal: EntraRefusal, ids: RequestIds): void {
  sendJson(res, refusal.status, errorBody(refusal, ids), {
    ...idHeaders(ids),
    ...(refusal.retryAfter === undefined ? {} : { 'Retry-After': String(refusal.retryAfter) }),
  });
}

/** Anything that is no refusal is a fault of the sandbox itself, and goes on to the server. */
export function asRefusal(error: unknown): EntraRefusal {
  if (error instanceof EntraRefusal) return error;
  throw error;
}
