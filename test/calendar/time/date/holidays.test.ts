import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../../src/calendar/local/day.ts';
import { easter, holidayIn } from '../../../../src/calendar/time/date/holidays.ts';

describe('a holiday', () => {
  /** Published tables of Easter, with its earliest and its latest day. */
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('Easter of %i', (year, day) => expect(isoDate(easter(year))).toBe(day));

  it.each([
    ['good-friday', 2026, '2026-04-03'],
    ['easter-monday', 2026, '2026-04-06'],
    ['pentecost', 2026, '2026-05-24'],
    ['mardi-gras', 2026, '2026-02-17'],
    ['thanksgiving', 2026, '2026-11-26'],
    ['black-friday', 2026, '2026-11-27'],
    // The fourth Thursday, also where there is a fifth.
    ['thanksgiving', 2029, '2029-11-22'],
    ['memorial-day', 2026, '2026-05-25'],
    ['labor-day', 2026, '2026-09-07'],
    ['mlk-day', 2027, '2027-01-18'],
    ['mothers-day', 2026, '2026-05-10'],
    ['christmas-eve', 2026, '2026-12-24'],
    ['new-year', 2027, '2027-01-01'],
    ['palm-sunday', 2026, '2026-03-29'],
    ['ascension-day', 2026, '2026-05-14'],
    ['whit-monday', 2026, '2026-05-25'],
    ['corpus-christi', 2026, '2026-06-04'],
    ['first-advent', 2026, '2026-11-29'],
    ['first-advent', 2028, '2028-12-03'],
    ['first-advent', 2033, '2033-11-27'],
  ])('%s of %i', (name, year, day) => expect(isoDate(holidayIn(name, year)!)).toBe(day));

  it('that nobody knows is none', () => {
    expect(holidayIn('festivus', 2026)).toBeNull();
    expect(holidayIn('constructor', 2026)).toBeNull();
  });
});
