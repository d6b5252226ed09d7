import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { readTarget } from './address.ts';
import { methodOf } from './methods.ts';
import type { SeenRequest } from './seen-request.ts';
import { isSignInHost, isSignInPath } from './sign-in-host.ts';

const PATH_FIELD = literal(':path');
const REACH = 600;
const METHOD = /:method\s{0,3}:?\s{1,8}([A-Z]{3,8})\b/;
const AUTHORITY = /:authority\s{0,3}:?\s{1,8}([A-Za-z0-9.-]{1,253})/;
const PATH = /:path\s{0,3}:?\s{1,8}(?=\/)/;

/** Reads requests from the pseudo-header fields of HTTP/2 (RFC 9113, section 8.3.1), as a browser's network tab copies them. */
export function readPseudoHeaders(source: MappedText, most: number): SeenRequest[] {
  const found: SeenRequest[] = [];
  const { text } = source;
  let done = 0;
  for (const at of placesOf(source, PATH_FIELD)) {
    if (found.length >= most) break;
    if (at < done) continue;
    const start = Math.max(done, at - REACH);
    const around = text.slice(start, at + REACH);
    const path = PATH.exec(text.slice(at, at + 20));
    const method = methodOf(METHOD.exec(around)?.[1]);
    if (path === null || method === null) continue;
    const target = readTarget(text, at + path[0].length);
    const host = AUTHORITY.exec(around)?.[1]?.toLowerCase() ?? null;
    done = target.end;
    found.push({
      start: at,
      end: target.end,
      method,
      host,
      path: target.path,
      query: target.query,
      form: 'message',
      versioned: false,
      ignored: (host !== null && isSignInHost(host)) || isSignInPath(target.path),
    });
  }
  return found;
}
