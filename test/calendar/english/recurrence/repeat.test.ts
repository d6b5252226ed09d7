import { describe, expect, it } from 'vitest';
import { readTime } from '../../../../src/calendar/read-time.ts';
import { WEEKDAYS } from '../../../../src/calendar/understanding.ts';
import { ask, eventOf, REFERENCE } from '../../reading.ts';

const recurrence = (text: string) => readTime(text, REFERENCE).recurrence;
const weekly = (daysOfWeek: string[], interval = 1) => ({ pattern: 'weekly', daysOfWeek, interval });
const workdays = WEEKDAYS.slice(0, 5);
/** No day 31: Graph promises nothing of a month that is shorter. */
const lastDay = { pattern: 'relativeMonthly', index: 'last', daysOfWeek: [...WEEKDAYS] };

describe('a repetition', () => {
  it.each([
    ['every day at 8', { pattern: 'daily', interval: 1 }],
    ['every 3 days at 8am', { pattern: 'daily', interval: 3 }],
    ['every weekday at 9:15', weekly(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])],
    ['mon-fri 9:15', weekly(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])],
    ['every tuesday and thursday 6pm', weekly(['tuesday', 'thursday'])],
    ['mon/wed/fri 7am', weekly(['monday', 'wednesday', 'friday'])],
    ['mondays at 10', weekly(['monday'])],
    ['weeknights at 9', weekly(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])],
    ['every weeknight 8-10', weekly(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])],
    ['weekends at 10am', weekly(['saturday', 'sunday'])],
    ['every second weekend', weekly(['saturday', 'sunday'], 2)],
    ['every other wednesday at 11', weekly(['wednesday'], 2)],
    ['every 2 weeks on monday at 10', weekly(['monday'], 2)],
    ['fortnightly on thursdays 16:00', weekly(['thursday'], 2)],
    ['on the 25th of every month', { pattern: 'absoluteMonthly', dayOfMonth: 25, interval: 1 }],
    ['every month on the 1st', { pattern: 'absoluteMonthly', dayOfMonth: 1, interval: 1 }],
    ['first wednesday of every month 7pm', { pattern: 'relativeMonthly', index: 'first', daysOfWeek: ['wednesday'] }],
    ['last friday of each month', { pattern: 'relativeMonthly', index: 'last', daysOfWeek: ['friday'] }],
    ['every 3rd friday', { pattern: 'relativeMonthly', index: 'third', daysOfWeek: ['friday'] }],
    ['every april 4', { pattern: 'absoluteYearly', month: 4, dayOfMonth: 4 }],
    ['june 3 every year', { pattern: 'absoluteYearly', month: 6, dayOfMonth: 3 }],
    [
      'monthly meeting second wednesday 10:00',
      { pattern: 'relativeMonthly', index: 'second', daysOfWeek: ['wednesday'] },
    ],
    [
      'last working day of every month 4pm',
      { pattern: 'relativeMonthly', index: 'last', daysOfWeek: [...WEEKDAYS].slice(0, 5) },
    ],
    ['last day of every month', lastDay],
    ['every month on the last day', lastDay],
    ['every last day of the month', lastDay],
    ['last day of the month every month', lastDay],
    ['the 31st of every month', { pattern: 'absoluteMonthly', dayOfMonth: 31 }],
    ['last day of each quarter', { ...lastDay, interval: 3 }],
    ['every first working day of the month', { pattern: 'relativeMonthly', index: 'first', daysOfWeek: workdays }],
    ['every last business day', { pattern: 'relativeMonthly', index: 'last', daysOfWeek: workdays }],
    ['every day at 9 except fridays', weekly(['monday', 'tuesday', 'wednesday', 'thursday', 'saturday', 'sunday'])],
    ['weekdays 9:15 but not on wednesday', weekly(['monday', 'tuesday', 'thursday', 'friday'])],
    ['twice a week, tue and fri 6:30pm', weekly(['tuesday', 'friday'])],
    ['tues & thurs 18:30', weekly(['tuesday', 'thursday'])],
    ['gym m/w/f 6am', weekly(['monday', 'wednesday', 'friday'])],
    ['class MWF 9:05-9:55 through may 15', { ...weekly(['monday', 'wednesday', 'friday']), until: '2026-05-15' }],
    ['monthly invoices first working day of the month 9am', { pattern: 'relativeMonthly', index: 'first' }],
    ['biweekly retro on fridays 10-11 starting the 24th until end of june', { interval: 2, until: '2026-06-30' }],
    ['class t/th 4pm', weekly(['tuesday', 'thursday'])],
    ['alternate thursdays at 4', weekly(['thursday'], 2)],
    ['every half year', { pattern: 'absoluteMonthly', interval: 6 }],
    ['half-yearly', { pattern: 'absoluteMonthly', interval: 6 }],
    ['thursdays 19:30 except in august', { ...weekly(['thursday']), until: null }],
    ['last thursday of november every year', { pattern: 'relativeYearly', index: 'last', month: 11 }],
  ])('%s', (text, expected) => {
    expect(recurrence(text)).toMatchObject(expected);
  });

  it.each([
    ['yoga tuesdays 6pm except school holidays', 'except school holidays'],
    ['swimming every saturday 9:30, not on 22 august', 'not on 22 august'],
    ['last friday of every month 3pm demo day except december', 'except december'],
    ['sync every monday at 10 skip 22 and 29 june', 'skip 22 and 29 june'],
    ['bins every monday at 7 but not on 25 may and 31 august', 'but not on 25 may and 31 august'],
    ['standup daily 9am excluding weekends and bank holidays', 'excluding weekends and bank holidays'],
  ])('%s: what no pattern leaves out is told', (message, words) => {
    const { recurrence: told, remarks, title } = eventOf(message);
    expect(told).toMatchObject({ until: null });
    expect(remarks).toContainEqual({ kind: 'not-left-out', words });
    expect(title?.value).not.toMatch(/\d|skip|holiday|not/);
  });

  it.each([['gym mon-fri 7am except wednesday'], ['lunch friday noon, skip the salad']])(
    '%s leaves nothing untold',
    (message) => expect(eventOf(message).remarks.filter(({ kind }) => kind === 'not-left-out')).toEqual([]),
  );

  it('starts where it is said to start', () => {
    expect(readTime('retro every friday 10-11 starting the 24th until end of june', REFERENCE).start).toBe(
      '2026-04-24T10:00:00',
    );
  });

  it.each([
    ['room MW 12 tomorrow 9am'],
    ['sync w/f tomorrow 9am'],
    ['form m/f check tomorrow 9am'],
    ['alternate routes tomorrow 9am'],
  ])('%s is none', (text) => expect(recurrence(text)).toBeNull());

  it('begins at its first real occurrence, ahead of the reference', () => {
    expect(readTime('every tuesday at 9', REFERENCE).start).toBe('2026-04-21T09:00:00');
    expect(readTime('every tuesday at 18:00', REFERENCE).start).toBe('2026-04-14T18:00:00');
    expect(readTime('on the 10th of every month at 9', REFERENCE).start).toBe('2026-05-10T09:00:00');
  });

  it.each([
    ['mondays 10:00 until 29 june', '2026-06-29', null],
    ['mondays 10:00 until june', '2026-05-31', null],
    ['mondays 10:00 until the end of june', '2026-06-30', null],
    ['mondays 10:00 for 4 weeks', '2026-05-17', null],
    ['mondays 10:00 for 6 sessions', null, 6],
    ['monday 10:00 x 6', null, 6],
    ['every day at 8 this week', '2026-04-19', null],
    ['mondays 10:00, next 6 weeks', '2026-05-31', null],
    ['thursday and friday 9-5', null, 2],
    ['16-18 april 10am to 5pm', '2026-04-18', null],
    ['fridays 4pm till may end', '2026-05-31', null],
  ])('%s is bounded', (text, until, count) => {
    expect(recurrence(text)).toMatchObject({ until, count });
  });

  it('asks for the days of «twice a week»', () => {
    expect(ask('gym twice a week at 7am')).toMatchObject({ intent: 'unclear', ask: ['date'] });
  });

  it.each([['payroll on the 1st and 15th of each month at 9'], ['board meeting every first and third monday at 10am']])(
    '%s: a series is on one day of the month',
    (message) => {
      const meant = ask(message);
      expect(meant).toMatchObject({ intent: 'unclear', ask: ['date'] });
      expect(meant).toHaveProperty('question', expect.stringContaining('one day of each month'));
    },
  );

  it.each([
    ['training on 12 and 13 may 9-17', '2026-05-13'],
    ['meeting on the 1st and 2nd of may at 10', '2026-05-02'],
    ['conference 12-13 may 9-17', '2026-05-13'],
  ])('%s: the hours are those of each day', (text, until) => {
    expect(recurrence(text)).toMatchObject({ pattern: 'daily', interval: 1, until });
  });

  it('two days in a row of next week come once each', () => {
    expect(recurrence('standup next mon and tue at 9')).toMatchObject({ pattern: 'daily', until: '2026-04-21' });
  });

  it('counts from tomorrow where today’s hour has passed', () => {
    expect(readTime('every 3 days at 8am', REFERENCE).start).toBe('2026-04-15T08:00:00');
    expect(readTime('every 3 days at 8am from friday', REFERENCE).start).toBe('2026-04-17T08:00:00');
  });

  it.each([
    ['yearly check up friday the 17th 10 am'],
    ['weekend'],
    ['monday at 10'],
    ['every now and then'],
    ['the second round'],
    ['off except fridays'],
    ['from thursday 10am to friday 5pm'],
  ])('%s is none', (text) => expect(recurrence(text)).toBeNull());
});
