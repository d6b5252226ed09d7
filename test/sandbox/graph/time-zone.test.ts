import { describe, expect, it } from 'vitest';
import { ianaZoneOf, parseTime, toInstant, toLocal } from '../../../src/sandbox/graph/time-zone.ts';
import { WINDOWS_ZONES } from '../../../src/sandbox/graph/windows-zones.ts';

describe('time zones of Exchange', () => {
  it('each lead to a zone that there is', () => {
    for (const [windows, iana] of Object.entries(WINDOWS_ZONES)) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: iana }), windows).not.toThrow();
      expect(ianaZoneOf(windows.toUpperCase())).toBe(iana);
    }
  });

  it.each(['', '[]', 'undefined', 'Greenwich Mean Time', 'tzone://Microsoft/Custom', 'Mars/Base', "'UTC'"])(
    'do not include %j',
    (name) => expect(ianaZoneOf(name)).toBeUndefined(),
  );
});

describe('local times', () => {
  const instant = (text: string, zone: string): string =>
    new Date(toInstant(parseTime(text)!.wallClockMs, zone)).toISOString();

  it.each([
    ['2026-03-12T12:00:00', 'America/New_York', '2026-03-12T16:00:00.000Z'],
    ['2026-01-12T12:00:00', 'America/New_York', '2026-01-12T17:00:00.000Z'],
    ['2026-03-12T12:00:00', 'Asia/Kathmandu', '2026-03-12T06:15:00.000Z'],
    // Skipped by the change to summer time: as if it had not changed yet.
    ['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    // Occurs twice: the first.
    ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:30:00', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(instant(text, zone)).toBe(expected);
  });

  it('come back as they were', () => {
    expect(toLocal(Date.parse('2026-07-01T10:00:00Z'), 'Europe/Berlin')).toBe('2026-07-01T12:00:00.0000000');
    expect(toLocal(Date.parse('2026-07-01T22:00:00Z'), 'Asia/Tokyo')).toBe('2026-07-02T07:00:00.0000000');
  });

  it.each(['2026-02-30T10:00:00', '2026-03-12T25:00:00', '2026-03-12 10:00', 'tomorrow', '12/03/2026'])(
    'are not %j',
    (text) => expect(parseTime(text)).toBeUndefined(),
  );

  it('may carry an offset', () => {
    expect(parseTime('2026-03-12T10:00:00.0000000Z')?.offsetMs).toBe(0);
    expect(parseTime('2026-03-12T10:00:00-05:30')?.offsetMs).toBe(-19_800_000);
    expect(parseTime('2026-03-12')).toEqual({ wallClockMs: Date.parse('2026-03-12T00:00:00Z'), offsetMs: null });
  });
});
