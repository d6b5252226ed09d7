import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeClaimsChallenge } from '../../../src/diagnosis/evidence/claims-challenge.ts';

const JSON_TEXT =
  '{"access_token":{"nbf":{"essential":true, "value":"1597959090"},"acrs":{"essential":true,"values":["c1","p1"]}}}';

describe('decodeClaimsChallenge', () => {
  it.each([
    ['JSON', JSON_TEXT],
    ['base64', Buffer.from(JSON_TEXT).toString('base64')],
    ['base64 without padding', Buffer.from(JSON_TEXT).toString('base64').replace(/=+$/, '')],
    ['base64url', Buffer.from(JSON_TEXT).toString('base64url')],
    ['percent-encoded', encodeURIComponent(JSON_TEXT)],
    ['quoted', `"${Buffer.from(JSON_TEXT).toString('base64')}"`],
  ])('reads %s', (_, value) => {
    expect(decodeClaimsChallenge(value)).toEqual({
      json: JSON_TEXT,
      asked: ['nbf', 'acrs'],
      acrs: ['c1', 'p1'],
      nbf: 1597959090,
    });
  });

  it('reads a Conditional Access challenge', () => {
    const value = '{"access_token":{"capolids":{"essential":true,"values":["0d2b5c1e-1111-2222-3333-444444444444"]}}}';
    expect(decodeClaimsChallenge(value)).toMatchObject({ asked: ['capolids'], acrs: [] });
  });

  it.each([
    '',
    'x',
    '{}',
    '[]',
    '{"a":1}',
    '{"access_token":',
    'eyJhY2Nlc3NfdG9rZW4iOns',
    'null',
    `{"access_token":{}}${'x'.repeat(9000)}`,
  ])('refuses %.40s', (value) => {
    expect(decodeClaimsChallenge(value)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (value) => void decodeClaimsChallenge(value)),
    );
  });
});
