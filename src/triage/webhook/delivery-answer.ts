/**
 * What the receiver's answer means for the delivery:
 *
 * - `delivered`;
 * - `unreachable`: the receiver is down, busy, moved, or does not let us in. Nothing is wrong with what was sent, and what
 *   else waits would fare alike;
 * - `gone`: the receiver says that there is no such address any more (RFC 9110, section 15.5.11). Somebody has to change
 *   the setting; what waits is kept for them;
 * - `rejected`: this delivery is not to its liking, and sending it again will hardly help.
 */
export type DeliveryAnswer = 'delivered' | 'unreachable' | 'gone' | 'rejected';

/**
 * Client errors that speak of the way and not of the content: somebody mends the receiver or its gate, and all is well.
 * 401, 403, 404, 405, 407: set up wrongly. 408, 421, 423, 425, 426, 429: not now, or not on this connection.
 */
const OF_THE_WAY: ReadonlySet<number> = new Set([401, 403, 404, 405, 407, 408, 421, 423, 425, 426, 429]);

export function deliveryAnswer(status: number): DeliveryAnswer {
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  // Redirects are not followed: the body was signed for one receiver, and only the settings say who that is.
  if (status < 400 || status >= 500 || OF_THE_WAY.has(status)) return 'unreachable';
  return 'rejected';
}

/** Longer than this nobody is kept waiting by a header. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** `Retry-After` (RFC 9110, section 10.2.3) in milliseconds; `null` where there is none or it says nothing. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}
