import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordScanner } from '../../../src/diagnosis/evidence/word-scanner.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';

const scan = wordScanner(
  new Map([
    ['alpha', 1],
    ['beta_2', 2],
    ['x', 3],
  ]),
);
const words = (text: string): [number, number, number][] => {
  const seen: [number, number, number][] = [];
  scan(original(text), (value, start, end) => {
    seen.push([value, start, end]);
    return true;
  });
  return seen;
};

describe('wordScanner', () => {
  it('finds whole words with their places', () => {
    expect(words('alpha beta_2,x')).toEqual([
      [1, 0, 5],
      [2, 6, 12],
      [3, 13, 14],
    ]);
  });

  it('finds none inside of longer words', () => {
    expect(words('alphabet beta_22 _x xx')).toEqual([]);
  });

  it('ends when told to', () => {
    let count = 0;
    scan(original('x x x'), () => {
      count += 1;
      return count < 2;
    });
    expect(count).toBe(2);
  });

  it('scans a text once for the words of all scanners', () => {
    const later = wordScanner(new Map([['gamma', 4]]));
    const text = original('alpha gamma beta_2 gamma');
    const found: unknown[] = [];
    const visit = (value: unknown, start: number, end: number): undefined => {
      found.push([value, start, end]);
    };
    scan(text, visit);
    later(text, visit);
    scan(text, () => false);
    later(text, () => false);
    scan(text, visit);
    expect(found).toEqual([
      [1, 0, 5],
      [2, 12, 18],
      [4, 6, 11],
      [4, 19, 24],
      [1, 0, 5],
      [2, 12, 18],
    ]);
  });

  it('agrees with a regular expression', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('alpha', 'beta_2', 'x', ' ', '_', '.', 'é', 'a', '2'), { maxLength: 40 }),
        (pieces) => {
          const text = pieces.join('');
          const expected = [...text.matchAll(/[a-z0-9_]+/g)].filter((match) =>
            ['alpha', 'beta_2', 'x'].includes(match[0]),
          );
          expect(words(text).map(([, start]) => start)).toEqual(expected.map((match) => match.index));
        },
      ),
    );
  });
});
