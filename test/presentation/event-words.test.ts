import { describe, expect, test } from 'vitest';
import { WEEKDAYS } from '../../src/calendar/understanding.ts';
import { lengthWords, recurrenceWords, whenWords, zoneWords } from '../../src/presentation/event-words.ts';

const NOW = '2026-03-10T09:15:00';
const timed = (start: string, end: string | null) => ({ start, end, allDay: false, timeZone: 'Europe/Berlin' });
const days = (start: string, end: string) => ({
  start: `${start}T00:00:00`,
  end: `${end}T00:00:00`,
  allDay: true,
  timeZone: 'Europe/Berlin',
});

describe('when', () => {
  test.each([
    [timed('2026-03-12T14:00:00', '2026-03-12T15:00:00'), 'Thu 12 Mar, 14:00–15:00, Berlin time, in 2 days'],
    [timed('2026-03-10T14:00:00', null), 'Tue 10 Mar, 14:00, Berlin time, today'],
    [timed('2026-03-11T23:00:00', '2026-03-12T00:00:00'), 'Wed 11 Mar, 23:00–00:00, Berlin time, tomorrow'],
    [
      timed('2026-03-11T22:00:00', '2026-03-12T02:00:00'),
      'Wed 11 Mar, 22:00 to Thu 12 Mar, 02:00, Berlin time, tomorrow',
    ],
    [timed('2027-01-04T09:00:00', '2027-01-04T10:00:00'), 'Mon 4 Jan 2027, 09:00–10:00, Berlin time, in 10 months'],
    [days('2026-03-13', '2026-03-14'), 'Fri 13 Mar, all day, in 3 days'],
    [days('2026-03-13', '2026-03-16'), 'Fri 13 Mar to Sun 15 Mar, 3 days, in 3 days'],
    [timed('2026-03-09T09:00:00', '2026-03-09T10:00:00'), 'Mon 9 Mar, 09:00–10:00, Berlin time, yesterday'],
  ])('%o', (when, words) => {
    expect(whenWords(when, NOW)).toBe(words);
  });

  test('zones are said by their city', () => {
    expect(zoneWords('America/New_York')).toBe('New York time');
    expect(zoneWords('Etc/UTC')).toBe('UTC');
  });
});

describe('how often', () => {
  const every = { interval: 1, until: null, count: null } as const;
  test.each([
    [{ ...every, pattern: 'daily' }, 'every day'],
    [{ ...every, pattern: 'weekly', daysOfWeek: ['tuesday', 'friday'] }, 'every Tuesday and Friday'],
    [
      { ...every, pattern: 'weekly', interval: 2, daysOfWeek: ['tuesday'], until: '2026-06-30' },
      'every 2 weeks on Tuesday, until Tue 30 Jun 2026',
    ],
    [
      { ...every, pattern: 'weekly', daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
      'every weekday',
    ],
    [{ ...every, pattern: 'absoluteMonthly', dayOfMonth: 5, count: 4 }, 'every month on day 5, 4 times'],
    [{ ...every, pattern: 'relativeMonthly', daysOfWeek: ['friday'], index: 'last' }, 'every month on the last Friday'],
    [
      {
        ...every,
        pattern: 'relativeMonthly',
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        index: 'last',
      },
      'every month on the last weekday',
    ],
    [{ ...every, pattern: 'absoluteMonthly', dayOfMonth: 31 }, 'every month on the last day'],
    [{ ...every, pattern: 'relativeMonthly', daysOfWeek: [...WEEKDAYS], index: 'last' }, 'every month on the last day'],
    [{ ...every, pattern: 'absoluteYearly', dayOfMonth: 21, month: 7 }, 'every year on 21 July'],
    [
      { ...every, pattern: 'relativeYearly', daysOfWeek: ['sunday'], index: 'second', month: 5 },
      'every year on the second Sunday of May',
    ],
  ] as const)('%o', (recurrence, words) => {
    expect(recurrenceWords(recurrence)).toBe(words);
  });

  test('lengths', () => {
    expect([15, 60, 90, 120, 150, 1440, 2880].map(lengthWords)).toEqual([
      '15 minutes',
      '1 hour',
      '90 minutes',
      '2 hours',
      '2 hours 30 minutes',
      '1 day',
      '2 days',
    ]);
  });
});
