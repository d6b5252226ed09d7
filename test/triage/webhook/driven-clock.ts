/** A clock that stands still until a test moves it, and the sleep of whoever lives by it. */
export interface DrivenClock {
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Moves on, from one sleeper's awakening to the next; before each step everybody has gone to sleep again. */
  advance(ms: number): Promise<void>;
  /** Until everybody sleeps. */
  settled(): Promise<void>;
  /** How many live by it; one when it is made. */
  sleepers: number;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function drivenClock(start: number): DrivenClock {
  let now = start;
  const asleep = new Set<Sleeper>();
  let changed: () => void = () => undefined;
  const clock: DrivenClock = {
    sleepers: 1,
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper: Sleeper = {
          at: now + ms,
          wake: () => {
            asleep.delete(sleeper);
            resolve();
          },
        };
        asleep.add(sleeper);
        signal.addEventListener('abort', sleeper.wake, { once: true });
        changed();
      }),
    async settled() {
      while (asleep.size < clock.sleepers) {
        await new Promise<void>((resolve) => {
          changed = resolve;
        });
      }
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await clock.settled();
        const next = [...asleep].toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
    },
  };
  return clock;
}
