import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiJson, fitsInUtf8, oneByteEach, quoted } from '../../../../src/presentation/cards/json/ascii-json.ts';
import { form, listed, textForm, written } from '../../../../src/presentation/cards/json/written-form.ts';
import { anyText } from '../../../any-text.ts';

const anyString = fc.oneof(
  anyText(),
  fc
    .array(fc.constantFrom('plain', '’', '\u007f', '\\', '\\u00e9', '"', '\n', '😀', '\ud83d', '\udca9', '漢'))
    .map((it) => it.join('')),
);

describe('JSON in ASCII', () => {
  test('is a text as JSON writes it, escaped', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(quoted(text)).toMatch(/^[\x20-\x7e]*$/);
        expect(quoted(text)).toBe(asciiJson(JSON.stringify(text)));
        expect(JSON.parse(quoted(text))).toBe(text);
      }),
    );
  });

  test('takes one byte a character between threads, whatever it was made from', () => {
    const long = 'plain words, and one character beyond Latin-1: … '.repeat(20);
    for (const ascii of [asciiJson(JSON.stringify(long)), oneByteEach(long.slice(0, 40))]) {
      expect(serialize(ascii).byteLength).toBeLessThan(ascii.length + 16);
    }
    // What is held against: a piece of such a text has two.
    expect(serialize(long.slice(0, 40)).byteLength).toBeGreaterThan(80);
  });

  test('is measured as what it is in UTF-8', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const bytes = Buffer.byteLength(JSON.stringify(text));
        expect(fitsInUtf8(quoted(text), bytes)).toBe(true);
        expect(fitsInUtf8(quoted(text), bytes - 1)).toBe(false);
      }),
    );
  });
});

describe('a form', () => {
  const draw = (text: string, items: unknown[]) => ({ type: 'x’s', text, items, again: { text } });

  test('writes what drawing and serialising would give', () => {
    const write = form(draw);
    fc.assert(
      fc.property(anyString, fc.array(anyString), (text, items) => {
        expect(write(quoted(text), listed(items.map(quoted)))).toBe(asciiJson(JSON.stringify(draw(text, items))));
      }),
    );
  });

  test('writes several elements without brackets', () => {
    expect(textForm((text: string) => [{ text }, { type: text }])('a"')).toBe('{"text":"a\\""},{"type":"a\\""}');
    expect(written([{ a: 1 }, { b: 2 }])).toBe('{"a":1},{"b":2}');
  });
});
