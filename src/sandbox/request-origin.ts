import type { IncomingMessage } from 'node:http';
import { HttpError } from '../http/http-error.ts';
import { namesThisMachine } from '../http/loopback-host.ts';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** Other sites may send people and codes here; what they send is checked by the protocol itself. */
const OPEN_TO_OTHER_SITES = /^\/entra\/[^/]+\/oauth2\/v2\.0\/(?:authorize|token)(?:$|\?)/;

/**
 * A web page of somewhere else must not reach the sandbox through the browser of who runs it: neither under a name of
 * its own that points to this machine, nor by sending a form across.
 *
 * @throws HttpError 421 or 403
 */
export function assertOwnRequest(req: IncomingMessage): void {
  if (!namesThisMachine(req.headers.host)) {
    throw new HttpError(421, 'MisdirectedRequest', 'The sandbox answers only on this machine.');
  }
  if (SAFE_METHODS.includes(req.method ?? 'GET') || OPEN_TO_OTHER_SITES.test(req.url ?? '')) return;
  if (isCrossSite(req)) {
    throw new HttpError(403, 'CrossSiteRequest', 'Only a page of the sandbox may send this.');
  }
}

function isCrossSite({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  // Where the browser says it itself, this decides: a page with `no-referrer` posts its own forms with `Origin: null`.
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.host;
}
