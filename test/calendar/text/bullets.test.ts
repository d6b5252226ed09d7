import { describe, expect, it } from 'vitest';
import { withoutBullets } from '../../../src/calendar/text/bullets.ts';
import { tokenize } from '../../../src/calendar/text/tokenize.ts';
import { ask } from '../reading.ts';

const words = (text: string) =>
  withoutBullets(tokenize(text)).map(({ word, newLine }) => (newLine ? `|${word}` : word));

describe('the marks of a list', () => {
  it.each([
    ['add:\n- gym\n- vet', ['add', ':', '|gym', '|vet']],
    ['• gym\n• vet', ['gym', '|vet']],
    ['1) gym\n2) vet', ['gym', '|vet']],
    ['1. gym\n2. vet', ['gym', '|vet']],
  ])('%j are left out', (text, left) => expect(words(text)).toEqual(left));

  it.each([['gym\n10.30 vet'], ['gym\n-5 degrees'], ['gym - vet'], ['gym\n9 vet'], ['10.12. gym\n11.12. vet']])(
    '%j has none',
    (text) => expect(withoutBullets(tokenize(text))).toHaveLength(tokenize(text).length),
  );

  it('part events', () => {
    expect(ask('pls schedule:\n- Mon 20 April 10:00 1:1 Jo\n- Tue 21 April 12:00 lunch w/ Bo')).toMatchObject({
      event: { title: { value: '1:1 Jo' }, start: { value: '2026-04-20T10:00:00' } },
      more: { words: 'Tue 21 April 12:00 lunch w/ Bo' },
    });
  });
});
