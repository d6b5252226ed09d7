/** Work that goes on after the turn it began in was answered. */
export interface Background {
  /**
   * Begins a piece of work, now or when there is room. What it throws is its own business to tell.
   *
   * @returns false where too much waits already; nothing is begun then
   */
  run(task: () => Promise<void>): boolean;
  /** Waits until all of it is done, for some seconds at most. */
  settled(): Promise<void>;
}

/** Ten mebibytes each may be in memory, and reading a picture takes a processor. */
const AT_ONCE = 4;
const MOST_WAITING = 24;
/** Whoever stops a service waits half a minute at most. */
const GRACE_MS = 8_000;

export function createBackground(): Background {
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();
  const next = (): void => {
    while (running.size < AT_ONCE) {
      const task = waiting.shift();
      if (task === undefined) return;
      const run: Promise<void> = task()
        .catch(() => undefined)
        .then(() => {
          running.delete(run);
          next();
        });
      running.add(run);
    }
  };
  return {
    run(task) {
      if (waiting.length >= MOST_WAITING) return false;
      waiting.push(task);
      next();
      return true;
    },
    async settled() {
      const until = AbortSignal.timeout(GRACE_MS);
      const over = new Promise<void>((resolve) => until.addEventListener('abort', () => resolve()));
      while (running.size > 0 && !until.aborted) await Promise.race([Promise.all(running), over]);
    },
  };
}
