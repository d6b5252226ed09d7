import { Agent, request } from 'node:http';
import type { Delivery } from './generated-day.ts';

/** As many as a channel sends at once to a small bot. */
const AT_ONCE = 6;

/** Tells the service when it is, in milliseconds since 1970. */
export const CLOCK_HEADER = 'x-day-clock';

export interface Replayed {
  readonly turns: number;
  /** Milliseconds. */
  readonly tookMs: number;
  /** Answers of the service that were no success, by status. */
  readonly refused: ReadonlyMap<number, number>;
}

/**
 * Posts deliveries in their order, several at once: those of one thread one after another, but for a second delivery
 * that comes while the first is under way.
 */
export async function replay(deliveries: readonly Delivery[], url: string, serviceUrl: string): Promise<Replayed> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * AT_ONCE });
  const refused = new Map<number, number>();
  const lastOf = new Map<string, Promise<void>>();
  const underWay = new Set<Promise<void>>();
  const begun = performance.now();
  for (const { at, activity, thread, atOnce } of deliveries) {
    while (underWay.size >= AT_ONCE) await Promise.race(underWay);
    const before = atOnce ? undefined : lastOf.get(thread);
    const turn = (async () => {
      await before;
      const status = await post(url, JSON.stringify({ ...activity, serviceUrl }), at, agent);
      if (status >= 300) refused.set(status, (refused.get(status) ?? 0) + 1);
    })();
    const done: Promise<void> = turn.finally(() => {
      underWay.delete(done);
      if (lastOf.get(thread) === whole) lastOf.delete(thread);
    });
    underWay.add(done);
    const whole = Promise.all([lastOf.get(thread), done]).then(() => undefined);
    lastOf.set(thread, whole);
  }
  await Promise.all(underWay);
  agent.destroy();
  return { turns: deliveries.length, tookMs: performance.now() - begun, refused };
}

/** Posts an activity at an instant of the day. @returns the status */
export function post(url: string, body: string, at: number, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      [CLOCK_HEADER]: String(at),
    };
    const sent = request(url, { method: 'POST', headers, ...(agent === undefined ? {} : { agent }) }, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
