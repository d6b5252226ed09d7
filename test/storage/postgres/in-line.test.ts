import { expect, test } from 'vitest';
import { inLine } from '../../../src/storage/postgres/in-line.ts';

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const begin = async (): Promise<string> => {
    log.push(`${name} begins`);
    return promise;
  };
  return { begin, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what has one key runs one after the other, in order', async () => {
  const log: string[] = [];
  const line = inLine();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => work(log, name));
  const all = [a, b, c].map((one) => line('desk', one!.begin));
  await settle();
  expect(log).toEqual(['a begins']);
  a!.end();
  await settle();
  expect(log).toEqual(['a begins', 'b begins']);
  b!.end();
  c!.end();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
});

test('one that fails, fails alone', async () => {
  const line = inLine();
  const [a, b] = ['a', 'b'].map((name) => work([], name));
  const first = line('desk', a!.begin);
  const second = line('desk', b!.begin);
  a!.fail();
  b!.end();
  await expect(first).rejects.toThrow('a');
  expect(await second).toBe('b');
  expect(await line('desk', async () => 'later')).toBe('later');
});

test('other keys do not wait', async () => {
  const line = inLine();
  const held = work([], 'held');
  const first = line('desk', held.begin);
  expect(await line('other', async () => 'done')).toBe('done');
  held.end();
  await first;
});
