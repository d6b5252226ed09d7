import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import type { Feedback, Store } from '../../src/storage/store.ts';

export interface InMemoryStore extends Store {
  /** What was given as feedback, every press. */
  readonly given: Feedback[];
}

/** The real store in memory, for tests of what stands above it. */
export function createInMemoryStore(): InMemoryStore {
  const store = openSqliteStore(':memory:');
  const given: Feedback[] = [];
  return {
    ...store,
    given,
    feedback: {
      ...store.feedback,
      async record(feedback) {
        given.push(feedback);
        await store.feedback.record(feedback);
      },
    },
  };
}
