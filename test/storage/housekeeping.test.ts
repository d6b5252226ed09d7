import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prune, startHousekeeping } from '../../src/storage/housekeeping.ts';
import { openSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts';
import type { PruneLimits } from '../../src/storage/store.ts';

const NOW = Date.UTC(2026, 2, 14, 9, 30);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
afterEach(() => void vi.useRealTimers());

test('removes expired evidence and the marks of old activities', async () => {
  const store = openSqliteStore(':memory:');
  const owner = { conversation: 'c', person: 'p' };
  await store.seen.claim('old', NOW - HOUR - 1);
  await store.seen.claim('recent', NOW - HOUR);
  await store.memory.keep(owner, { activityId: 'gone', at: 0, expires: NOW, remembered: '1' });
  await store.memory.keep(owner, { activityId: 'alive', at: 0, expires: NOW + 1, remembered: '1' });
  await prune(store, NOW, 30);
  expect([await store.seen.claim('old', NOW), await store.seen.claim('recent', NOW)]).toEqual([true, false]);
  expect((await store.memory.recall(owner, 0)).map(({ activityId }) => activityId)).toEqual(['alive']);
  await store.close();
});

test('keeps records for the days of the setting', async () => {
  const prune = vi.fn(async (_limits: PruneLimits) => {});
  startHousekeeping(
    { prune },
    () => NOW,
    () => {},
    7,
  )();
  const limits = { now: NOW, seenBefore: NOW - HOUR };
  expect(prune.mock.calls).toEqual([[{ ...limits, keptBefore: NOW - 7 * DAY }]]);
});

test('runs at once and every ten minutes, survives a failed round, and stops', async () => {
  const failure = new Error('disk full');
  const rounds = vi.fn(async () => {});
  rounds.mockRejectedValueOnce(failure);
  const onError = vi.fn();
  const stop = startHousekeeping({ prune: rounds }, () => NOW, onError, 30);
  await vi.advanceTimersByTimeAsync(20 * 60_000);
  expect(rounds).toHaveBeenCalledTimes(3);
  expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
  stop();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(rounds).toHaveBeenCalledTimes(3);
});
