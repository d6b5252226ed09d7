/**
 * One piece of work at a time for each person: whoever asks for the same thing meanwhile shares the answer, whoever asks
 * for another waits for its turn. So two messages of one person never use the same refresh token at once.
 */
export function singleFlight<T>(): (person: string, request: string, work: () => Promise<T>) => Promise<T> {
  const shared = new Map<string, Promise<T>>();
  const last = new Map<string, Promise<unknown>>();
  return (person, request, work) => {
    const key = JSON.stringify([person, request]);
    const running = shared.get(key);
    if (running !== undefined) return running;
    const before = last.get(person) ?? Promise.resolve();
    const started = before.then(work, work).finally(() => {
      shared.delete(key);
      if (last.get(person) === started) last.delete(person);
    });
    shared.set(key, started);
    last.set(person, started);
    return started;
  };
}
