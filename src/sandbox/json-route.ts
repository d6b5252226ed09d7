import type { Request, Response } from 'restify';
import { HttpError } from '../http/http-error.ts';
import { namesThisMachine } from '../http/loopback-host.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

/** An answer with another status than 200. */
export class JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/**
 * A route that answers in JSON, and only a request that names this machine in `Host`: a page whose name was made to
 * point to 127.0.0.1 sends its own name.
 */
export function jsonRoute(answer: (req: Request) => unknown): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    try {
      if (!namesThisMachine(req.headers.host)) {
        throw new HttpError(421, 'MisdirectedRequest', 'The sandbox answers only on localhost.');
      }
      const given = await answer(req);
      if (given instanceof JsonAnswer) res.send(given.status, given.body, HEADERS);
      else res.send(200, given, HEADERS);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      res.send(error.statusCode, { code: error.code, message: error.message }, HEADERS);
    }
  };
}

/**
 * The body as a JSON object. Asks for application/json, which no form of another site can send.
 *
 * @param limit in bytes
 * @throws HttpError
 */
export async function jsonObjectOf(req: Request, limit: number): Promise<JsonObject> {
  const body = await readJsonBody(req, limit);
  if (!isJsonObject(body)) throw new HttpError(400, 'NotAnObject', 'Send a JSON object.');
  return body;
}
