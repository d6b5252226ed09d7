import { describe, expect, it } from 'vitest';
import { addSeconds, compareMoments, localTime, moment, parseMoment } from '../../../src/calendar/local/moment.ts';

describe('a moment on the wall', () => {
  it.each([
    ['2026-03-12T14:00:00', '2026-03-12T14:00:00'],
    ['2026-03-12T14:00', '2026-03-12T14:00:00'],
    ['2026-03-12T14:00:00.0000000', '2026-03-12T14:00:00'],
    [' 2026-03-12 ', '2026-03-12T00:00:00'],
  ])('reads %s', (text, time) => expect(localTime(parseMoment(text)!)).toBe(time));

  it.each([
    ['2026-02-30'],
    ['2026-03-12T24:00'],
    ['2026-03-12T14:60'],
    ['2026-03-12T14:00Z'],
    ['2026-03-12T14:00+01:00'],
    ['12.03.2026'],
    [''],
  ])('«%s» is none', (text) => expect(parseMoment(text)).toBeNull());

  it('adds up over midnights, forth and back', () => {
    const at = parseMoment('2026-12-31T23:30:00')!;
    expect(localTime(addSeconds(at, 3600))).toBe('2027-01-01T00:30:00');
    expect(localTime(addSeconds(at, -86_400))).toBe('2026-12-30T23:30:00');
    expect(localTime(moment(0, -1))).toBe('1969-12-31T23:59:59');
    expect(compareMoments(at, addSeconds(at, 1))).toBeLessThan(0);
    expect(compareMoments(at, at)).toBe(0);
  });
});
