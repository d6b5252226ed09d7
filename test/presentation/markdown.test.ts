import { expect, test } from 'vitest';
import { fenced, inlineCode, markdownText } from '../../src/presentation/markdown.ts';

test('text reads as it was written', () => {
  expect(markdownText('a_b *c* [d](e) <f> `g` | h')).toBe('a\\_b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` \\| h');
  expect(markdownText('1. first\nsecond')).toBe('1\\. first second'.replace('1\\.', '\\1.'));
});

test('fences are longer than what they hold', () => {
  expect(inlineCode('a`b')).toBe('``a`b``');
  expect(inlineCode('`')).toBe('`` ` ``');
  expect(fenced('```\nx\n```', 'sh')).toBe('````sh\n```\nx\n```\n````');
});
