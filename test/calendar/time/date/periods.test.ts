import { describe, expect, it } from 'vitest';
import { dayOf, isoDate } from '../../../../src/calendar/local/day.ts';
import { mondayOfIsoWeek, periodOfYear } from '../../../../src/calendar/time/date/periods.ts';

const TODAY = dayOf(2026, 4, 14);

describe('a week by its number', () => {
  it.each([
    [1, 2026, '2025-12-29'],
    [53, 2026, '2026-12-28'],
    [1, 2027, '2027-01-04'],
    [20, null, '2026-05-11'],
    [16, null, '2026-04-13'],
    [12, null, '2027-03-22'],
  ])('%i of %s', (week, year, monday) => expect(isoDate(mondayOfIsoWeek(week, year, TODAY)!)).toBe(monday));

  it('a year of 52 weeks has no 53rd', () => {
    expect(mondayOfIsoWeek(53, 2027, TODAY)).toBeNull();
    expect(mondayOfIsoWeek(0, null, TODAY)).toBeNull();
    // 2032 is the next one that has.
    expect(isoDate(mondayOfIsoWeek(53, null, dayOf(2027, 4, 1))!)).toBe('2032-12-27');
  });
});

describe('a quarter or half of the year', () => {
  it.each([
    [3, 'year', 2, null, '2026-04-01', '2026-07-01'],
    [3, 'year', 1, null, '2027-01-01', '2027-04-01'],
    [3, 'year', 4, 2028, '2028-10-01', '2029-01-01'],
    [3, 'this', 1, null, '2026-07-01', '2026-10-01'],
    [6, 'year', 2, null, '2026-07-01', '2027-01-01'],
  ] as const)('%i months of the %s, %i of %s', (months, of, nth, year, from, to) => {
    const { first, end } = periodOfYear({ months, of, nth }, year, TODAY);
    expect([isoDate(first), isoDate(end)]).toEqual([from, to]);
  });

  it('the next quarter may be in the next year', () => {
    const { first } = periodOfYear({ months: 3, of: 'this', nth: 1 }, null, dayOf(2026, 11, 8));
    expect(isoDate(first)).toBe('2027-01-01');
  });
});
