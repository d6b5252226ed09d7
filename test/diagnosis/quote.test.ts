import { describe, expect, it } from 'vitest';
import { quote } from '../../src/diagnosis/quote.ts';

const LONG = `Since this morning everybody on the ward who opens the roster app in a browser reads this on the page: AADSTS65001: The user or administrator has not consented to use the application with ID 7f21 named Roster. Send an interactive authorization request for this user and resource, and more`;

describe('quote', () => {
  const at = LONG.indexOf('AADSTS65001');
  const place = { start: at, end: at + 11 };

  it('cuts a long line between words, at both ends', () => {
    const quoted = quote(LONG, place, []);
    expect(quoted).toMatch(/^…opens the roster app in a browser reads/);
    expect(quoted).toMatch(/ and resource, and…$/);
    expect(quoted.length).toBeLessThanOrEqual(240);
    const words = new Set(LONG.split(' '));
    expect(
      quoted
        .slice(1, -1)
        .split(' ')
        .filter((word) => !words.has(word)),
    ).toEqual([]);
  });

  it('cuts a word that is longer than any word is', () => {
    const address = `See https://login.microsoftonline.com/${'x'.repeat(400)} AADSTS65001`;
    const code = address.indexOf('AADSTS');
    expect(quote(address, { start: code, end: code + 11 }, [])).toBe(`…${'x'.repeat(59)} AADSTS65001`);
    expect(quote(address, { start: 4, end: 9 }, [])).toHaveLength(240);
  });

  it.each([
    ['HTML', '&quot;'],
    ['HTML, escaped twice', '&amp;quot;'],
    ['an address', '%2522'],
    ['a string in a string', '\\\\\\"'],
  ])('halves no character of %s, at either end', (_, escaped) => {
    for (let shift = 0; shift < escaped.length; shift += 1) {
      const line = `${'x'.repeat(300 + shift)}${escaped}${'y'.repeat(52)}AADSTS7000215${'z'.repeat(110 + shift)}${escaped}${'v'.repeat(300)}`;
      const code = line.indexOf('AADSTS');
      const quoted = quote(line, { start: code, end: code + 13 }, []);
      const left = quoted.slice(1, -1).split(escaped).join('');
      expect(left).toMatch(/^x*y{52}AADSTS7000215z{50,}v*$/);
    }
  });

  it('ends with one mark', () => {
    const two = `The first sentence ends here. ${'x'.repeat(300)}`;
    expect(quote(two, { start: 0, end: 3 }, [])).toBe(`The first sentence ends here. ${'x'.repeat(209)}…`);
    const near = `${'word '.repeat(46)}end. ${'more '.repeat(20)}`;
    expect(quote(near, { start: 0, end: 3 }, [])).toMatch(/ end…$/);
  });

  it('shows the mask of a secret whole', () => {
    const token = `eyJ${'a'.repeat(600)}`;
    const header = `Authorization: Bearer ${token}`;
    expect(quote(token, { start: 0, end: 603 }, [{ start: 0, end: 603 }])).toBe('eyJ…[hidden]');
    expect(quote(header, { start: 22, end: 30 }, [{ start: 22, end: header.length }])).toMatch(
      /^Authorization: Bearer eyJ…\[hidden\]…?$/,
    );
  });

  it('leaves a line that fits as it is', () => {
    expect(quote('one\n  401 Unauthorized \nthree', { start: 6, end: 9 }, [])).toBe('401 Unauthorized');
  });
});
