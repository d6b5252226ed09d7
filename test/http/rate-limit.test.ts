import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../src/http/rate-limit.ts';

const T = Date.parse('2026-03-02T09:00:00Z');

describe('a rate limit', () => {
  it('takes a burst, then one each interval, and says how long to wait', () => {
    const limit = createRateLimit({ burst: 3, perSecond: 2 }, 10);
    expect([limit('a', T), limit('a', T), limit('a', T)]).toEqual([0, 0, 0]);
    expect(limit('a', T)).toBe(500);
    expect(limit('a', T + 400)).toBe(100);
    expect(limit('a', T + 500)).toBe(0);
    expect(limit('a', T + 500)).toBe(500);
    expect(Array.from({ length: 4 }, () => limit('a', T + 60_000))).toEqual([0, 0, 0, 500]);
  });

  it('charges nothing for what it refused', () => {
    const limit = createRateLimit({ burst: 1, perSecond: 1 }, 10);
    limit('a', T);
    for (let again = 0; again < 100; again += 1) expect(limit('a', T)).toBe(1000);
    expect(limit('a', T + 1000)).toBe(0);
  });

  it('keeps keys apart, and only so many of them', () => {
    const limit = createRateLimit({ burst: 1, perSecond: 0.001 }, 2);
    expect([limit('a', T), limit('b', T), limit('a', T)]).toEqual([0, 0, 1_000_000]);
    expect(limit('c', T)).toBe(0);
    // The oldest made room; the others are still known.
    expect([limit('b', T) > 0, limit('c', T) > 0, limit('a', T)]).toEqual([true, true, 0]);
  });

  it('survives a clock that is set back', () => {
    const limit = createRateLimit({ burst: 2, perSecond: 1 }, 10);
    expect([limit('a', T), limit('a', T - 500)]).toEqual([0, 500]);
    expect(limit('a', T)).toBe(0);
  });
});
