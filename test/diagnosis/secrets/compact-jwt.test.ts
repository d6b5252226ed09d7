import { expect, test } from 'vitest';
import { findCompactTokens, isSigned } from '../../../src/diagnosis/secrets/compact-jwt.ts';
import { GRAPH_PAYLOAD, madeToken } from './made-token.ts';

const token = madeToken(GRAPH_PAYLOAD);

test('a token among other text', () => {
  const text = `before ${token}, after`;
  const [found] = findCompactTokens(text);
  expect(text.slice(found!.start, found!.end)).toBe(token);
  expect(found!.segments).toEqual(token.split('.'));
  expect(isSigned(found!)).toBe(true);
});
test.each([
  ['wrapped at 64', token.replaceAll(/(.{64})/g, '$1\n')],
  ['wrapped and indented', token.replaceAll(/(.{70})/g, '$1\r\n    ')],
  ['continued by a shell', token.replaceAll(/(.{100})/g, '$1\\\n')],
  ['concatenated', `"${token.replaceAll(/(.{90})/g, '$1" +\n  "')}"`],
  ['padded', token.replace('.', '=.')],
])('%s', (_, text) => {
  const [found] = findCompactTokens(`Bearer ${text}\nContent-Type: application/json`);
  expect(found!.segments.map((segment) => segment.length)).toEqual(token.split('.').map((segment) => segment.length));
});
test('a line after the token is not taken into it', () => {
  const [found] = findCompactTokens(`${token}\n403\n{}`);
  expect(found!.segments[2]).toBe(token.split('.')[2]);
  expect(findCompactTokens(`${token}\n${token}`)).toHaveLength(2);
});
test('what was cut says so', () => {
  const [found] = findCompactTokens(`${token.slice(0, 200)}…`);
  expect(found!.cut).toBe(true);
  expect(isSigned(found!)).toBe(false);
});
test('a claims challenge, another base64 run and words are none', () => {
  expect(findCompactTokens('claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ=="')).toEqual([]);
  expect(findCompactTokens('eyJ eyJ.eyJ.eyJ eyJhIjoxfQ.foo.bar')).toEqual([]);
});
test('an encrypted token with its empty key', () => {
  const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');
  const [found] = findCompactTokens(`${header}..aXZpdml2.Y2lwaGVydGV4dA.dGFndGFndGFndGFndGFn`);
  expect(found!.segments).toHaveLength(5);
  expect(isSigned(found!)).toBe(true);
});
