import { expect, it } from 'vitest';
import { signInCodeIn } from '../../../src/bot/sign-in/sign-in-code.ts';

it.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['code: 123456', '123456'],
  ['My code is 123456.', '123456'],
  ['the sign-in code 123456', '123456'],
  ['12345', undefined],
  ['1234567', undefined],
  ['AADSTS500113', undefined],
  ['error code 500113', undefined],
  ['trace 123456', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j', (text, code) => {
  expect(signInCodeIn(text)).toBe(code);
});
