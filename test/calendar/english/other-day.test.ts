import { describe, expect, it } from 'vitest';
import { ask } from '../reading.ts';

describe('a thing on two days that are no stretch', () => {
  it.each([
    ['training may 12 + may 19, 9am', '2026-05-12T09:00:00', 'training may 19, 9am'],
    ['training 4/22, 4/29 at 9am', '2026-04-22T09:00:00', 'training 4/29 at 9am', 'America/New_York'],
    ['lunch on 5 may and 12 may with Bo at 12:30', '2026-05-05T12:30:00', 'lunch 12 may with Bo at 12:30'],
    ['rent may 5, may 12, may 19 9am', '2026-05-05T09:00:00', 'rent may 12, may 19 9am'],
    ['meds at 8am and 8pm tomorrow', '2026-04-15T08:00:00', 'meds 8pm tomorrow'],
    ['Onboarding Eva: 1 May 9:00, 2 May 9:00', '2026-05-01T09:00:00', 'Onboarding Eva: 2 May 9:00'],
    ['pick up kids mon 3pm, wed 3pm, fri 2pm', '2026-04-20T15:00:00', 'pick up kids wed 3pm, fri 2pm'],
  ])('%s: on the other day as well', (message, start, other, zone = 'Europe/Berlin') => {
    const meant = ask(message, zone);
    expect(meant).toMatchObject({ intent: 'create-event', event: { start: { value: start } }, more: { words: other } });
  });

  it.each([
    ['dinner on friday, 24 april at 7'],
    ['call Bo between 2pm and 4pm tomorrow'],
    ['call 5 may 14:00 CET, 5 may 8am ET'],
    ['training on 12 and 13 may 9-17'],
    ['call Bo on 5 may, room 12'],
  ])('%s has one time', (message) => expect(ask(message)).not.toHaveProperty('more'));
});
