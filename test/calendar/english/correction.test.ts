import { describe, expect, it } from 'vitest';
import { ask, eventOf } from '../reading.ts';

describe('a time that is taken back in the same message', () => {
  it.each([
    ['sync with Olu tomorrow at 3, no make it 4', 'Sync with Olu', '2026-04-15T16:00:00'],
    ['dinner saturday 7pm... sorry, I meant sunday', 'Dinner', '2026-04-19T19:00:00'],
    ['not thursday, friday: workshop on retention at 13:00', 'Workshop on retention', '2026-04-17T13:00:00'],
    ['vet on monday at 9:20, not tuesday', 'Vet', '2026-04-20T09:20:00'],
    ['call Bo tuesday - no wait, wednesday at 9', 'Call Bo', '2026-04-15T09:00:00'],
    ['dentist tuesday, no, wednesday 10am', 'Dentist', '2026-04-15T10:00:00'],
    ['demo thursday 2pm; correction: 3pm', 'Demo', '2026-04-16T15:00:00'],
    ['lunch friday 12, sorry 1pm', 'Lunch', '2026-04-17T13:00:00'],
    ['book club thursday 7pm no 8pm', 'Book club', '2026-04-16T20:00:00'],
    ['oil change saturday 9 no wait 10am', 'Oil change', '2026-04-18T10:00:00'],
    ['board call tomorrow 3pm, or rather thursday 4pm, on teams', 'Board call', '2026-04-16T16:00:00'],
  ])('%s', (message, title, start) => {
    const event = eventOf(message);
    expect([event.title?.value, event.start?.value]).toEqual([title, start]);
  });

  it('takes its end with it', () => {
    const { start, end } = eventOf('book the boardroom tuesday 10-11, actually 10:30-11:30');
    expect([start?.value, end?.value]).toEqual(['2026-04-21T10:30:00', '2026-04-21T11:30:00']);
  });

  it('may be the length', () => {
    expect(eventOf('gym for 30 min tomorrow 7am, make that 45 min').durationMinutes).toBe(45);
  });

  it.each([
    ['flight no 4 on friday 9am', 'Flight no 4', '2026-04-17T09:00:00'],
    ['lunch with Sorry Tom friday 12', 'Lunch with Sorry Tom', '2026-04-17T12:00:00'],
    ['room no 5 tomorrow at 3', 'Room no 5', '2026-04-15T15:00:00'],
  ])('%s takes nothing back', (message, title, start) => {
    const event = eventOf(message);
    expect([event.title?.value, event.start?.value]).toEqual([title, start]);
  });

  it.each([
    ['no, make it 4'],
    ['no meetings on friday, book monday 3pm'],
    ['dinner at 7 friday if you can make it by 8'],
  ])('%s asks for no event', (message) => expect(ask(message).intent).toBe('not-create-event'));
});
