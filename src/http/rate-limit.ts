export interface Rate {
  /** How many may come at once after a quiet time. */
  readonly burst: number;
  /** How many a second go on being taken. */
  readonly perSecond: number;
}

/**
 * Counts one more of a key.
 *
 * @param now milliseconds since 1970
 * @returns 0 where it is within the rate, else the milliseconds after which one more will be; a refused one costs nothing
 */
export type RateLimit = (key: string, now: number) => number;

/**
 * A token bucket for each key, in the form of the generic cell rate algorithm: one number a key, no timers. restify's
 * own throttle plugin tells no Retry-After, and writes address and path into the log.
 *
 * @param keys how many are remembered. Keys come from outside; beyond this the one unused for longest starts afresh.
 */
export function createRateLimit({ burst, perSecond }: Rate, keys: number): RateLimit {
  const interval = 1000 / perSecond;
  const tolerance = (burst - 1) * interval;
  /** When each key would have used up what it took, in the order of use. */
  const usedUpAt = new Map<string, number>();
  return (key, now) => {
    const usedUp = Math.max(usedUpAt.get(key) ?? 0, now);
    const wait = usedUp - tolerance - now;
    if (wait > 0) return wait;
    usedUpAt.delete(key);
    usedUpAt.set(key, usedUp + interval);
    if (usedUpAt.size > keys) {
      const oldest = usedUpAt.keys().next().value;
      if (oldest !== undefined) usedUpAt.delete(oldest);
    }
    return 0;
  };
}
