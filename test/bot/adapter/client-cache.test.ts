import { expect, it, vi } from 'vitest';
import { createClientCache } from '../../../src/bot/adapter/client-cache.ts';

it('makes a client once for a key, also for turns that ask at the same time', async () => {
  const cache = createClientCache<object>(8);
  const create = vi.fn(async () => ({}));
  const [a, b] = await Promise.all([cache('x', create), cache('x', create)]);
  expect(a).toBe(b);
  expect(await cache('y', create)).not.toBe(a);
  expect(create).toHaveBeenCalledTimes(2);
});

it('forgets a creation that was rejected', async () => {
  const cache = createClientCache<string>(8);
  await expect(cache('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache('x', async () => 'made')).toBe('made');
});

it('keeps no more than its limit, the oldest goes first', async () => {
  const cache = createClientCache<object>(2);
  const create = async () => ({});
  const first = await cache('1', create);
  const second = await cache('2', create);
  await cache('3', create);
  expect(await cache('2', create)).toBe(second);
  expect(await cache('1', create)).not.toBe(first);
});
