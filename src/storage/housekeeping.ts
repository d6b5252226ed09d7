import type { Store } from './store.ts';

const EVERY_MS = 10 * 60_000;
/** The channel repeats a delivery within seconds to minutes; an hour is far beyond that. */
const SEEN_KEPT_MS = 60 * 60_000;

/** Removes what has had its time: expired evidence and the marks of activities that no channel delivers again. */
export async function prune(store: Pick<Store, 'seen' | 'memory'>, now: number): Promise<void> {
  await store.seen.prune(now - SEEN_KEPT_MS);
  await store.memory.prune(now);
}

/**
 * Prunes at once and then every ten minutes, outside of any turn.
 *
 * @param now the clock, milliseconds since 1970
 * @param onError is told of a failed round; the next one still runs
 * @returns what stops it
 */
export function startHousekeeping(
  store: Pick<Store, 'seen' | 'memory'>,
  now: () => number,
  onError: (error: unknown) => void,
): () => void {
  const round = (): void => void prune(store, now()).catch(onError);
  round();
  const timer = setInterval(round, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
