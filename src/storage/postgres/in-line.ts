/** Runs what has the same key one after the other, in the order in which it came; what has another key does not wait. */
export function inLine(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key);
    const mine = before === undefined ? work() : before.then(work);
    // Whoever comes next waits for the end of this one, and not for its success.
    const ended = mine.then(
      () => {},
      () => {},
    );
    last.set(key, ended);
    try {
      return await mine;
    } finally {
      if (last.get(key) === ended) last.delete(key);
    }
  };
}
