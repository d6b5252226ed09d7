import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';
import { Rewriter, rewrite } from '../../../src/diagnosis/text/rewriter.ts';

describe('Rewriter', () => {
  it('is the source itself where nothing is replaced', () => {
    const source = original('abc');
    expect(new Rewriter(source).finish()).toBe(source);
  });

  it('replaces, exchanges and removes', () => {
    const rewriter = new Rewriter(original('one+two&amp;three<br>four&#x1F600;'));
    rewriter.exchange(3, 0x20);
    rewriter.put(7, 12, 0x26);
    rewriter.remove(17, 21);
    rewriter.replace(25, 34, '😀');
    expect(rewriter.finish().text).toBe('one two&threefour😀');
  });

  it('maps places of the new text to the old', () => {
    const text = rewrite(original('a&lt;b&gt;c'), /&[lg]t;/g, ([found]) => (found === '&lt;' ? '<' : '>'));
    expect(text.text).toBe('a<b>c');
    expect(text.spanOf(0, 1)).toEqual({ start: 0, end: 1 });
    expect(text.spanOf(1, 4)).toEqual({ start: 1, end: 10 });
    expect(text.spanOf(2, 3)).toEqual({ start: 5, end: 6 });
    expect(text.offsetOf(5)).toBe(2);
    expect(text.offsetOf(10)).toBe(4);
  });

  it('maps through several texts', () => {
    const first = rewrite(original('<b>x</b> &amp;lt;'), /<\/?b>/g, () => '');
    const second = rewrite(first, /&amp;/g, () => '&');
    const third = rewrite(second, /&lt;/g, () => '<');
    expect(third.text).toBe('x <');
    expect(third.spanOf(0, 1)).toEqual({ start: 3, end: 4 });
    expect(third.spanOf(2, 3)).toEqual({ start: 9, end: 17 });
  });

  it('maps a text of which nothing is left to its beginning', () => {
    const text = rewrite(original('<br>'), /<br>/g, () => '');
    expect(text.text).toBe('');
    expect(text.spanOf(0, 0)).toEqual({ start: 0, end: 0 });
    expect(text.offsetOf(2)).toBe(0);
  });

  it('writes what replaceAll writes, and maps what was kept to itself', () => {
    const pieces = fc.array(fc.constantFrom('ab', 'é', '💥', 'x', 'xx', 'yyy', ' ', 'ab'.repeat(40)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const paste = parts.join('');
        const by = (found: string): string => (found === 'x' ? '→→' : found === 'yyy' ? 'y' : '');
        const text = rewrite(original(paste), /x|yyy|é/g, ([found]) => by(found));
        expect(text.text).toBe(paste.replaceAll(/x|yyy|é/g, by));
        for (let at = 0; at < text.text.length; at += 1) {
          const { start, end } = text.spanOf(at, at + 1);
          if (/[ab ]/.test(text.text[at]!)) {
            expect(paste.slice(start, end)).toBe(text.text[at]);
            expect(text.offsetOf(start)).toBe(at);
          }
        }
      }),
    );
  });
});
