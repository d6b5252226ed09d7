import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf, type LooseObject, readLooseObject } from '../../../../src/diagnosis/evidence/loose/loose-object.ts';

/** What a reading holds, as plain data. */
function plain(object: LooseObject): Record<string, unknown> {
  return Object.fromEntries(
    object.fields.map((field) => [field.key, field.object === null ? field.text : plain(field.object)]),
  );
}
const read = (text: string) => plain(readLooseObject(text, 0));

describe('readLooseObject', () => {
  it.each([
    ['JSON', '{"a":"x","b":{"c":1},"d":null}', { a: 'x', b: { c: '1' }, d: null }],
    ['a Python dictionary', `{'a': 'x', 'b': {'c': 1}, 'd': None}`, { a: 'x', b: { c: '1' }, d: null }],
    ['a JavaScript object', '{\n a: "x",\n b: { c: 1 },\n d: undefined\n}', { a: 'x', b: { c: '1' }, d: null }],
    ['a Ruby hash', '{"a"=>"x", "b"=>{"c"=>1}, "d"=>nil}', { a: 'x', b: { c: '1' }, d: null }],
    ['a PowerShell object', '{a=x; b=two words; c=3}', { a: 'x', b: 'two words', c: '3' }],
    ['a Java map', '{a=x, b=some words, with a comma, c=3}', { a: 'x', b: 'some words, with a comma', c: '3' }],
    ['a class of Python', "(a='x', b=Inner(c=1), d=None)", { a: 'x', b: { c: '1' }, d: null }],
    ['JSON put into JSON', '{"a":"{"b":"x"}","c":"y"}', { a: { b: 'x' }, c: 'y' }],
  ])('reads %s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads on over bare quotes in a string', () => {
    expect(read(`{"a":"the "x" of it, "y" and z","c":"w"}`)).toEqual({ a: 'the "x" of it, "y" and z', c: 'w' });
  });

  it('reads a fragment that has no bracket', () => {
    expect(read('"a": "x",\n"b": "y"\n')).toEqual({ a: 'x', b: 'y' });
  });

  it('ends where the bracket closes', () => {
    const text = '{"a":"x"} tail {"b":"y"}';
    expect(readLooseObject(text, 0).end).toBe(9);
  });

  it('takes braces in strings for text', () => {
    expect(read(`{"a":"'{EmailHidden}' from {0}","b":"y"}`)).toEqual({ a: "'{EmailHidden}' from {0}", b: 'y' });
  });

  it('agrees with JSON.parse on flat objects', () => {
    const value = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .,:'()[\]-]{0,40}$/);
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 6 }), (data) => {
        const object = readLooseObject(JSON.stringify(data), 0);
        for (const [key, text] of Object.entries(data)) expect(fieldOf(object, key)?.text).toBe(text);
      }),
    );
  });

  it('never throws and never leaves its text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '"',
      "'",
      '`',
      'a',
      ':',
      '=',
      ',',
      '\n',
      ' ',
      'key',
      '=>',
      '{"',
      '":"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        const object = readLooseObject(text, 0);
        expect(object.end).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 500 },
    );
  });
});
