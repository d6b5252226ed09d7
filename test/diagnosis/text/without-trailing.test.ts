import { describe, expect, test } from 'vitest';
import { withoutTrailing } from '../../../src/diagnosis/text/without-trailing.ts';

describe('withoutTrailing', () => {
  test.each([
    ['https://contoso.com/callback.', '.,;', 'https://contoso.com/callback'],
    ['a.,;.', '.,;', 'a'],
    ['a.b', '.,;', 'a.b'],
    ['...', '.,;', ''],
    ['', '.,;', ''],
    ['a.b/', '.,;', 'a.b/'],
  ])('%s without %s at its end is %s', (text, characters, left) => {
    expect(withoutTrailing(text, characters)).toBe(left);
  });
});
