import type { Store } from './store.ts';

const EVERY_MS = 10 * 60_000;
/** The channel repeats a delivery within seconds to minutes; an hour is far beyond that. */
const SEEN_KEPT_MS = 60 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

/** Removes what has had its time: expired evidence, marks of activities that no channel delivers again, old records. */
export function prune(store: Pick<Store, 'prune'>, now: number, keepDays: number): Promise<void> {
  return store.prune({ now, seenBefore: now - SEEN_KEPT_MS, keptBefore: now - keepDays * DAY_MS });
}

/**
 * Prunes at once and then every ten minutes, outside of any turn.
 *
 * @param now the clock, milliseconds since 1970
 * @param onError is told of a failed round; the next one still runs
 * @param keepDays how long feedback, untouched bot state and unused grants are kept
 * @returns what stops it
 */
export function startHousekeeping(
  store: Pick<Store, 'prune'>,
  now: () => number,
  onError: (error: unknown) => void,
  keepDays: number,
): () => void {
  const round = (): void => void prune(store, now(), keepDays).catch(onError);
  round();
  const timer = setInterval(round, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
