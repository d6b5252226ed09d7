import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASKED, maskLogValue } from '../../src/logging/mask-log-value.ts';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const JWT = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ aud: 'https://graph.microsoft.com', exp: 1_773_480_000 })}.${'c2lnbmF0dXJl'.repeat(20)}`;

test('masks texts wherever they are', () => {
  const value = { a: [`Bearer ${JWT}`, { b: new Map([['c', JWT]]) }], d: new Set([JWT]), [`key ${JWT}`]: 1 };
  const text = JSON.stringify(maskLogValue(value));
  expect(text).not.toContain(JWT.slice(-40));
  expect(text).not.toContain(JWT.split('.')[1]);
});

test('masks the values of secret names whatever they look like', () => {
  const names = [
    'authorization',
    'Authorization',
    'MicrosoftAppPassword',
    'client_secret',
    'set-cookie',
    'refreshToken',
    'codeVerifier',
  ];
  const masked = maskLogValue(Object.fromEntries(names.map((name) => [name, 'hunter2'])));
  expect(masked).toEqual(Object.fromEntries(names.map((name) => [name, MASKED])));
});

test('leaves what says that there is no secret, and what is none', () => {
  const value = { token: false, secret: null, password: '', tokens: 3, id: 'e1d6b3a7', status: 401, when: undefined };
  expect(maskLogValue(value)).toEqual(value);
});

test('correlation and request ids stay readable', () => {
  const id = '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21';
  expect(maskLogValue({ 'request-id': id, message: `Correlation ID: ${id}` })).toEqual({
    'request-id': id,
    message: `Correlation ID: ${id}`,
  });
});

test('tells an error with its cause, and leaves the request that hangs on it', () => {
  const cause = Object.assign(new Error(`refused ${JWT}`), { code: 'ECONNREFUSED' });
  const error = Object.assign(new TypeError('fetch failed', { cause }), {
    statusCode: 401,
    request: { headers: { authorization: `Bearer ${JWT}` } },
    config: { data: 'client_secret=hunter2' },
  });
  const masked = maskLogValue({ err: error });
  expect(masked).toMatchObject({
    err: {
      type: 'TypeError',
      message: 'fetch failed',
      statusCode: 401,
      cause: { type: 'Error', code: 'ECONNREFUSED' },
    },
  });
  expect(JSON.stringify(masked)).not.toMatch(/hunter2|request|c2lnbmF0dXJl/);
});

test('survives cycles, getters that throw, depth, length and odd values', () => {
  const cyclic: Record<string, unknown> = {
    big: 10n,
    symbol: Symbol('s'),
    call: () => 1,
    bytes: Buffer.from('abc'),
    bad: new Date(Number.NaN),
  };
  cyclic.self = cyclic;
  Object.defineProperty(cyclic, 'throws', {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });
  cyclic.deep = { a: { b: { c: { d: { e: { f: 1 } } } } } };
  cyclic.long = Array.from({ length: 1_000 }, () => 0);
  const masked = maskLogValue(cyclic) as Record<string, unknown>;
  expect(masked).toMatchObject({
    big: '10',
    symbol: 'Symbol(s)',
    call: '[function]',
    bytes: '[3 bytes]',
    bad: 'Invalid Date',
    self: '[circular]',
    throws: '[unreadable]',
  });
  expect(JSON.stringify(masked.deep)).toContain('[too deep]');
  expect(masked.long).toHaveLength(101);
  expect(String(maskLogValue('two words '.repeat(5_000))).length).toBeLessThan(8_300);
});

test('never throws, and what it gives is JSON', () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
      (value) => {
        JSON.stringify(maskLogValue(value));
      },
    ),
    { numRuns: 300 },
  );
});

test('survives an error whose own parts throw', () => {
  const error = new Error('first');
  for (const name of ['name', 'message', 'stack'])
    Object.defineProperty(error, name, {
      get() {
        throw new Error('no');
      },
    });
  expect(maskLogValue(error)).toEqual({ type: '[unreadable]', message: '[unreadable]', stack: '[unreadable]' });
});
