/** A piece of work that goes on after the turn it began in was answered. */
export interface Work {
  /** What it throws is its own business to tell. */
  readonly task: () => Promise<void>;
  /** What it is about: work on the same thing is done in its order, one after the other. */
  readonly key?: string;
  /** Tells that the service stops before it is done. */
  readonly onStopped?: () => Promise<void>;
}

export interface Background {
  /**
   * Begins a piece of work, now or when there is room.
   *
   * @returns false where too much waits already; nothing is begun then
   */
  run(work: Work): boolean;
  /** Waits until all of it is done, for some seconds at most; of what is not done then it is told. */
  settled(): Promise<void>;
}

/** Ten mebibytes each may be in memory, and reading a picture takes a processor. */
const AT_ONCE = 4;
const MOST_WAITING = 24;
/** Ten seconds after the signal the process ends whatever is left (`stop-signals.ts`). */
const GRACE_MS = 4_000;
const LAST_WORDS_MS = 2_000;

/** @param graceMs for tests */
export function createBackground(graceMs: number = GRACE_MS): Background {
  const waiting: Work[] = [];
  const running = new Map<Promise<void>, Work>();
  const isFree = ({ key }: Work): boolean =>
    key === undefined || ![...running.values()].some((other) => other.key === key);
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
      running.set(run, work);
    }
  };
  return {
    run(work) {
      if (waiting.length >= MOST_WAITING) return false;
      waiting.push(work);
      next();
      return true;
    },
    async settled() {
      const over = after(graceMs);
      while (running.size > 0 && !over.passed) await Promise.race([Promise.all(running.keys()), over.moment]);
      const left = [...running.values(), ...waiting.splice(0)];
      if (left.length === 0) return;
      await Promise.race([Promise.allSettled(left.map((work) => work.onStopped?.())), after(LAST_WORDS_MS).moment]);
    },
  };
}

interface Later {
  readonly passed: boolean;
  readonly moment: Promise<void>;
}

function after(ms: number): Later {
  const later = { passed: false, moment: Promise.resolve() };
  later.moment = new Promise((resolve) => {
    setTimeout(() => {
      later.passed = true;
      resolve();
    }, ms).unref();
  });
  return later;
}
