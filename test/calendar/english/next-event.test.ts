import { describe, expect, it } from 'vitest';
import { eventOf } from '../reading.ts';

describe('several events in one message', () => {
  it.each([
    ['please add: swim class sat 9am, piano sun 4pm', 'Swim class', '2026-04-18T09:00:00'],
    ['dentist tomorrow 9am and vet on friday 4pm', 'Dentist', '2026-04-15T09:00:00'],
    ['gym fri 7am; physio sat 5pm', 'Gym', '2026-04-17T07:00:00'],
  ])('%s: the first', (message, title, start) => {
    const event = eventOf(message);
    expect([event.title?.value, event.start?.value]).toEqual([title, start]);
  });

  it.each([
    ['Onboarding Eva: 1 May 9:00, 2 May 9:00', 'Onboarding Eva'],
    ['fri 4pm, board prep', 'Board prep'],
    ['dinner friday 7pm, remind me thursday at 5pm', 'Dinner'],
  ])('%s is one', (message, title) => expect(eventOf(message).title?.value).toBe(title));
});
