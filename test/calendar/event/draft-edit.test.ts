import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOf, type EventDraft } from '../../../src/calendar/event/draft.ts';
import { applyEdit, withAlternative } from '../../../src/calendar/event/draft-edit.ts';
import { DRAFT_INPUTS, inputsOf } from '../../../src/calendar/event/draft-inputs.ts';
import { conflictsWith, nextFreeStart } from '../../../src/calendar/event/free-slot.ts';
import { instantOf } from '../../../src/calendar/event/zone-clock.ts';
import type { EventUnderstood } from '../../../src/calendar/understanding.ts';

const NOW = '2026-03-10T09:15:00';
const said = <T>(value: T) => ({ value, certainty: 'said' as const });
const EVENT: EventUnderstood = {
  title: said('Lunch'),
  start: said('2026-03-12T12:00:00'),
  end: said('2026-03-12T12:45:00'),
  allDay: false,
  attendees: [],
  location: null,
  online: false,
  recurrence: null,
  reminderMinutes: null,
  statedTimeZone: null,
  sensitivity: null,
  showAs: null,
  remarks: [{ kind: 'alternative', words: 'Thursday week', start: '2026-03-19T12:00:00', end: null }],
};
const lunch = (event: Partial<EventUnderstood> = {}, guests: EventDraft['guests'] = []) =>
  draftOf({ event: { ...EVENT, ...event }, guests, timeZone: 'Europe/Berlin' });
const shown = (draft: EventDraft): Record<string, unknown> => {
  const inputs = inputsOf(draft);
  return Object.fromEntries(
    Object.entries(DRAFT_INPUTS).map(([name, id]) => [id, String(inputs[name as keyof typeof inputs])]),
  );
};

describe('edits of a card', () => {
  test('what comes back as it was shown changes nothing', () => {
    for (const draft of [
      lunch(),
      lunch({ allDay: true, start: said('2026-03-12T00:00:00'), end: null }),
      lunch({}, [
        { kind: 'named', name: 'Lee, Sam' },
        { kind: 'known', name: 'A; B', address: 'a@b.de' },
      ]),
    ])
      expect(applyEdit(draft, shown(draft), NOW)).toEqual({ draft, problems: [], changed: false });
  });

  test('a day alone keeps the hour and the length, and what was assumed is said now', () => {
    const { draft } = applyEdit(lunch(), { 'event-date': '2026-03-13' }, NOW);
    expect(draft).toMatchObject({ start: said('2026-03-13T12:00:00'), end: said('2026-03-13T12:45:00') });
  });

  test('an all-day event gets a time by it', () => {
    const trip = lunch({ allDay: true, start: said('2026-03-12T00:00:00'), end: said('2026-03-14T00:00:00') });
    expect(applyEdit(trip, { 'event-time': '09:00' }, NOW).draft).toMatchObject({
      allDay: false,
      start: said('2026-03-12T09:00:00'),
      end: said('2026-03-12T10:00:00'),
    });
    expect(applyEdit(trip, { 'event-length': '3' }, NOW).draft.end).toEqual(said('2026-03-15T00:00:00'));
  });

  test('a series on one day follows it', () => {
    const weekly = lunch({
      recurrence: { pattern: 'weekly', interval: 1, daysOfWeek: ['thursday'], until: null, count: null },
    });
    expect(applyEdit(weekly, { 'event-date': '2026-03-13' }, NOW).draft.recurrence?.daysOfWeek).toEqual(['friday']);
  });

  test('answers what was asked', () => {
    const open = { ...lunch({ start: null, end: null }), ask: ['date', 'time'] as const, question: 'When?' };
    const { draft, problems } = applyEdit(open, { 'event-date': '2026-03-13', 'event-time': '10:00' }, NOW);
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({ ask: [], question: null, start: said('2026-03-13T10:00:00') });
  });

  test('picks one of several by address, and no other', () => {
    const sams = ['sam@a.de', 'sam@b.de'].map((address) => ({ kind: 'known', name: 'Sam', address }) as const);
    const open = lunch({}, [{ kind: 'several', name: 'Sam', candidates: sams }]);
    expect(applyEdit(open, { 'event-guest-0': 'sam@b.de' }, NOW).draft.guests).toEqual([sams[1]]);
    expect(applyEdit(open, { 'event-guest-0': 'not an address' }, NOW).problems).toHaveLength(1);
  });

  test('never throws, and gives a draft or what is wrong with it', () => {
    const anything = fc.dictionary(fc.constantFrom(...Object.values(DRAFT_INPUTS), 'event-guest-0'), fc.anything());
    fc.assert(
      fc.property(anything, (data) => {
        const { draft, problems } = applyEdit(
          lunch({}, [{ kind: 'unknown', name: 'Sam', why: 'not-found' }]),
          data,
          NOW,
        );
        expect(draft.start !== null && draft.end !== null && draft.start.value < draft.end.value).toBe(true);
        expect(Array.isArray(problems)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('takes another reading once', () => {
    const other = withAlternative(lunch(), 0);
    expect(other).toMatchObject({ start: said('2026-03-19T12:00:00'), remarks: [] });
    expect(other?.end?.value).toBe('2026-03-19T12:45:00');
    expect(withAlternative(lunch(), 1)).toBeNull();
  });
});

describe('the next free time', () => {
  const zone = 'Europe/Berlin';
  const at = (clock: string, day = '2026-03-12') => instantOf(`${day}T${clock}:00`, zone);
  const busy = (from: string, to: string) => ({ start: at(from), end: at(to), title: 'x' });
  const wanted = { start: at('14:00'), end: at('15:00'), timeZone: zone };
  const until = at('14:00', '2026-03-15');

  test('what touches is no conflict', () => {
    expect(conflictsWith([busy('13:00', '14:00'), busy('15:00', '16:00')], wanted.start, wanted.end)).toEqual([]);
  });
  test('is after what is in the way, at a quarter', () => {
    expect(nextFreeStart([busy('13:30', '14:40'), busy('15:30', '16:20')], wanted, until)).toBe('2026-03-12T16:30:00');
  });
  test('is the next morning where the day is full', () => {
    expect(nextFreeStart([busy('13:00', '17:30')], wanted, until)).toBe('2026-03-13T09:00:00');
  });
  test('is none where nothing is free as far as is known', () => {
    expect(nextFreeStart([{ start: at('00:00'), end: until, title: 'x' }], wanted, until)).toBeNull();
  });
});
