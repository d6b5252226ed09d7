/**
 * Milliseconds to wait by a `Retry-After` field (RFC 9110, section 10.2.3): seconds, or an HTTP date. A date is compared
 * with the `Date` of the same answer, because the clock on this side may be wrong.
 *
 * @returns `null` where there is none, or none that can be read
 */
export function retryAfterMs(retryAfter: string | null, date: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  const value = retryAfter.trim();
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const until = httpDate(value);
  return until === null ? null : Math.max(0, until - (httpDate(date) ?? now));
}

/** `Sun, 06 Nov 1994 08:49:37 GMT` and its two older forms; anything else is no HTTP date. */
export function httpDate(value: string | null): number | null {
  if (value === null || !/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(value.trim())) return null;
  const at = Date.parse(value.trim());
  return Number.isNaN(at) ? null : at;
}
