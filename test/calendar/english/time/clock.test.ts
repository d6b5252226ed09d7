import { describe, expect, it } from 'vitest';
import { span, start } from '../../reading.ts';

describe('a clock', () => {
  it.each([
    ['tomorrow at 3pm', '15:00'],
    ['tomorrow 5p', '17:00'],
    ['tomorrow at 9 a.m.', '09:00'],
    ['tomorrow at 3 p . m .', '15:00'],
    ['tomorrow 15:30', '15:30'],
    ['tomorrow 17h30', '17:30'],
    ['tomorrow 0745', '07:45'],
    ['tomorrow 8.45', '08:45'],
    ['tomorrow at five forty five pm', '17:45'],
    ['tomorrow 3 30', '15:30'],
    ['tomorrow at quarter past four', '16:15'],
    ['tomorrow at ten to two', '13:50'],
    ['tomorrow at half three', '15:30'],
    ['tomorrow at noon', '12:00'],
    ['tomorrow 3ish', '15:00'],
    ["tomorrow at 11 o'clock", '11:00'],
    ['tomorrow eod', '17:00'],
    ['tomorrow at 7 in the evening', '19:00'],
    ['tomorrow morning at 7', '07:00'],
    ['tomorrow 14 Uhr', '14:00'],
    ['tomorrow 15h', '15:00'],
    ['tomorrow 11:00 hrs', '11:00'],
    ['tomorrow 15.30h', '15:30'],
    ['tomorrow, 0615 hours', '06:15'],
    ['tomorrow at ten after six', '18:10'],
    ['tomorrow 15:00 my time (9 am his)', '15:00'],
    ['tomorrow 3pm-ish', '15:00'],
    ['tomorrow 8 sharp', '08:00'],
    ['tomorrow at 5 to 3', '14:55'],
    ['tomorrow eleven hundred hours', '11:00'],
    ['tomorrow at oh nine hundred hours', '09:00'],
    ['first thing tomorrow, 8:15', '08:15'],
    ['first thing tomorrow', '09:00'],
    ['eod tomorrow, 4:30pm', '16:30'],
    ['tomorrow at twenty to ten pm', '21:40'],
    ['tomorrow morning, say 10', '10:00'],
    ['tomorrow 7 for 7.30pm', '19:00'],
    ['tomorrow pm', '14:00'],
    ['wednesday 15 10am', '10:00'],
    ['visit to plant 2, tomorrow 8am-2pm', '08:00'],
    ['service tomorrow, drop 7.30', '07:30'],
    ['tomorrow qtr past 4', '16:15'],
    ['tomorrow 1/2 past 10', '10:30'],
    ['tomorrow at half-past two', '14:30'],
    ['tomorrow at quarter of five pm', '16:45'],
    ['tomorrow ten of six pm', '17:50'],
    ['tomorrow six-thirty pm', '18:30'],
    ['tomorrow nite at 8', '20:00'],
    ['tomorrow aft at 3', '15:00'],
    ['tomorrow a.m.', '09:00'],
    ['tomorrow at 9h', '09:00'],
    ['tomorrow 6:30 hrs', '06:30'],
    ['end of business tomorrow', '17:00'],
    ['by end of day tomorrow', '17:00'],
    ['20260415T0945', '09:45'],
  ])('%s', (text, clock) => {
    expect(start(text)).toBe(`2026-04-15T${clock}:00`);
  });

  it.each([
    ['sprint 26.2'],
    ['room 2107'],
    ['1:1 with Bo'],
    ['parking 24/7'],
    ['version 2.10'],
    ['at 140 elm st'],
    ['4 people'],
    ['5th floor'],
    ['error 401'],
    ['Q3'],
    ['a 2h session'],
    ['a score of 2-1'],
    ['i am there'],
    ['as i say 10 things'],
    ['three hundred hours of video'],
  ])('%s is none', (text) => expect(start(text)).toBeNull());
});

