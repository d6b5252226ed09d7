import { expect, test } from 'vitest';
import { DURATION_PRECISION, durationHistogram } from '../../src/triage/duration-histogram.ts';

function medianOf(durations: readonly number[]): number | null {
  const histogram = durationHistogram();
  for (const ms of durations) histogram.add(ms);
  expect(histogram.count).toBe(durations.length);
  return histogram.median();
}

test('nothing has no median', () => {
  expect(medianOf([])).toBeNull();
});

test.each([1_000, 61_234, 3_600_000, 86_400_000, 3650 * 86_400_000])('%s ms within the precision', (ms) => {
  // A rounded millisecond more.
  expect(Math.abs(medianOf([ms])! - ms)).toBeLessThanOrEqual(ms * DURATION_PRECISION + 1);
});

test('is the middle one, the lower of two', () => {
  expect(medianOf([1_000, 60_000, 3_600_000]) ?? 0).toBeCloseTo(60_000, -3);
  expect(medianOf([1_000, 60_000, 3_600_000, 3_600_000]) ?? 0).toBeCloseTo(60_000, -3);
});

test('takes what clocks of two machines give', () => {
  expect(medianOf([-5_000, 0, 0.4])).toBe(0);
  expect(medianOf([Number.MAX_VALUE])).toBeGreaterThan(3_600 * 86_400_000);
});

test('against the exact median of many', () => {
  // A fixed sequence that looks like chance (a multiplicative generator).
  let state = 7;
  const durations = Array.from({ length: 10_001 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.round(Math.exp((state / 2_147_483_647) * 18));
  });
  const exact = durations.toSorted((a, b) => a - b)[5_000]!;
  expect(Math.abs(medianOf(durations)! - exact)).toBeLessThanOrEqual(exact * 2 * DURATION_PRECISION);
});
