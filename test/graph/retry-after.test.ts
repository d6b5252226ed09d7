import { describe, expect, it } from 'vitest';
import { operationName } from '../../src/graph/operation-name.ts';
import { httpDate, retryAfterMs } from '../../src/graph/retry-after.ts';

const NOW = Date.UTC(2026, 10, 26, 12);

describe('Retry-After', () => {
  it.each([
    ['5', null, 5000],
    [' 0 ', null, 0],
    ['Thu, 26 Nov 2026 12:00:07 GMT', null, 7000],
    ['Thu, 26 Nov 2026 12:00:07 GMT', 'Thu, 26 Nov 2026 12:00:05 GMT', 2000],
    ['Thu, 26 Nov 2026 11:00:00 GMT', null, 0],
    ['soon', null, null],
    ['-1', null, null],
    ['1.5', null, null],
    ['', null, null],
    [null, null, null],
  ])('%j with the Date %j waits %j ms', (value, date, ms) => {
    expect(retryAfterMs(value, date, NOW)).toBe(ms);
  });

  it('reads HTTP dates and nothing else', () => {
    expect(httpDate('Thu, 26 Nov 2026 12:00:00 GMT')).toBe(NOW);
    expect(httpDate('Thursday, 26-Nov-26 12:00:00 GMT')).toBe(NOW);
    for (const value of [null, '', '2026', '2026-11-26T12:00:00Z', 'Thu, nonsense']) expect(httpDate(value)).toBeNull();
  });
});

describe('the name of an operation', () => {
  it.each([
    ['/me', 'GET /me'],
    ['/me/calendarView?startDateTime=2026', 'GET /me/calendarView'],
    ['/users/anna/events', 'GET /users/{id}/events'],
    ['/users/anna@contoso.com/calendar/events/AAMkAGI1', 'GET /users/{id}/calendar/events/{id}'],
    ['/me/events/abcdef/accept', 'GET /me/events/{id}/accept'],
    ['/users/5f0c2a9e-7b41-4d3c-9e88-1a2b3c4d5e6f', 'GET /users/{id}'],
    ['/$batch', 'GET /$batch'],
    ['', 'GET /'],
  ])('%s', (path, name) => {
    expect(operationName({ method: 'GET', path })).toBe(name);
  });
});
