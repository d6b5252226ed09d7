import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWordScanner } from '../../../src/diagnosis/evidence/known-words.ts';
import { type VisitWord, wordScanner } from '../../../src/diagnosis/evidence/word-scanner.ts';
import { type MappedText, original } from '../../../src/diagnosis/text/mapped-text.ts';

const WORDS = ['alpha', 'alpha_beta', 'beta_2', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'];
const words = new Map(WORDS.map((word) => [word, word]));

function seenBy(scan: (text: MappedText, visit: VisitWord<string>) => void, text: string, most = 1000): unknown[] {
  const seen: unknown[] = [];
  scan(original(text), (value, start, end) => seen.push([value, start, end]) < most);
  return seen;
}

describe('knownWordScanner', () => {
  const known = knownWordScanner(words);

  it('finds whole words with their places', () => {
    expect(seenBy(known, 'beta_2 alphabet Alpha_Beta,alpha')).toEqual([
      ['beta_2', 0, 6],
      ['alpha_beta', 16, 26],
      ['alpha', 27, 32],
    ]);
  });

  it('ends when told to', () => {
    expect(seenBy(known, 'alpha alpha alpha', 2)).toHaveLength(2);
  });

  it('finds what a pass over all characters finds, for few words and for many', () => {
    const all = wordScanner(words);
    const piece = fc.constantFrom(...WORDS, ' ', '_', '.', 'é', 'a', '2');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(seenBy(known, text)).toEqual(seenBy(all, text));
      }),
    );
  });
});
