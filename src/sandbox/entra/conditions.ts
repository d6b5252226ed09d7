import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../world/world.ts';
import { outage, throttled } from './refusals/request.ts';

/** What the world says of Entra ID's own state: slow, down, too busy. */
export async function assertServing(world: World): Promise<void> {
  const { delayMs, outage: down, throttled: busy } = world.entra;
  if (delayMs > 0) await sleep(delayMs);
  if (down) throw outage();
  if (busy) throw throttled(world.graph.retryAfter);
}
