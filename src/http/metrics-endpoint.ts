import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../settings.ts';
import { HttpError } from './http-error.ts';
import { namesThisMachine } from './loopback-host.ts';

/** What `/metrics` shows, and who may see it. */
export interface ServedMetrics {
  /** In the text format of Prometheus. */
  expose(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** Asked for as a bearer token (RFC 6750); `null` answers this machine only. */
  readonly token: string | null;
}

/** A proxy on this machine makes everybody look local; it says so in one of these. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/** @throws HttpError 401 or 403 for who may not read the metrics */
export function assertMayReadMetrics(req: IncomingMessage, token: string | null): void {
  if (token === null) {
    if (isFromThisMachine(req)) return;
    throw new HttpError(403, 'Forbidden', 'Metrics are for this machine only, unless WHY401_METRICS_TOKEN is set.');
  }
  const [, given] = /^bearer +([^ ]{1,1000})$/i.exec(req.headers.authorization ?? '') ?? [];
  if (given !== undefined && sameText(given, token)) return;
  throw new HttpError(401, 'Unauthorized', 'Metrics need the bearer token of WHY401_METRICS_TOKEN.', {
    'WWW-Authenticate': given === undefined ? 'Bearer' : 'Bearer error="invalid_token"',
  });
}

function isFromThisMachine(req: IncomingMessage): boolean {
  const address = (req.socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  return (
    isLoopbackHost(address) &&
    namesThisMachine(req.headers.host) &&
    FORWARDED.every((name) => req.headers[name] === undefined)
  );
}

/** Digests have one length: the time tells nothing of the token, not even how long it is. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
