import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordSearch } from '../../src/log-survey/word-search.ts';

test('finds what indexOf finds', () => {
  const letters = fc.constantFrom('a', 'b', 'c', 'ab', 'é', '漢', '\n');
  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 3, maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.array(letters).map((parts) => parts.join('')),
      fc.nat(10),
      (words, text, from) => {
        const found = words.map((each) => text.indexOf(each, from)).filter((index) => index >= 0);
        expect(new WordSearch(words).next(text, from)).toBe(found.length === 0 ? -1 : Math.min(...found));
      },
    ),
  );
});

test('refuses words that are too short', () => {
  expect(() => new WordSearch(['ab'])).toThrow(RangeError);
});
