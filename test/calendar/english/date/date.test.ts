import { describe, expect, it } from 'vitest';
import { ask, span, start } from '../../reading.ts';

describe('a day', () => {
  it.each([
    ['today', '04-14'],
    ['2moro', '04-15'],
    ['tommorow', '04-15'],
    ['the day after tomorrow', '04-16'],
    ['friday', '04-17'],
    ['tuesday', '04-21'],
    ['wendesday', '04-15'],
    ['this thursday', '04-16'],
    ['next friday', '04-24'],
    ['friday next week', '04-24'],
    ['next week on monday', '04-20'],
    ['monday week', '04-27'],
    ['a week on thursday', '04-23'],
    ['a week from tomorrow', '04-22'],
    ['in three weeks', '05-05'],
    ['3 weeks today', '05-05'],
    ['fortnight today', '04-28'],
    ['two sundays from now', '04-26'],
    ['3 days from monday', '04-23'],
    ['on the 21st', '04-21'],
    ['on the 2nd', '05-02'],
    ['the 15th of next month', '05-15'],
    ['may twenty-first', '05-21'],
    ['5 May', '05-05'],
    ['Oct-2', '10-02'],
    ['18.05.', '05-18'],
    ['2026-05-11', '05-11'],
    ['first tuesday in june', '06-02'],
    ['the last friday of may', '05-29'],
    ['end of the month', '04-30'],
    ["new year's eve", '12-31'],
    ['thanksgiving', '11-26'],
    ['end of month', '04-30'],
    ['the first day of next month', '05-01'],
    ['day after christmas', '12-26'],
    ['the day before christmas', '12-24'],
    ['first monday of the month', '05-04'],
    ['the last friday of the month', '04-24'],
    ['the 2nd of the month', '05-02'],
    ['last day of may', '05-31'],
    ['first working day of may', '05-01'],
    ['first business day of august', '08-03'],
    ['first business day of the month', '05-01'],
    ['the last working day of may', '05-29'],
    ['monday fortnight', '05-04'],
    ['later today', '04-14'],
    ['07.05.2026', '05-07'],
    ['fridy', '04-17'],
    ['all of thursday', '04-16'],
    ['the whole of tomorrow', '04-15'],
    ['the following day', '04-15'],
    ['tomorrow fortnight', '04-29'],
    ['the last thursday of the year', '12-31'],
    ['the monday before christmas', '12-21'],
    ['the friday after thanksgiving', '11-27'],
    ['friday after 1 may', '05-08'],
    ['20260511', '05-11'],
    ['tue 5/12', '05-12'],
    ['tue 12/5', '05-12'],
    ['fri, w/c 27 april', '05-01'],
    ['the penultimate friday of may', '05-22'],
    ['second to last monday in may', '05-18'],
    ['in 3 business days', '04-17'],
    ['five working days from now', '04-21'],
    ['next working day', '04-15'],
    ['eoq', '06-30'],
    ['eoy', '12-31'],
    ['end of q3', '09-30'],
    ['by the end of the quarter', '06-30'],
    ['start of Q4', '10-01'],
    ['tuesday of week 20', '05-12'],
    ['2026-W20-3', '05-13'],
    ['whit monday', '05-25'],
    ['canada day', '07-01'],
    ['it ends friday', '04-17'],
  ])('%s', (text, day) => {
    expect(start(text)).toBe(`2026-${day}T00:00:00`);
  });

  it.each([
    ['last thursday', '04-09T00:00'],
    ['last tuesday at 4pm', '04-07T16:00'],
    ['yesterday at 3pm', '04-13T15:00'],
    ['two weeks ago', '03-31T00:00'],
    ['a month ago', '03-14T00:00'],
    ['20 minutes ago', '04-14T10:00'],
    ['last week', '04-06T00:00'],
  ])('%s is gone by', (text, moment) => expect(start(text)).toBe(`2026-${moment}:00`));

  it('gone by is left for the one that is asked for', () => {
    expect(start('we met two weeks ago, again friday at 10')).toBe('2026-04-17T10:00:00');
    expect(ask('schedule a review with Bo last thursday at 3pm')).toMatchObject({ intent: 'unclear', ask: ['date'] });
  });

  it('rolls over into the next year', () => {
    expect(start('january 4th')).toBe('2027-01-04T00:00:00');
    expect(start('feb 29')).toBe('2028-02-29T00:00:00');
    expect(start('easter')).toBe('2027-03-28T00:00:00');
    expect(start('first monday of the new year')).toBe('2027-01-04T00:00:00');
    expect(start('first monday of the year', '2027-01-02T10:00:00')).toBe('2027-01-04T00:00:00');
    expect(start('first monday of next year', '2027-01-02T10:00:00')).toBe('2028-01-03T00:00:00');
  });

  it.each([
    ['the 3rd floor'],
    ['may I come'],
    ['march forward'],
    ['we sat down'],
    ['second round'],
    ['5th anniversary'],
    ['a long weekend trip'],
    ['the month end report'],
    ['Frida'],
    ['next day delivery'],
    ['sandy'],
    ['Q3'],
    ['Q3 review'],
    ['review for Q3'],
    ['the second half of the game'],
    ['first quarter results'],
    ['week 12 report'],
    ['ticket 20260511'],
    ['20261341'],
    ['build 20260511-4'],
  ])('%s is none', (text) => expect(start(text)).toBeNull());
});

