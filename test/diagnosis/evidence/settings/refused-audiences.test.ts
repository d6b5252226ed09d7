import { describe, expect, it } from 'vitest';
import { refusedAudiences, refusedIssuers } from '../../../../src/diagnosis/evidence/settings/refused-audiences.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';
import { expectLinearTime } from '../../../processor-time.ts';

const read = (text: string): (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  refusedAudiences(original(text), (_, __, values) => void found.push(values));
  return found;
};

const issuers = (text: string): (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  refusedIssuers(original(text), (_, __, values) => void found.push(values));
  return found;
};

describe('issuers that a validator names', () => {
  it.each([
    'oidc: id token issued by a different provider, expected "https://a.example/v2.0" got "https://b.example/"',
    'oidc: issuer did not match the issuer returned by provider, expected "https://a.example/v2.0" got "https://b.example/"',
  ])('come first, and what is taken second: %s', (text) => {
    expect(issuers(text)).toEqual([['https://b.example/', 'https://a.example/v2.0']]);
  });

  it.each([
    'the issuer is not what I expected, and I got nowhere',
    'expected "https://a.example" got "https://b.example"',
  ])('are not read of %s', (text) => expect(issuers(text)).toEqual([]));

  it.each(['issuer expected ', 'issued expected "https://a got '])('runs of %j take linear time', (unit) =>
    expectLinearTime(unit, original, (text) => issuers(text.text)),
  );
});

describe('audiences that a validator names', () => {
  it.each([
    "Audience (aud) claim [00000003-0000-0000] doesn't contain an acceptable identifier. Expected api://orders as an aud value.",
    'oidc: expected audience "api://orders" got ["00000003-0000-0000"]',
    'audience mismatch. expected=api://orders got=00000003-0000-0000',
    "Invalid audience: expected 'api://orders', but got '00000003-0000-0000'",
    "wrong audience: got '00000003-0000-0000', expected 'api://orders'",
  ])('come first, and what is taken second: %s', (text) => {
    expect(read(text)).toEqual([['00000003-0000-0000', 'api://orders']]);
  });

  it.each([
    'Invalid audience. Expected {client_id}, received <none>',
    'the audience was larger than expected and got loud',
    'jwt audience invalid. expected: api://orders',
  ])('are not read of %s', (text) => expect(read(text)).toEqual([]));

  it.each(['audience expected ', 'audience expected a.b got ', 'audience (aud) claim [a.b] expected '])(
    'runs of %j take linear time',
    (unit) => expectLinearTime(unit, original, (text) => read(text.text)),
  );
});
