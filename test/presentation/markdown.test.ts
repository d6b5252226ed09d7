import { expect, test } from 'vitest';
import { fenced, inlineCode, markdownText } from '../../src/presentation/markdown.ts';
import { expectWithin } from '../processor-time.ts';

test('text reads as it was written', () => {
  expect(markdownText('a_b *c* [d](e) <f> `g` | h')).toBe('a\\_b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` \\| h');
  expect(markdownText('1. first\nsecond')).toBe('1\\. first second');
  expect(markdownText('12) first')).toBe('12\\) first');
  expect(markdownText('# a\n- b\n+ c 1. d')).toBe('\\# a \\- b \\+ c 1. d');
});

test('a long run of white space takes no longer than other text', () => {
  for (const space of [' ', '\t', '\n', ' \n']) {
    const run = space.repeat(100_000);
    expectWithin(100, () => void markdownText(`a${run}b`));
    expectWithin(100, () => void fenced(`a${run}b`, 'sh'));
  }
});

test('fences are longer than what they hold', () => {
  expect(inlineCode('a`b')).toBe('``a`b``');
  expect(inlineCode('`')).toBe('`` ` ``');
  expect(fenced('```\nx\n```', 'sh')).toBe('````sh\n```\nx\n```\n````');
});
