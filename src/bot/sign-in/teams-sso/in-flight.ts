/** Runs a task once for all who ask for it while it runs; they share what comes of it, a failure included. */
export type InFlight<T> = (key: string, task: () => Promise<T>) => Promise<T>;

export function inFlight<T>(): InFlight<T> {
  const running = new Map<string, Promise<T>>();
  return (key, task) => {
    const found = running.get(key);
    if (found !== undefined) return found;
    const started = task().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}
