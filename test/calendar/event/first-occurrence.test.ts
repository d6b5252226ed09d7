import { describe, expect, it } from 'vitest';
import { firstOccurrence, nextOccurrences } from '../../../src/calendar/event/first-occurrence.ts';
import { dayOf, isoDate } from '../../../src/calendar/local/day.ts';
import type { Recurrence } from '../../../src/calendar/understanding.ts';

const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const endless = (words: Pick<Recurrence, 'pattern' | 'interval'> & Partial<Recurrence>): Recurrence => ({
  until: null,
  count: null,
  ...words,
});
/** A Thursday. */
const FIRST = dayOf(2026, 3, 12);
const next = (recurrence: Recurrence, first = FIRST) => nextOccurrences(first, recurrence, 3).map(isoDate);

describe('the next days of a series', () => {
  it.each([
    [endless({ pattern: 'daily', interval: 2 }), ['2026-03-14', '2026-03-16', '2026-03-18']],
    [
      endless({ pattern: 'weekly', interval: 1, daysOfWeek: ['monday', 'thursday'] }),
      ['2026-03-16', '2026-03-19', '2026-03-23'],
    ],
    [
      endless({ pattern: 'weekly', interval: 2, daysOfWeek: ['monday', 'thursday'] }),
      ['2026-03-23', '2026-03-26', '2026-04-06'],
    ],
    [endless({ pattern: 'absoluteMonthly', interval: 1, dayOfMonth: 12 }), ['2026-04-12']],
    [endless({ pattern: 'relativeMonthly', interval: 1, daysOfWeek: ['thursday'], index: 'second' }), ['2026-04-09']],
    [endless({ pattern: 'absoluteYearly', interval: 1, dayOfMonth: 12, month: 3 }), []],
    [endless({ pattern: 'daily', interval: 1, count: 2 }), ['2026-03-13']],
    [endless({ pattern: 'daily', interval: 1, until: '2026-03-14' }), ['2026-03-13', '2026-03-14']],
  ])('%o', (recurrence, days) => expect(next(recurrence)).toEqual(days));

  it('of a month that is too short the last one', () => {
    expect(next(endless({ pattern: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }), dayOf(2026, 3, 31))).toEqual([
      '2026-04-30',
    ]);
  });
});

describe('the first day of a series', () => {
  it.each([
    ['last', '2026-03-31'],
    ['second', '2026-04-02'],
  ] as const)('on the %s working day', (index, day) => {
    const recurrence = endless({ pattern: 'relativeMonthly', interval: 1, daysOfWeek: WORKDAYS, index });
    expect(isoDate(firstOccurrence(FIRST, recurrence))).toBe(day);
  });
});
