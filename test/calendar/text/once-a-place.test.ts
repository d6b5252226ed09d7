import { expect, it } from 'vitest';
import { onceAPlace } from '../../../src/calendar/text/once-a-place.ts';
import { tokenize } from '../../../src/calendar/text/tokenize.ts';

it('each place of each text is read once, also where nothing is found', () => {
  const read: string[] = [];
  const reader = onceAPlace((tokens, at) => {
    const word = tokens[at]?.word ?? '';
    read.push(word);
    return word === 'b' ? null : word;
  });
  const [first, second] = [tokenize('a b'), tokenize('c')];
  expect([reader(first, 0), reader(first, 1), reader(first, 1), reader(first, 0), reader(second, 0)]).toEqual([
    'a',
    null,
    null,
    'a',
    'c',
  ]);
  expect(read).toEqual(['a', 'b', 'c']);
});
