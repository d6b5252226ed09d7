import { expect, test } from 'vitest';
import { isStoreUnavailable, StoreUnavailableError } from '../../src/storage/store-unavailable-error.ts';

const sqlite = (errcode: number): Error =>
  Object.assign(new Error('told by SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });

test.each([
  ['ours', new StoreUnavailableError('gone'), true],
  ['in a cause', new Error('the dialog failed', { cause: new StoreUnavailableError('gone') }), true],
  ['a full disk', sqlite(13), true],
  ['a lock', sqlite(5), true],
  ['an extended code: a failed write', sqlite(778), true],
  ['a broken constraint is our fault', sqlite(1555), false],
  ['a statement that is wrong is our fault', sqlite(1), false],
  ['anything else', new TypeError('x is undefined'), false],
  ['no error', 'full', false],
])('%s', (_, error, is) => {
  expect(isStoreUnavailable(error)).toBe(is);
});

test('a cause that is its own ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(isStoreUnavailable(error)).toBe(false);
});
