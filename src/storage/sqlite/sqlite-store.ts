import type { Store } from '../store.ts';
import { botStateTable } from './bot-state-table.ts';
import { evidenceMemoryTable } from './evidence-memory-table.ts';
import { feedbackTable } from './feedback-table.ts';
import { groupCommit } from './group-commit.ts';
import { openDatabase } from './open-database.ts';
import { seenActivityTable } from './seen-activity-table.ts';

/**
 * The store that is built in: one SQLite file, shared by the instances of one machine.
 *
 * @param file a path, or `:memory:` for a store that ends with the process
 * @throws StoreUnavailableError where the file cannot be used
 */
export function openSqliteStore(file: string): Store {
  const database = openDatabase(file);
  const commits = groupCommit(database);
  const ping = database.prepare('SELECT 1 FROM bot_state LIMIT 1');
  return {
    state: botStateTable(database),
    seen: seenActivityTable(database, commits),
    feedback: feedbackTable(database),
    memory: evidenceMemoryTable(database, commits),
    async ping() {
      ping.get();
    },
    async close() {
      if (!database.isOpen) return;
      commits.flush();
      database.close();
    },
  };
}
