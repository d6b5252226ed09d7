import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonBytes } from '../../../../src/presentation/cards/json/json-bytes.ts';
import { anyText, CODE_POINT } from '../../../any-text.ts';

test('is the length of what JSON.stringify writes', () => {
  const text = anyText();
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: CODE_POINT }), fc.dictionary(text, text), (value, names) => {
      for (const each of [value, names, [value, { names }]]) {
        expect(jsonBytes(each)).toBe(Buffer.byteLength(JSON.stringify(each)));
      }
    }),
  );
});

test('properties that are undefined are left out', () => {
  expect(jsonBytes({ a: undefined, b: 1 })).toBe('{"b":1}'.length);
});
