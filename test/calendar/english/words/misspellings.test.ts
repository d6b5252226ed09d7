import { describe, expect, it } from 'vitest';
import { spelledRight } from '../../../../src/calendar/english/words/misspellings.ts';
import { tokenize } from '../../../../src/calendar/text/tokenize.ts';
import { eventOf } from '../../reading.ts';

const read = (text: string) =>
  spelledRight(tokenize(text))
    .map((token) => token.text)
    .join(' ');

describe('words with a slip', () => {
  it.each([
    ['interveiw', 'interview'],
    ['Apointment', 'Appointment'],
    ['interviw', 'interview'],
    ['shcedule', 'schedule'],
    ['metting', 'meeting'],
    ['wensday', 'wednesday'],
  ])('«%s» is meant as «%s»', (typed, meant) => expect(read(typed)).toBe(meant));

  it.each([
    ['planting'],
    ['planing'],
    ['super'],
    ['diner'],
    ['theater'],
    ['theatre'],
    ['created'],
    ['meetings'],
    ['trial'],
    ['call Craete'],
  ])('«%s» stays', (typed) => expect(read(typed)).toBe(typed));

  it('reads command, thing and day', () => {
    const event = eventOf('shcedule a metting with Tomas on wensday at 11am');
    expect(event.title?.value).toBe('Meeting with Tomas');
    expect(event.start?.value).toBe('2026-04-15T11:00:00');
  });
});
