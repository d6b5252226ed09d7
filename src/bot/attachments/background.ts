/** Work that goes on after the turn it began in was answered. */
export interface Background {
  /**
   * Begins a piece of work, now or when there is room. What it throws is its own business to tell.
   *
   * @param key what it is about: work on the same thing is done in its order, one after the other
   * @returns false where too much waits already; nothing is begun then
   */
  run(task: () => Promise<void>, key?: string): boolean;
  /** Waits until all of it is done, for some seconds at most. */
  settled(): Promise<void>;
}

/** Ten mebibytes each may be in memory, and reading a picture takes a processor. */
const AT_ONCE = 4;
const MOST_WAITING = 24;
/** Whoever stops a service waits half a minute at most. */
const GRACE_MS = 8_000;

interface Work {
  readonly task: () => Promise<void>;
  readonly key: string | undefined;
}

export function createBackground(): Background {
  const waiting: Work[] = [];
  const running = new Map<Promise<void>, string | undefined>();
  const isFree = ({ key }: Work): boolean => key === undefined || ![...running.values()].includes(key);
  const next = (): void => {
    while (running.size < AT_ONCE) {
      const index = waiting.findIndex(isFree);
      const [work] = index === -1 ? [] : waiting.splice(index, 1);
      if (work === undefined) return;
      const run: Promise<void> = work
        .task()
        .catch(() => undefined)
        .then(() => {
          running.delete(run);
          next();
        });
      running.set(run, work.key);
    }
  };
  return {
    run(task, key) {
      if (waiting.length >= MOST_WAITING) return false;
      waiting.push({ task, key });
      next();
      return true;
    },
    async settled() {
      const until = AbortSignal.timeout(GRACE_MS);
      const over = new Promise<void>((resolve) => until.addEventListener('abort', () => resolve()));
      while (running.size > 0 && !until.aborted) await Promise.race([Promise.all(running.keys()), over]);
    },
  };
}
