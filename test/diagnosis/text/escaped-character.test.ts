import { describe, expect, it } from 'vitest';
import { escapedCharacterAround } from '../../../src/diagnosis/text/escaped-character.ts';

const around = (before: string, after: string) => {
  const text = before + after;
  const span = escapedCharacterAround(text, before.length);
  return span && text.slice(span.start, span.end);
};

describe('escapedCharacterAround', () => {
  it.each([
    ['error&qu', 'ot;:', '&quot;'],
    ['error&amp;', 'quot;:', '&amp;quot;'],
    ['app &#3', '9;7f', '&#39;'],
    ['uri+%2', '7https', '%27'],
    ['uri+%25', '27https', '%2527'],
    ['{\\\\', '"error', '\\\\"'],
    ['a\\u00', '22b', '\\u0022'],
  ])('finds what stands in %s|%s', (before, after, whole) => {
    expect(around(before, after)).toBe(whole);
  });

  it.each([
    ['error&quot;', 'invalid'],
    ['state=1&code=0.A', 'XkA'],
    ['50 % of', ' all'],
    ['C:\\Scripts', '\\token.ps1'],
    ['', 'AADSTS50011'],
    ['a & b', ' c; d'],
  ])('finds nothing halved in %s|%s', (before, after) => {
    expect(around(before, after)).toBeNull();
  });
});
