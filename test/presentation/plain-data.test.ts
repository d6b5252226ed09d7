import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openableUrl, plainData, plainLine } from '../../src/presentation/plain-data.ts';
import { anyText } from '../any-text.ts';

test('mentions are no mentions any more, and stay readable', () => {
  expect(plainData('<at>Sam</at> <AT id="0">x</AT>', 100)).toBe('‹at>Sam‹/at> ‹AT id="0">x‹/AT>');
  expect(plainData('<attribute> a < b', 100)).toBe('<attribute> a < b');
});

test('marks that hide or turn text are dropped; tabs and breaks stay', () => {
  expect(plainData('a\u202eb\u200bc\u0000\u001b[31m\td\r\ne', 100)).toBe('abc[31m\td\ne');
  expect(plainLine(' a\n\n b\tc ', 100)).toBe('a b c');
});

test('never longer than asked, never half a character', () => {
  fc.assert(
    fc.property(anyText(), fc.integer({ min: 1, max: 50 }), (text, limit) => {
      const shown = plainData(text, limit);
      expect(shown.length).toBeLessThanOrEqual(limit);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});

test('only web addresses are opened', () => {
  expect(openableUrl('https://login.microsoftonline.com/a/adminconsent?client_id=1')).not.toBeNull();
  for (const url of ['javascript:alert(1)', 'https://a b', 'file:///etc', 'https://a"b', ''])
    expect(openableUrl(url)).toBeNull();
});
