import type { IncomingMessage } from 'node:http';
import { boundedBody } from '../bounded-body.ts';
import { badRequest, GraphError } from './graph-error.ts';

/** Graph's own limit for a request without an upload session. */
const LIMIT = 4 * 1024 * 1024;

/**
 * The body of a request as JSON; `undefined` where there is none.
 *
 * @throws GraphError 400 for what is no JSON, 413 above the limit
 */
export async function readRequestBody(req: IncomingMessage): Promise<unknown> {
  const body = await boundedBody(req, LIMIT, tooLarge);
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw badRequest(
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

function tooLarge(): GraphError {
  return new GraphError(413, 'RequestEntityTooLarge', 'The request is too large.');
}
