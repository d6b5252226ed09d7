import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedLiteral } from '../../../../src/diagnosis/evidence/http/pasted-literal.ts';

describe('readPastedLiteral', () => {
  it.each<[string, unknown]>([
    ['{"a": [1, -2.5e3, true, null]}', { a: [1, -2500, true, null] }],
    ["{'a': None, 'b': True,}", { a: null, b: true }],
    ['{ a: start.toISOString(), b: new Date(1, 2), // why\n c: "x" }', { a: null, b: null, c: 'x' }],
    ['{"a": "say "hi" there"}', { a: 'say "hi" there' }],
    ['[]', []],
  ])('reads %s', (text, value) => {
    expect(readPastedLiteral(text, 0)?.value).toEqual(value);
  });

  it.each(['', 'x', '{', '{"a":', '{"a" 1}', '[1', '{"a": "cut'])('refuses %s', (text) => {
    expect(readPastedLiteral(text, 0)).toBeUndefined();
  });

  it('reads what JSON writes, where strings hold no quotes', () => {
    const text = fc.stringMatching(/^[a-zA-Z0-9 .:é-]{0,10}$/);
    const value = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text)), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(value, (object) => {
        expect(readPastedLiteral(JSON.stringify(object), 0)?.value).toEqual(object);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => void readPastedLiteral(`{${text}`, 0)),
      { numRuns: 500 },
    );
  });
});
