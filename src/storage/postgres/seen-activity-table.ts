import type { SeenActivities } from '../store.ts';
import { type Database, reading, writing } from './database.ts';

const CLAIM = writing(
  'seen.claim',
  'INSERT INTO why401_seen_activity (key, at) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING',
);
const FIND = reading('seen.find', 'SELECT 1 FROM why401_seen_activity WHERE key = $1');
const HOLD = writing('seen.hold', 'UPDATE why401_seen_activity SET at = $1 WHERE key = $2 AND at < $3');
const RELEASE = writing('seen.release', 'DELETE FROM why401_seen_activity WHERE key = $1');

/** The primary key decides which delivery came first, over all instances. */
export function seenActivityTable({ run }: Database): SeenActivities {
  return {
    async claim(key, at) {
      return (await run(CLAIM, key, at)).count === 1;
    },
    async isClaimed(key) {
      return (await run(FIND, key)).count > 0;
    },
    async takeOver(key, at, before) {
      return (await run(HOLD, at, key, before)).count === 1;
    },
    async release(key) {
      await run(RELEASE, key);
    },
  };
}
