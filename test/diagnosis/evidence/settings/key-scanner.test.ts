import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyScanner } from '../../../../src/diagnosis/evidence/settings/key-scanner.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const KEYS = ['clientid', 'client', 'id', 'tz'];
const scan = keyScanner(new Map(KEYS.map((key) => [key, key])));

function keys(text: string, most = 1000): [string, number, number][] {
  const seen: [string, number, number][] = [];
  scan(original(text), (key, start, end) => seen.push([key, start, end]) < most);
  return seen;
}

describe('keyScanner', () => {
  it.each(['clientId', 'client_id', 'client-id', 'CLIENT_ID', 'c-l-i-e-n-t_id'])('reads %s as one key', (text) => {
    expect(keys(` ${text}:`)).toEqual([['clientid', 1, text.length + 1]]);
  });

  it('ends a word at two separators, as .NET parts sections', () => {
    expect(keys('client__id').map(([key]) => key)).toEqual(['client', 'id']);
  });

  it('finds the longest key that a word ends with, where it is no key itself', () => {
    const ends = ['clientid', 'id'];
    const seen: [string, number, number][] = [];
    const text = 'my_client_id x-id my-client-id-x client_id idid';
    keyScanner(new Map([['clientid', 'whole']]), new Map(ends.map((key) => [key, key])))(
      original(text),
      (key, start, end) => seen.push([key, start, end]) < 9,
    );
    expect(seen).toEqual([
      ['clientid', 0, 12],
      ['id', 13, 17],
      ['whole', 33, 42],
    ]);
  });

  it('ends when told to', () => {
    expect(keys('tz tz tz', 2)).toHaveLength(2);
  });

  it('agrees with a regular expression', () => {
    const piece = fc.constantFrom('client', 'id', 'tz', '_', '-', ' ', 'é', '2');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(/[a-z0-9]+(?:[_-][a-z0-9]+)*/g)]
          .map((match) => [match[0].replaceAll(/[_-]/g, ''), match.index, match.index + match[0].length] as const)
          .filter(([key, start, end]) => KEYS.includes(key) && end - start <= 64);
        expect(keys(text)).toEqual(expected);
      }),
    );
  });
});
