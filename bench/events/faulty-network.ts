import type { Fetch } from '../../src/graph/graph-client.ts';

/** What of a hundred writes goes wrong, each in its way. */
export interface Faults {
  /** Refused for too many requests, with a second to wait. */
  readonly throttled: number;
  /** Refused as unavailable. */
  readonly unavailable: number;
  /** Done, and the answer lost. */
  readonly lost: number;
}

export interface Met {
  throttled: number;
  unavailable: number;
  lost: number;
  writes: number;
}

/** A network that fails some writes, by a sequence that is the same in every run. */
export function faultyNetwork(network: Fetch, faults: Faults): { readonly fetch: Fetch; readonly met: Met } {
  const met: Met = { throttled: 0, unavailable: 0, lost: 0, writes: 0 };
  const chance = sequence(401);
  const fetch: Fetch = async (url, init) => {
    if (init.method !== 'POST') return network(url, init);
    met.writes += 1;
    const roll = chance() * 100;
    if (roll < faults.throttled) {
      met.throttled += 1;
      return refused(429, 'ApplicationThrottled');
    }
    if (roll < faults.throttled + faults.unavailable) {
      met.unavailable += 1;
      return refused(503, 'ServiceUnavailable');
    }
    const response = await network(url, init);
    if (roll >= faults.throttled + faults.unavailable + faults.lost) return response;
    met.lost += 1;
    await response.body?.cancel();
    throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  };
  return { fetch, met };
}

function refused(status: number, code: string): Response {
  return new Response(JSON.stringify({ error: { code, message: 'refused by the bench' } }), {
    status,
    headers: { 'content-type': 'application/json', 'retry-after': '1' },
  });
}

/** Mulberry32: small, and enough to spread faults. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
