import type { IncomingMessage } from 'node:http';
import { boundedBody } from '../bounded-body.ts';
import { malformed, parameterDoubled } from './refusals/request.ts';

const FORM_LIMIT = 256 * 1024;

/** The fields of a form; any other content type has none, as at the real endpoint. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  const body = await boundedBody(req, FORM_LIMIT, malformed);
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(body.toString('utf8'))
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
