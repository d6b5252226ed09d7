import { openSqliteStore } from '../../../src/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/storage/store.ts';

/** A store of its own, which ends with the process. */
export function openTestStore(): Store {
  return openSqliteStore(':memory:');
}
