import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalList } from '../../../src/diagnosis/text/literal-filter.ts';
import { LiteralPlaces } from '../../../src/diagnosis/text/literal-places.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';

const LITERALS = literalList(['client id', 'app client id', 'uri']);

function places(text: string): number[] {
  const found: number[] = [];
  const all = new LiteralPlaces(original(text), LITERALS);
  for (let at = all.next(0); at !== -1; at = all.next(at + 1)) found.push(at);
  return found;
}

describe('LiteralPlaces', () => {
  it('gives every place once, in order', () => {
    expect(places('URI: x, App client ID: y, uri')).toEqual([0, 8, 12, 26]);
  });

  it('passes over what lies before the place that it is asked for', () => {
    expect(new LiteralPlaces(original('uri uri uri'), LITERALS).next(1)).toBe(4);
  });

  it('agrees with a regular expression', () => {
    const piece = fc.constantFrom('client id', 'app ', 'uri', ' ', 'é', 'u');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(/(?=app client id|client id|uri)/g)].map(({ index }) => index);
        expect(places(text)).toEqual(expected);
      }),
    );
  });
});
