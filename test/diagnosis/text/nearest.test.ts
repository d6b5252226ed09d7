import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../../src/diagnosis/text/nearest.ts';

test('edit distance is Levenshtein’s', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('same', 'same')).toBe(0);
});

test('names close to what was typed, closest first; nothing far', () => {
  const names = ['wrong-audience', 'wrong-cloud', 'missing-scope'];
  expect(nearest('wrong-audiense', names, 2)[0]).toBe('wrong-audience');
  expect(nearest('audience', names, 2)).toEqual(['wrong-audience']);
  expect(nearest('zzzzzzzzzzzz', names, 2)).toEqual([]);
});
