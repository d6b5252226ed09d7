import { describe, expect, it } from 'vitest';
import { toldApi } from '../../../../src/diagnosis/evidence/settings/told-api.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function told(text: string): string[] {
  const found: string[] = [];
  toldApi(original(text), (_name, key) => void found.push(key));
  return found;
}

describe('an own API told in words', () => {
  it.each([
    ['Our Spring Boot resource server answers 401, aud is x', 'Spring Boot'],
    ['my own web api says 401 to aud x', 'own web api'],
    ['Unsere Web-API antwortet mit 401, aud: x', 'Unsere Web-API'],
    ['401 by validate-jwt, aud x', 'validate-jwt'],
  ])('%s', (text, key) => {
    expect(told(text)).toEqual([key]);
  });

  it.each([
    'Our backend calls Graph and gets 401, aud is x',
    'our api answers 403, aud is x',
    'our api answers 401',
    '401 for aud x',
  ])('none in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });
});
