import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/calendar/text/tokenize.ts';
import { anyText } from '../../any-text.ts';

const kinds = (text: string) => tokenize(text).map(({ kind, word }) => `${kind}:${word}`);

describe('a message in tokens', () => {
  it('words, numbers and marks, and what touches what', () => {
    expect(kinds('1:1 w/ Zoë 3pm')).toEqual([
      'number:1',
      'mark::',
      'number:1',
      'word:w',
      'mark:/',
      'word:zoë',
      'number:3',
      'word:pm',
    ]);
    expect(tokenize('3pm 4 pm').map(({ joined }) => joined)).toEqual([false, true, false, false]);
  });

  it('addresses, mentions, quotes and links are one each', () => {
    expect(kinds('ask mailto:a.b@x.example, <at id="0">Jo Ek</at> "Q3 plan" https://x.example/a?b=1')).toEqual([
      'word:ask',
      'address:a.b@x.example',
      'mark:,',
      'mention:jo ek',
      'quote:q3 plan',
      'link:https://x.example/a?b=1',
    ]);
  });

  it('apostrophes of words open no quote', () => {
    expect(kinds("o'clock Tessa's 'big plan' rock 'n' roll")).toEqual([
      "word:o'clock",
      "word:tessa's",
      'quote:big plan',
      'word:rock',
      "mark:'",
      'word:n',
      "mark:'",
      'word:roll',
    ]);
  });

  it('typographic quotes, dashes and spaces count as plain ones, and stay as they were typed', () => {
    const [, dash, four] = tokenize('3–4\u00a0pm');
    expect([dash?.word, dash?.text, four?.word]).toEqual(['-', '–', '4']);
    expect(tokenize('“Büro”')[0]).toMatchObject({ kind: 'quote', text: 'Büro' });
  });

  it('knows the first of a line', () => {
    expect(tokenize('a b\nc').map(({ newLine }) => newLine)).toEqual([false, false, true]);
  });

  it('what is not closed is marks', () => {
    expect(kinds('<at>Jo "half').map((token) => token.split(':')[0])).toEqual([
      'mark',
      'word',
      'mark',
      'word',
      'mark',
      'word',
    ]);
  });

  it('every character stands in one token or is a space, in order', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 80 }), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(
            text
              .slice(end, token.start)
              .replace(/[\u200b\ufeff]/g, '')
              .trim(),
          ).toBe('');
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(
          text
            .slice(end)
            .replace(/[\u200b\ufeff]/g, '')
            .trim(),
        ).toBe('');
      }),
    );
  });
});