describe('a range of hours', () => {
  it.each([
    ['tomorrow 3-4pm', '15:00', '16:00'],
    ['tomorrow from 9 to 12:30', '09:00', '12:30'],
    ['tomorrow 9-5', '09:00', '17:00'],
    ['tomorrow 11-1', '11:00', '13:00'],
    ['tomorrow between 10 and 11:30', '10:00', '11:30'],
    ['tomorrow 1530-1615', '15:30', '16:15'],
    ['tomorrow 1:30pm to 4', '13:30', '16:00'],
    ['tomorrow 11am-1pm', '11:00', '13:00'],
    ['tomorrow 10h-11h', '10:00', '11:00'],
    ['tomorrow 14-15h', '14:00', '15:00'],
    ['tomorrow btw 2 and 4', '14:00', '16:00'],
    ['tomorrow b/w 10 to 11', '10:00', '11:00'],
    ['8-4 shift tomorrow', '08:00', '16:00'],
    ['1-3 this afternoon', '13:00', '15:00'],
    ['4 till 6 this afternoon', '16:00', '18:00'],
    ['tomorrow five thirty to seven pm', '17:30', '19:00'],
    ['tomorrow from six-thirty to eight pm', '18:30', '20:00'],
    ['tomorrow from nine-ten', '09:00', '10:00'],
    ['tomorrow between 9 & 10', '09:00', '10:00'],
    ['tomorrow 2pm → 4pm', '14:00', '16:00'],
    ['tomorrow 14h to 15h30', '14:00', '15:30'],
    ['2026-04-15T10:00/2026-04-15T11:15', '10:00', '11:15'],
    ['20260415T0900/20260415T1000', '09:00', '10:00'],
    ['tomorrow 3pm, 1:30h', '15:00', '16:30'],
    ['tomorrow 3pm for 1 1/2 hours', '15:00', '16:30'],
    ['tomorrow 3pm, 3/4 of an hour', '15:00', '15:45'],
    ['tomorrow 3pm for an hour and a 1/2', '15:00', '16:30'],
  ])('%s', (text, from, to) => {
    const day = text.includes('this') ? '2026-04-14' : '2026-04-15';
    expect(span(text)).toEqual([`${day}T${from}:00`, `${day}T${to}:00`]);
  });

  it('goes past midnight', () => {
    expect(span('tomorrow 9pm til 1am')).toEqual(['2026-04-15T21:00:00', '2026-04-16T01:00:00']);
    expect(span('from 11 to 3am')).toEqual(['2026-04-14T23:00:00', '2026-04-15T03:00:00']);
    expect(span('saturday 11pm to sunday 3am')).toEqual(['2026-04-18T23:00:00', '2026-04-19T03:00:00']);
  });

  it('ends in the morning after a night, and in the afternoon of a day', () => {
    expect(span('sat 22:00 to sun 6:00')).toEqual(['2026-04-18T22:00:00', '2026-04-19T06:00:00']);
    expect(span('mon 9am to tue 5:00')).toEqual(['2026-04-20T09:00:00', '2026-04-21T17:00:00']);
    expect(span('from 8 am tomorrow to 6 pm on thursday')).toEqual(['2026-04-15T08:00:00', '2026-04-16T18:00:00']);
    expect(span('8 am monday to 6 pm the 22nd')).toEqual(['2026-04-20T08:00:00', '2026-04-22T18:00:00']);
    expect(span('mon 9 to tue 5')).toEqual(['2026-04-20T09:00:00', '2026-04-21T17:00:00']);
  });

  it('the small hours of a night are the next day’s', () => {
    expect(start('tonight at midnight')).toBe('2026-04-15T00:00:00');
    expect(start('tonight 1am')).toBe('2026-04-15T01:00:00');
    expect(start('friday night at midnight')).toBe('2026-04-18T00:00:00');
    expect(start('friday at midnight')).toBe('2026-04-17T00:00:00');
    expect(start('tonight at 11')).toBe('2026-04-14T23:00:00');
    expect(start('tonight 1am', '2026-04-14T00:20:00')).toBe('2026-04-14T01:00:00');
  });

  it('one moment on two clocks is one', () => {
    expect(start('tomorrow 10am PT / 1pm ET')).toBe('2026-04-15T10:00:00');
    expect(start('tomorrow 8.30 pm IST (10 am EST)')).toBe('2026-04-15T20:30:00');
    expect(span('call at 5 tomorrow and at 10 on friday')).toEqual(['2026-04-15T17:00:00', null]);
  });

  it.each([
    ['from 10am on the 21st til 4pm on the 23rd', '2026-04-21T10:00:00', '2026-04-23T16:00:00'],
    ['friday 9am until 11am on saturday', '2026-04-17T09:00:00', '2026-04-18T11:00:00'],
    ['friday 1pm ~ 2pm', '2026-04-17T13:00:00', '2026-04-17T14:00:00'],
    ['friday 10h30-11h', '2026-04-17T10:30:00', '2026-04-17T11:00:00'],
    ['friday 10h-11h30', '2026-04-17T10:00:00', '2026-04-17T11:30:00'],
    ['friday 3-4pm, april 17', '2026-04-17T15:00:00', '2026-04-17T16:00:00'],
  ])('%s: a day behind the end is its own, where it is another one', (text, from, to) => {
    expect(span(text)).toEqual([from, to]);
  });

  it.each([['something with the bank before the 28th'], ['something with the bank before 12 may']])(
    '%s leaves the day open',
    (text) => expect(start(text)).toBeNull(),
  );

  it('«before» bounds the hour and does not say it', () => {
    expect(span('tomorrow before noon')).toEqual(['2026-04-15T00:00:00', '2026-04-16T00:00:00']);
    expect(start('tomorrow by noon')).toBe('2026-04-15T12:00:00');
    expect(span('before 6 tonight')).toEqual(['2026-04-14T00:00:00', '2026-04-15T00:00:00']);
    expect(span('friday anytime after 1')).toEqual(['2026-04-17T00:00:00', '2026-04-18T00:00:00']);
  });

  it('a length counts before the part of the day', () => {
    expect(span('an hour tomorrow morning')).toEqual(['2026-04-15T09:00:00', '2026-04-15T10:00:00']);
    expect(span('1 hr, 30 min reminder, tomorrow 2pm')).toEqual(['2026-04-15T14:00:00', '2026-04-15T15:00:00']);
    expect(span('book 45 with Bo tomorrow at 11')).toEqual(['2026-04-15T11:00:00', '2026-04-15T11:45:00']);
  });

  it('a length within a window is its own', () => {
    expect(span('30 min tomorrow between 2 and 4')).toEqual(['2026-04-15T14:00:00', '2026-04-15T14:30:00']);
    expect(span('tomorrow between 2 and 4')).toEqual(['2026-04-15T14:00:00', '2026-04-15T16:00:00']);
  });

  it('a morning that has begun is not moved to the evening', () => {
    expect(span('this morning between 9:30 and 11')).toEqual(['2026-04-14T09:30:00', '2026-04-14T11:00:00']);
  });

  it('a length gives the end', () => {
    expect(span('tomorrow 10am for an hour and a half')).toEqual(['2026-04-15T10:00:00', '2026-04-15T11:30:00']);
    expect(span('tomorrow 10am, three quarters of an hour')).toEqual(['2026-04-15T10:00:00', '2026-04-15T10:45:00']);
    expect(span('tomorrow 10am for two hours thirty')).toEqual(['2026-04-15T10:00:00', '2026-04-15T12:30:00']);
    expect(span('tomorrow 10am, hour and a half')).toEqual(['2026-04-15T10:00:00', '2026-04-15T11:30:00']);
    expect(span('tomorrow 10am for two and a quarter hours')).toEqual(['2026-04-15T10:00:00', '2026-04-15T12:15:00']);
    expect(span('tomorrow 10am for 1 hr 20')).toEqual(['2026-04-15T10:00:00', '2026-04-15T11:20:00']);
    expect(span('tomorrow 10am for 1 hr 5')).toEqual(['2026-04-15T10:00:00', '2026-04-15T11:05:00']);
    expect(span('tomorrow 10am for 1.25h')).toEqual(['2026-04-15T10:00:00', '2026-04-15T11:15:00']);
    expect(span('tomorrow 10am for two whole hours')).toEqual(['2026-04-15T10:00:00', '2026-04-15T12:00:00']);
    expect(span('in 40 minutes')).toEqual(['2026-04-14T11:00:00', null]);
  });
});
