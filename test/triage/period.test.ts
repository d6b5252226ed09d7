import { expect, test } from 'vitest';
import { parsePeriod } from '../../src/triage/period.ts';

const HOUR = 60 * 60_000;

test.each([
  ['24h', 24 * HOUR, '24 hours'],
  ['1h', HOUR, '1 hour'],
  ['7d', 168 * HOUR, '7 days'],
  [' 30D ', 720 * HOUR, '30 days'],
  ['2 w', 336 * HOUR, '2 weeks'],
  ['3650d', 3650 * 24 * HOUR, '3650 days'],
])('%j', (text, ms, words) => {
  expect(parsePeriod(text)).toEqual({ ms, words });
});

test.each(['', '7', 'd', '0d', '-7d', '7.5d', '3651d', '99999w', '123456h', '7days', '7d 2h', '٧d'])(
  '%j is none',
  (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  },
);
