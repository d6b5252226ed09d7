import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiteralError, literal, literalList, literals, placeIn } from '../../../src/diagnosis/text/literal-filter.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';
import { anyText } from '../../any-text.ts';

describe('the filter of literals', () => {
  it('never denies what stands in the text', () => {
    fc.assert(
      fc.property(anyText(), anyText({ minLength: 3, maxLength: 40 }), anyText(), (before, within, after) => {
        const lower = original(before + within + after).lower;
        const start = before.length;
        const piece = lower.slice(start, start + within.length);
        fc.pre(piece.length >= 3 && piece === piece.toLowerCase());
        expect(original(lower).mayHold(literal(piece))).toBe(true);
      }),
    );
  });

  it('asks for the lower case of the text', () => {
    expect(original('WWW-Authenticate: Bearer').mayHold(literal('www-authenticate'))).toBe(true);
  });

  it('denies what usual text has not got', () => {
    const text = original(
      'GET https://graph.microsoft.com/v1.0/me/events HTTP/1.1\nHost: graph.microsoft.com\n'.repeat(20),
    );
    const absent = literals('aadsts', 'stserrorcodeskey', 'convertto-securestring', 'traceback (most');
    expect(absent.filter((each) => text.mayHold(each))).toEqual([]);
  });

  it('is exact in a short text', () => {
    const short = fc.stringMatching(/^[abc ]{3,300}$/);
    const asked = fc.stringMatching(/^[abc ]{3,6}$/);
    fc.assert(
      fc.property(short, asked, (text, piece) => {
        expect(original(text).mayHold(literal(piece))).toBe(text.includes(piece));
      }),
    );
  });

  it('has nothing to say of an empty text', () => {
    expect(original('').mayHold(literal('abc'))).toBe(false);
    expect(original('ab').mayHold(literal('abc'))).toBe(false);
  });

  it('refuses a literal that could never be found', () => {
    expect(() => literal('ab')).toThrow(LiteralError);
    expect(() => literal('AADSTS')).toThrow(LiteralError);
  });
});

describe('a list of literals', () => {
  it('gives the places of those that may stand in the text, in order', () => {
    const list = literalList(['password', 'kennwort', 'mot de passe', 'contraseña']);
    const { text } = { text: original(`${'Das Kennwort ist abgelaufen. '.repeat(40)} Su contraseña`) };
    const places: number[] = [];
    for (let at = text.nextHeld(list, 0); at !== -1; at = text.nextHeld(list, at + 1)) places.push(at);
    expect(places).toEqual(expect.arrayContaining([1, 3]));
    expect(places).toEqual([...places].sort());
  });

  it('is empty for a text with none of them', () => {
    expect(original('hello').nextHeld(literalList(['password', 'kennwort']), 0)).toBe(-1);
  });
});

describe('the place of a literal', () => {
  it('is the one that a search for it finds', () => {
    const text = fc.stringMatching(/^[tokenz: ]{0,200}$/);
    const asked = fc.stringMatching(/^[tokenz: ]{3,6}$/);
    fc.assert(
      fc.property(text, asked, fc.nat(210), (text, piece, from) => {
        expect(placeIn(text, literal(piece), from)).toBe(text.indexOf(piece, from));
      }),
    );
  });

  it('is searched for from its rarest character on', () => {
    expect(literal('token')).toMatchObject({ probe: 'ken', before: 2 });
    // The last character alone would stand everywhere.
    expect(literal('url')).toMatchObject({ probe: 'url', before: 0 });
  });
});
