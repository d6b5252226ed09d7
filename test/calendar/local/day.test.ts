import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayOf,
  daysInMonth,
  isoDate,
  isRealDate,
  mondayOf,
  nthOfWeekdays,
  nthWeekday,
  partsOf,
  shiftMonth,
  weekdayOf,
} from '../../../src/calendar/local/day.ts';

const WORKDAYS = [0, 1, 2, 3, 4];

describe('a day', () => {
  it('is the number since 1970, and back', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(isoDate(dayOf(2026, 3, 12))).toBe('2026-03-12');
    // Date.UTC would make 1999 of it.
    expect(isoDate(dayOf(99, 1, 2))).toBe('0099-01-02');
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 200_000 }), (day) => {
        const { year, month, day: of } = partsOf(day);
        expect(dayOf(year, month, of)).toBe(day);
        expect(weekdayOf(mondayOf(day))).toBe(0);
        expect(day - mondayOf(day)).toBe(weekdayOf(day));
      }),
    );
  });

  it('has its weekday, Monday first', () => {
    expect(weekdayOf(dayOf(2026, 3, 9))).toBe(0);
    expect(weekdayOf(dayOf(2026, 3, 15))).toBe(6);
    expect(weekdayOf(dayOf(1969, 12, 31))).toBe(2);
  });

  it('is real or is none', () => {
    expect(isRealDate(2028, 2, 29)).toBe(true);
    expect(isRealDate(2026, 2, 29)).toBe(false);
    expect(isRealDate(2100, 2, 29)).toBe(false);
    expect(isRealDate(2026, 13, 1)).toBe(false);
    expect(isRealDate(2026, 4, 31)).toBe(false);
    expect(daysInMonth(2000, 2)).toBe(29);
  });
});

describe('months on', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i', (from, months, to) => {
    const [year, month, day] = from.split('-').map(Number) as [number, number, number];
    expect(isoDate(addMonths(dayOf(year, month, day), months))).toBe(to);
  });

  it('shift over the turn of a year', () => {
    expect(shiftMonth(2026, 12, 1)).toEqual({ year: 2027, month: 1 });
    expect(shiftMonth(2026, 1, -1)).toEqual({ year: 2025, month: 12 });
  });
});

describe('the nth weekday of a month', () => {
  it('counts from the front and the back', () => {
    expect(isoDate(nthWeekday(2026, 3, 0, 1)!)).toBe('2026-03-02');
    expect(isoDate(nthWeekday(2026, 3, 4, -1)!)).toBe('2026-03-27');
    expect(nthWeekday(2026, 2, 0, 5)).toBeNull();
  });

  it('of several days the one that comes', () => {
    // The 31st of May 2026 is a Sunday.
    expect(isoDate(nthOfWeekdays(2026, 5, WORKDAYS, -1)!)).toBe('2026-05-29');
    expect(isoDate(nthOfWeekdays(2026, 8, WORKDAYS, 1)!)).toBe('2026-08-03');
    expect(isoDate(nthOfWeekdays(2026, 8, WORKDAYS, 2)!)).toBe('2026-08-04');
    expect(isoDate(nthOfWeekdays(2026, 8, [0], 2)!)).toBe('2026-08-10');
  });
});