describe('a range of days', () => {
  it.each([
    ['from 3 to 14 August', '08-03', '08-15'],
    ['friday to sunday', '04-17', '04-20'],
    ['12-14 May', '05-12', '05-15'],
    ['july 20 - august 3', '07-20', '08-04'],
    ['between the 21st and 23rd', '04-21', '04-24'],
    ['this weekend', '04-18', '04-20'],
    ['april 20th through 22nd', '04-20', '04-23'],
    ['mon-wed next week', '04-20', '04-23'],
    ['fri-sun next weekend', '04-24', '04-27'],
    ['the weekend of the 25th', '04-25', '04-27'],
    ['may 21 & 22', '05-21', '05-23'],
    ['the 23rd and 24th of april', '04-23', '04-25'],
    ['sat and sun', '04-18', '04-20'],
    ['thursday and friday', '04-16', '04-18'],
    ['from thu morning to fri evening', '04-16', '04-18'],
    ['all week', '04-14', '04-20'],
    ['all next week', '04-20', '04-27'],
    ['w/c 11 may', '05-11', '05-18'],
    ['wk of 5/12', '05-11', '05-18'],
    ['week ending sunday 17 may', '05-11', '05-18'],
    ['in week 20', '05-11', '05-18'],
    ['2026-W20', '05-11', '05-18'],
    ['in q3', '07-01', '10-01'],
    ['H2 2026', '07-01', '2027-01-01'],
    ['next quarter', '07-01', '10-01'],
    ['the third quarter of 2026', '07-01', '10-01'],
    ['second half of the year', '07-01', '2027-01-01'],
    ['the first half of june', '06-01', '06-16'],
    ['2nd half of may', '05-16', '06-01'],
    ['the first weekend of may', '05-02', '05-04'],
    ['last weekend in april', '04-25', '04-27'],
    ['2026-05-11/2026-05-14', '05-11', '05-15'],
    ['30/4-2/5', '04-30', '05-03'],
    ['5/3 - 5/14', '05-03', '05-15'],
    ['may 4 → may 6', '05-04', '05-07'],
    ['two weeks starting 4 may', '05-04', '05-18'],
    ['next 3 days', '04-15', '04-18'],
    ['the coming two weeks', '04-15', '04-29'],
    ['current week', '04-13', '04-20'],
    ['next june', '06-01', '07-01'],
    ['june 5 - 8, 2026', '06-05', '06-09'],
    ['22.4.-25.4.2026', '04-22', '04-26'],
    ['22 may - 25 may 2026', '05-22', '05-26'],
    ['wed - fri next week', '04-22', '04-25'],
    ['today and tomorrow', '04-14', '04-16'],
  ])('%s', (text, from, to) => {
    const end = to.length > 5 ? to : `2026-${to}`;
    expect(span(text)).toEqual([`2026-${from}T00:00:00`, `${end}T00:00:00`]);
  });

  it.each([
    ['june 5 - 8, 2027', '2027-06-05', '2027-06-09'],
    ['28 dec - 3 jan 2028', '2027-12-28', '2028-01-04'],
    ['28.12.-3.1.2028', '2027-12-28', '2028-01-04'],
    ['june 28 to july 2, 2028', '2028-06-28', '2028-07-03'],
    ['first week of next year', '2027-01-04', '2027-01-11'],
    ['the 3rd week of 2027', '2027-01-18', '2027-01-25'],
    ['last week of 2027', '2027-12-27', '2028-01-03'],
    ['first weekend of next year', '2027-01-02', '2027-01-04'],
    ['thanksgiving next year', '2027-11-25', '2027-11-26'],
    ["presidents' day", '2027-02-15', '2027-02-16'],
    ['pancake day', '2027-02-09', '2027-02-10'],
  ])('%s: a year that was said', (text, from, to) => {
    expect(span(text)).toEqual([`${from}T00:00:00`, `${to}T00:00:00`]);
  });

  it.each([['may 21 and 25'], ['may 21 & 22 people'], ['friday and 2 more']])('%s is one day', (text) => {
    const [from, end] = span(text);
    expect(end).toBe(from?.replace(/-\d\dT/, (day) => `-${Number(day.slice(1, 3)) + 1}T`));
  });
});
