import type { SeenActivities } from '../store.ts';
import { type Database, writing } from './database.ts';

const CLAIM = writing(
  'seen.claim',
  'INSERT INTO why401_seen_activity (key, at) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING',
);
const RELEASE = writing('seen.release', 'DELETE FROM why401_seen_activity WHERE key = $1');

/** The primary key decides which delivery came first, over all instances. */
export function seenActivityTable({ run }: Database): SeenActivities {
  return {
    async claim(key, at) {
      return (await run(CLAIM, key, at)).count === 1;
    },
    async release(key) {
      await run(RELEASE, key);
    },
  };
}
