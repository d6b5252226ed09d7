import type { DatabaseSync } from 'node:sqlite';
import type { SeenActivities } from '../store.ts';
import type { GroupCommit } from './group-commit.ts';

/** One insert a turn: the primary key decides which delivery came first, over all instances on the file. */
export function seenActivityTable(database: DatabaseSync, commits: GroupCommit): SeenActivities {
  const insert = database.prepare('INSERT OR IGNORE INTO seen_activity (key, at) VALUES (?, ?)');
  const find = database.prepare('SELECT 1 FROM seen_activity WHERE key = ?');
  const hold = database.prepare('UPDATE seen_activity SET at = ? WHERE key = ? AND at < ?');
  const remove = database.prepare('DELETE FROM seen_activity WHERE key = ?');
  return {
    claim(key, at) {
      return commits.write(() => Number(insert.run(key, at).changes) === 1);
    },
    async isClaimed(key) {
      return find.get(key) !== undefined;
    },
    takeOver(key, at, before) {
      return commits.write(() => Number(hold.run(at, key, before).changes) === 1);
    },
    async release(key) {
      remove.run(key);
    },
  };
}
