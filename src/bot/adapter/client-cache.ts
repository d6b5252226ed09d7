/** Returns the value made for `key`, making it once. A rejected creation is forgotten, so that the next turn tries again. */
export type ClientCache<T> = (key: string, create: () => Promise<T>) => Promise<T>;

/**
 * Keeps what is expensive to make and safe to share: connector and token clients hold no state of a turn.
 *
 * @param limit how many are kept. Service addresses come from outside, so the oldest goes when there are more.
 */
export function createClientCache<T>(limit: number): ClientCache<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, create) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = create();
    kept.set(key, made);
    made.catch(() => {
      if (kept.get(key) === made) kept.delete(key);
    });
    if (kept.size > limit) {
      const oldest = kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
    }
    return made;
  };
}
