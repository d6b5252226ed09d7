import { describe, expect, it } from 'vitest';
import { toldIssuers } from '../../../../src/diagnosis/evidence/settings/told-issuers.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const V2 = 'https://login.microsoftonline.com/contoso.com/v2.0';
const V1 = 'https://sts.windows.net/0f1e2d3c/';

function told(text: string): string[] {
  const found: string[] = [];
  toldIssuers(original(text), (_name, _key, values) => void found.push(values.join()));
  return found;
}

describe('issuers that a program is set to take', () => {
  it.each([
    [`spring.security.oauth2.resourceserver.jwt.issuer-uri: ${V2}`, V2],
    [`"issuer": "${V2}"`, V2],
    [`ValidIssuers = ["${V2}"]`, V2],
    [`external_oauth_issuer='${V1}'`, V1],
    [`the expected issuer is ${V2}.`, V2],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    `the token issuer is ${V1}`,
    `authority: ${V2}`,
    'issuer: https://accounts.google.com',
    'issuer-uri: https://example.okta.com/oauth2/default',
  ])('none in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });
});
