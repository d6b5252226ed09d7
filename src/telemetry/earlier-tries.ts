/** Calls that are under way at once, and those that wait for their next try. */
const KEPT = 1_000;

/**
 * How often a request with this id was sent before. Graph's client, MSAL and the Bot Framework's client keep the id of a
 * request over its tries; the id itself stays here.
 */
export function createEarlierTries(): (requestId: string | undefined) => number {
  const tries = new Map<string, number>();
  return (requestId) => {
    if (requestId === undefined) return 0;
    const before = tries.get(requestId) ?? 0;
    tries.delete(requestId);
    tries.set(requestId, before + 1);
    if (tries.size > KEPT) tries.delete(tries.keys().next().value ?? '');
    return before;
  };
}
