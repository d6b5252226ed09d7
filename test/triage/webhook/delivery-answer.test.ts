import { describe, expect, test } from 'vitest';
import { deliveryAnswer, retryAfterMs } from '../../../src/triage/webhook/delivery-answer.ts';
import { NOW } from '../sample-cases.ts';

describe('the answer of a receiver', () => {
  test.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [301, 'unreachable'],
    [307, 'unreachable'],
    [400, 'rejected'],
    [401, 'unreachable'],
    [404, 'unreachable'],
    [409, 'rejected'],
    [410, 'gone'],
    [413, 'rejected'],
    [415, 'rejected'],
    [422, 'rejected'],
    [429, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [0, 'unreachable'],
    [999, 'unreachable'],
  ] as const)('%i: %s', (status, means) => {
    expect(deliveryAnswer(status)).toBe(means);
  });
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['999999999', 3_600_000],
  ['Mon, 02 Mar 2026 11:25:00 GMT', 300_000],
  ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});
