import { maskSecrets } from '../diagnosis/secrets/mask-secrets.ts';
import type { Refusal } from './refusal.ts';

/** Headers that tell why, where and when. Cookies and addresses of redirections stay out. */
const KEPT_HEADERS = [
  'www-authenticate',
  'date',
  'retry-after',
  'content-type',
  'request-id',
  'client-request-id',
  'x-ms-request-id',
  'x-ms-correlation-id',
  'x-ms-diagnostics',
  'x-ms-ags-diagnostic',
  'x-ms-throttle-scope',
  'x-ms-throttle-information',
] as const;

/** Error bodies of Entra ID and Graph take a few hundred characters; a proxy's error page says it in its beginning. */
const LONGEST_BODY = 8 * 1024;
const LONGEST_HEADER = 8 * 1024;
const LONGEST_MESSAGE = 2 * 1024;

/** The headers of an answer that a refusal keeps, names in lower case. */
export function keptHeaders(headers: { get(name: string): string | null }): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = headers.get(name);
    if (value !== null) kept[name] = maskSecrets(value.slice(0, LONGEST_HEADER));
  }
  return kept;
}

/** The body of a refusal: bounded, and without the credentials that it may echo. */
export function keptBody(body: string): string {
  return maskSecrets(body.slice(0, LONGEST_BODY));
}

/** An address as a refusal keeps it: codes, assertions and signatures in its query are masked. */
export function keptUrl(url: string): string {
  return maskSecrets(url.slice(0, LONGEST_HEADER));
}

/**
 * What was thrown, as a refusal keeps it. Libraries put the code in `code` (Node, undici) or `errorCode` (MSAL); fetch
 * wraps the network's own error in `cause`.
 */
export function keptError(thrown: unknown): NonNullable<Refusal['error']> {
  const error = deepest(thrown);
  const name = textOf(error, 'name') ?? 'Error';
  const code = textOf(error, 'code') ?? textOf(error, 'errorCode');
  const message = textOf(error, 'message') ?? '';
  return {
    name,
    ...(code === undefined ? {} : { code }),
    message: maskSecrets(message.slice(0, LONGEST_MESSAGE)),
  };
}

function deepest(thrown: unknown): unknown {
  let error = thrown;
  for (let depth = 0; depth < 4; depth += 1) {
    if (!(error instanceof Error) || !(error.cause instanceof Error)) break;
    error = error.cause;
  }
  return error;
}

function textOf(error: unknown, member: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = (error as Record<string, unknown>)[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
