import type { GraphRequest } from './graph.ts';

/** Tries of one call, the first one included. */
const MOST_TRIES = 4;

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** Why a try failed: a status, or `null` where no answer came. */
export interface FailedTry {
  readonly status: number | null;
  /** From Retry-After. */
  readonly retryAfterMs: number | null;
  readonly tries: number;
  /** Milliseconds that are left for the whole call. */
  readonly leftMs: number;
}

/**
 * How long to wait before the next try; `null` where there should be none.
 *
 * 429 says that nothing was done, so it may be repeated whatever it was. After a 5xx or a lost connection the work may
 * have been done: only what does no harm twice is repeated. 401 and 403 do not get better by themselves. Where Graph
 * names a time that does not fit into what is left, waiting for less would only count against the app.
 *
 * @param chance 0 to 1: half of the wait is left to it, so that many callers do not come back together
 * @see https://learn.microsoft.com/graph/throttling
 */
export function waitBeforeNextTry(failed: FailedTry, request: GraphRequest, chance: number): number | null {
  if (failed.tries >= MOST_TRIES || !mayRepeat(failed.status, request)) return null;
  const backoff = Math.min(FIRST_WAIT_MS * 2 ** (failed.tries - 1), LONGEST_WAIT_MS);
  const wait = failed.retryAfterMs ?? backoff / 2 + (backoff / 2) * chance;
  return wait < failed.leftMs ? wait : null;
}

function mayRepeat(status: number | null, request: GraphRequest): boolean {
  if (status === 429) return true;
  if (status !== null && status < 500) return false;
  return isRepeatable(request);
}

/** Reading does no harm twice; anything else only where the caller says so. */
export function isRepeatable(request: GraphRequest): boolean {
  return request.method === 'GET' || request.repeatable === true;
}
