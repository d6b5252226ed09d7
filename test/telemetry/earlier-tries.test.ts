import { expect, test } from 'vitest';
import { createEarlierTries } from '../../src/telemetry/earlier-tries.ts';

test('counts the tries of one id, and none where there is no id', () => {
  const earlierTries = createEarlierTries();
  expect(['a', 'b', 'a', 'a', undefined, undefined].map(earlierTries)).toEqual([0, 0, 1, 2, 0, 0]);
});

test('forgets the oldest, so that it does not grow', () => {
  const earlierTries = createEarlierTries();
  earlierTries('first');
  earlierTries('kept');
  for (let n = 0; n < 999; n += 1) {
    earlierTries(`other-${n}`);
    if (n === 500) earlierTries('kept');
  }
  expect(earlierTries('kept')).toBe(2);
  expect(earlierTries('first')).toBe(0);
});
