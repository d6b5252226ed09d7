import { expect, test } from 'vitest';
import { errorType } from '../../src/telemetry/error-type.ts';

test.each([
  [Object.assign(new Error('secret'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [new DOMException('secret', 'TimeoutError'), 'TimeoutError'],
  [Object.assign(new TypeError('secret'), { code: 'a secret code' }), 'TypeError'],
  [Object.assign(new Error('x'), { name: 'ada@contoso.com' }), 'other'],
  ['thrown text', 'other'],
  [undefined, 'other'],
])('%s', (error, type) => {
  expect(errorType(error)).toBe(type);
});
