import { expect, it } from 'vitest';
import { tokenClaims } from '../../../../src/diagnosis/evidence/tokens/token-claims.ts';

it.each([
  ['2026-07-15T11:08:17Z', 1784113697],
  ['2026-07-15 13:08:17+02:00', 1784113697],
  ['1784113697', 1784113697],
  [1784113697, 1784113697],
  ['in the future', undefined],
  ['2026-07-15T11:08:17', undefined],
])('an instant written %j', (written, exp) => {
  expect(tokenClaims({ exp: written }, {}).exp).toBe(exp);
});
