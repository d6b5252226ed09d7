import type { Server } from 'restify';
import { HttpError } from '../../http/http-error.ts';
import type { JsonObject } from '../json-object.ts';
import { JsonAnswer, jsonObjectOf, jsonRoute } from '../json-route.ts';
import type { SandboxControl } from './sandbox-control.ts';

/** A cause's name and braces. */
const BODY_LIMIT = 4_096;
const LONGEST_CAUSE = 200;

/**
 * The control API: `GET /api/state`, `GET /api/faults`, `POST /api/break {"cause"}`, `POST /api/repair {"cause"?}`,
 * `POST /api/reset {}`. A cause that the sandbox does not have is answered with 404 and the nearest names.
 */
export function mountControl(server: Server, control: SandboxControl): void {
  server.get(
    '/api/state',
    jsonRoute(() => control.state()),
  );
  server.get(
    '/api/faults',
    jsonRoute(() => ({ faults: control.faults() })),
  );
  server.post(
    '/api/break',
    jsonRoute(async (req) => {
      const cause = causeIn(await jsonObjectOf(req, BODY_LIMIT));
      if (cause === undefined) throw new HttpError(400, 'CauseMissing', 'Send {"cause": "the id of a root cause"}.');
      const reply = control.break(cause);
      return new JsonAnswer('fault' in reply ? 200 : 404, reply);
    }),
  );
  server.post(
    '/api/repair',
    jsonRoute(async (req) => ({ repaired: control.repair(causeIn(await jsonObjectOf(req, BODY_LIMIT))) })),
  );
  server.post(
    '/api/reset',
    jsonRoute(async (req) => {
      await jsonObjectOf(req, BODY_LIMIT);
      control.reset();
      return { reset: true };
    }),
  );
}

function causeIn({ cause }: JsonObject): string | undefined {
  if (cause === undefined) return undefined;
  if (typeof cause !== 'string' || cause.length > LONGEST_CAUSE) {
    throw new HttpError(400, 'CauseInvalid', 'The cause is the id of a root cause, as "wrong-audience".');
  }
  return cause;
}
