/** Teams takes seven messages a second of a bot in one thread; a card that grows needs one of them. */
const UPDATE_EVERY_MS = 1_000;
const TRIES = 5;

/**
 * Updates of messages, at most one a second for each of them. An update is a function that looks how things stand when
 * its time has come: what was asked for meanwhile is in it.
 */
export interface PacedUpdates {
  /** Runs `update` now, or as soon as this message may be changed again. Never throws. */
  request(key: string, update: () => Promise<void>): void;
  /** Runs what waits at once; fulfilled once nothing waits any more. */
  settle(): Promise<void>;
}

/**
 * @param everyMs for tests
 * @param again whether an update that failed so is to be tried once more, a little later
 */
export function createPacedUpdates(
  onFailure: (error: unknown) => void,
  again: (error: unknown) => boolean,
  everyMs: number = UPDATE_EVERY_MS,
): PacedUpdates {
  /** What runs or rests; the newest request waits in it. */
  const busy = new Map<string, { next: (() => Promise<void>) | undefined }>();
  const running = new Set<Promise<void>>();
  /** What ends each rest at once: the service is stopping. */
  const resting = new Set<() => void>();
  let settling = 0;

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (settling > 0) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        resting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      resting.add(wake);
    });

  const run = async (key: string, first: () => Promise<void>): Promise<void> => {
    const place = { next: undefined as (() => Promise<void>) | undefined };
    busy.set(key, place);
    let update: (() => Promise<void>) | undefined = first;
    let failures = 0;
    while (update !== undefined) {
      const now: () => Promise<void> = update;
      try {
        await now();
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures < TRIES && again(error)) place.next ??= now;
        else onFailure(error);
      }
      await rest(everyMs * 2 ** failures);
      update = place.next;
      place.next = undefined;
    }
    busy.delete(key);
  };

  return {
    request(key, update) {
      const place = busy.get(key);
      if (place !== undefined) {
        place.next = update;
        return;
      }
      const done = run(key, update).finally(() => running.delete(done));
      running.add(done);
    },
    async settle() {
      settling += 1;
      for (const wake of [...resting]) wake();
      while (running.size > 0) await Promise.race(running);
      settling -= 1;
    },
  };
}
