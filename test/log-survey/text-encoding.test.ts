import { expect, test } from 'vitest';
import { NotTextError, textEncoding } from '../../src/log-survey/text-encoding.ts';

test.each([
  ['utf-8', Buffer.from('AADSTS50011 é漢')],
  ['utf-8', Buffer.alloc(0)],
  ['utf-16le', Buffer.from('\ufeffAADSTS', 'utf16le')],
  ['utf-16le', Buffer.from('AADSTS50011 without a mark', 'utf16le')],
  ['utf-16be', Buffer.from('AADSTS50011 without a mark', 'utf16le').swap16()],
])('%s', (encoding, bytes) => {
  expect(textEncoding(bytes)).toBe(encoding);
});

test('binary data is refused', () => {
  expect(() => textEncoding(Uint8Array.from({ length: 512 }, (_, index) => index % 7))).toThrow(NotTextError);
  expect(() => textEncoding(Uint8Array.from([0x50, 0x4b, 3, 4]))).toThrow('zip');
});
