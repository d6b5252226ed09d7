import { describe, expect, it } from 'vitest';
import { localTime, parseMoment } from '../../../src/calendar/local/moment.ts';
import { isZone, laterIn, onTheWall, toZone, writesMonthFirst } from '../../../src/calendar/zone/zones.ts';

const at = (time: string) => parseMoment(time)!;

describe('a zone', () => {
  it('is one that the clock knows', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Asia/Kathmandu')).toBe(true);
    expect(isZone('Mars/Base')).toBe(false);
    expect(isZone('')).toBe(false);
  });

  it.each([
    ['2026-03-12T10:00:00', 'America/Los_Angeles', 'Europe/Berlin', '2026-03-12T18:00:00'],
    ['2026-03-31T10:00:00', 'America/Los_Angeles', 'Europe/Berlin', '2026-03-31T19:00:00'],
    ['2026-07-01T09:00:00', 'Asia/Kolkata', 'Asia/Kathmandu', '2026-07-01T09:15:00'],
    ['2026-01-01T01:00:00', 'Pacific/Auckland', 'Pacific/Honolulu', '2025-12-31T02:00:00'],
  ])('%s of %s is on the clocks of %s %s', (time, from, to, there) => {
    expect(localTime(toZone(at(time), from, to))).toBe(there);
  });

  it('adds real hours across a change of the clocks', () => {
    const berlin = laterIn('Europe/Berlin');
    expect(localTime(berlin(at('2026-03-29T01:30:00'), 3600))).toBe('2026-03-29T03:30:00');
    expect(localTime(berlin(at('2026-10-25T01:30:00'), 2 * 3600))).toBe('2026-10-25T02:30:00');
  });
});

describe('a time that the clocks change', () => {
  it('moves on by the gap', () => {
    expect(onTheWall(at('2026-03-29T02:30:00'), 'Europe/Berlin')).toMatchObject({
      moment: at('2026-03-29T03:30:00'),
      remark: { kind: 'dst-gap', taken: '2026-03-29T03:30:00' },
    });
    // Lord Howe Island's clocks move by half an hour.
    expect(onTheWall(at('2026-10-04T02:15:00'), 'Australia/Lord_Howe').remark).toEqual({
      kind: 'dst-gap',
      taken: '2026-10-04T02:45:00',
    });
  });

  it('comes twice, and is the first of the two', () => {
    expect(onTheWall(at('2026-10-25T02:30:00'), 'Europe/Berlin').remark?.kind).toBe('dst-overlap');
    expect(onTheWall(at('2026-10-25T03:00:00'), 'Europe/Berlin').remark).toBeNull();
    expect(onTheWall(at('2026-10-25T02:30:00'), 'Asia/Kolkata').remark).toBeNull();
  });
});

it('the month comes first in the United States, and nearly nowhere else', () => {
  expect(writesMonthFirst('America/New_York')).toBe(true);
  expect(writesMonthFirst('America/Indiana/Knox')).toBe(true);
  expect(writesMonthFirst('America/Sao_Paulo')).toBe(false);
  expect(writesMonthFirst('America/Toronto')).toBe(false);
  expect(writesMonthFirst('Europe/London')).toBe(false);
});
