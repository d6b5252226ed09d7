import { expect, it } from 'vitest';
import { RecentKeys } from '../../../src/bot/turn/recent-keys.ts';

it('the newest keys are known, and no more than were asked for', () => {
  const keys = new RecentKeys(2);
  for (const key of ['a', 'b', 'c']) keys.add(key);
  expect(['a', 'b', 'c'].map((key) => keys.has(key))).toEqual([false, true, true]);
  keys.delete('b');
  expect(keys.has('b')).toBe(false);
});
