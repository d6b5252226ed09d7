import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKey } from '../../../../src/diagnosis/evidence/loose/loose-key.ts';

describe('readKey', () => {
  it.each([
    ['"a" : 1', { name: 'a', assigned: false, end: 6 }],
    ["'odata.error': {", { name: 'odata.error', assigned: false, end: 15 }],
    ['Code=x', { name: 'Code', assigned: true, end: 5 }],
    ['a => 1', { name: 'a', assigned: false, end: 5 }],
    ['a → 1', { name: 'a', assigned: false, end: 4 }],
  ])('reads %s', (text, key) => {
    expect(readKey(text, 0)).toEqual(key);
  });

  it.each(['https://a', 'a == b', '"a\': 1', '"1": 2', 'a b: 1', `${'a'.repeat(62)}: 1`])(
    'reads no key of %s',
    (text) => {
      expect(readKey(text, 0)).toBeNull();
    },
  );

  it('agrees with a regular expression', () => {
    const key = /^(["'`]?)([A-Za-z_@$][\w.@$-]{0,60})\1[ \t]{0,8}(:(?!\/\/)|=>|=(?!=)|→)\s{0,40}/;
    const piece = fc.constantFrom(...'aB_@$.-1"\'` \t\n:=>→/é\u00a0', '//', 'a'.repeat(59), ' '.repeat(7));
    fc.assert(
      fc.property(fc.constantFrom(...'aB_@$"\'`'), fc.array(piece, { maxLength: 10 }), (first, rest) => {
        const text = first + rest.join('');
        const match = key.exec(text);
        const expected = match && { name: match[2], assigned: match[3] === '=', end: match[0].length };
        expect(readKey(text, 0)).toEqual(expected);
      }),
    );
  });
});
