import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';
import { indexPhrases, PhraseError, type PhraseIndex } from '../../../src/diagnosis/text/phrase-index.ts';

const found = (phrases: readonly string[], text: string): Record<string, string> =>
  foundBy(indexPhrases(phrases), text);

function foundBy(index: PhraseIndex, text: string): Record<string, string> {
  return Object.fromEntries(
    [...index.find(original(text))].map(([phrase, [start, end]]) => [phrase, text.slice(start, end)]),
  );
}

describe('indexPhrases', () => {
  it('finds phrases wherever they stand, in any case', () => {
    expect(found(['invalid audience', 'token is expired'], 'xInvalid Audience.')).toEqual({
      'invalid audience': 'Invalid Audience',
    });
  });

  it('takes a run of white space for one space', () => {
    const text = '  Access\n   token \t is\r\nempty';
    expect(found(['access token is empty'], text)).toEqual({ 'access token is empty': text.trimStart() });
  });

  it('finds phrases inside of others, and the first place of each', () => {
    const text = 'the token is expired; the token is expired';
    const places = indexPhrases(['the token is expired', 'token is expired', 'the token', 'expired; the']).find(
      original(text),
    );
    expect(places.get('token is expired')).toEqual([4, 20]);
    expect(places.get('the token is expired')).toEqual([0, 20]);
    expect(places.get('expired; the')).toEqual([13, 25]);
    expect(places.size).toBe(4);
  });

  it('finds short phrases too', () => {
    expect(found(['[ra op]'], 'a [ra\n op] b')).toEqual({ '[ra op]': '[ra\n op]' });
  });

  it('tells phrases in the order of the text, the shorter of two from one place first', () => {
    const phrases = ['expired; the', 'token is expired', 'the token is expired', 'the token'];
    const places = indexPhrases(phrases).find(original('the token is expired; the token is expired'));
    expect([...places.keys()]).toEqual(['the token', 'the token is expired', 'token is expired', 'expired; the']);
  });

  it('finds one of many', () => {
    const phrases = Array.from({ length: 300 }, (_, which) => `the number ${which} of ${which * 7} is missing`);
    const index = indexPhrases(phrases);
    for (const [which, phrase] of phrases.entries()) {
      const text = `The  number \n${which} of${phrase.slice(phrase.indexOf(' of') + 3)}`;
      expect(foundBy(index, `the number ${text}`), phrase).toEqual({ [phrase]: text });
    }
  });

  it('refuses phrases that could never match', () => {
    for (const phrase of ['abc', 'Upper case', 'two  spaces', ' edge space', 'not ascii é', 'a line\nend']) {
      expect(() => indexPhrases([phrase]), phrase).toThrow(PhraseError);
    }
  });

  it('agrees with a search for each phrase', () => {
    const phrases = ['aaaaaaaa', 'aaaaaaaab', 'ab ab ab ab', 'ba ab abab', 'abab', 'b b b b b b'];
    // With so many others, none of them is asked for by itself first.
    const index = indexPhrases([...phrases, ...Array.from({ length: 80 }, (_, which) => `another phrase ${which}`)]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ' ', 'ab', 'aaaa', '  ', '\n', 'é'), { maxLength: 60 }),
        (pieces) => {
          const text = pieces.join('');
          const flat = text.replace(/[ \n]+/g, ' ');
          const expected = phrases.filter((phrase) => flat.includes(phrase)).sort();
          const places = index.find(original(text));
          expect([...places.keys()].sort()).toEqual(expected);
          for (const [phrase, [start, end]] of places) {
            expect(text.slice(start, end).replace(/[ \n]+/g, ' ')).toBe(phrase);
          }
        },
      ),
    );
  });
});
