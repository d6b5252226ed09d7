import { expect, test } from 'vitest';
import { countOf, listed } from '../../src/presentation/several.ts';

test.each([
  [0, '0 cases'],
  [1, '1 case'],
  [2, '2 cases'],
])('%i', (count, words) => {
  expect(countOf(count, 'case')).toBe(words);
});

test.each([
  [[], ''],
  [['Monday'], 'Monday'],
  [['Monday', 'Friday'], 'Monday and Friday'],
  [['Monday', 'Wednesday', 'Friday'], 'Monday, Wednesday and Friday'],
])('%j', (words, text) => {
  expect(listed(words)).toBe(text);
});
