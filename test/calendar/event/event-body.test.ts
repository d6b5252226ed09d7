import { describe, expect, test } from 'vitest';
import { draftOf, type EventDraft, isReady, movedTo, type ReadyDraft } from '../../../src/calendar/event/draft.ts';
import { draftJson, parseDraftContent } from '../../../src/calendar/event/draft-json.ts';
import { changedEventBody, eventBody } from '../../../src/calendar/event/event-body.ts';
import { firstOccurrence } from '../../../src/calendar/event/first-occurrence.ts';
import { distinctGuests, isAddress, parseGuest } from '../../../src/calendar/event/guest.ts';
import { transactionIdOf } from '../../../src/calendar/event/transaction-id.ts';
import { ianaZone, windowsZone } from '../../../src/calendar/event/windows-zone.ts';
import { dayOf, isoDate } from '../../../src/calendar/local/day.ts';
import type { EventUnderstood, Recurrence } from '../../../src/calendar/understanding.ts';
import { readEventPayload } from '../../../src/sandbox/graph/event-payload.ts';

const said = <T>(value: T) => ({ value, certainty: 'said' as const });
const EVENT: EventUnderstood = {
  title: said('Standup'),
  start: said('2026-03-10T09:30:00'),
  end: null,
  allDay: false,
  attendees: [],
  location: null,
  online: false,
  recurrence: null,
  reminderMinutes: null,
  statedTimeZone: null,
  sensitivity: null,
  showAs: null,
  remarks: [],
};
const draft = (event: Partial<EventUnderstood> = {}, guests: EventDraft['guests'] = []): ReadyDraft => {
  const made = draftOf({ event: { ...EVENT, ...event }, guests, timeZone: 'Europe/Berlin' });
  if (!isReady(made)) throw new Error('not ready');
  return made;
};
const every = { interval: 1, until: null, count: null } as const;

describe('the draft', () => {
  test('lasts an hour where nothing was said, and an all-day one a day', () => {
    expect(draft().end).toEqual({ value: '2026-03-10T10:30:00', certainty: 'assumed' });
    expect(draft({ allDay: true, start: said('2026-03-10T00:00:00') }).end.value).toBe('2026-03-11T00:00:00');
  });

  test('has a title in any case', () => {
    expect(draft({ title: null }).title).toEqual({ value: 'Event', certainty: 'assumed' });
    expect(draft({ title: null }, [{ kind: 'known', name: 'Sam', address: 's@x.de' }]).title.value).toBe(
      'Meeting with Sam',
    );
    expect(draft({ title: said('x'.repeat(400)) }).title.value).toHaveLength(255);
  });

  test('keeps its length when it is moved', () => {
    expect(movedTo(draft({ end: said('2026-03-10T09:45:00') }), '2026-03-11T23:50:00').end?.value).toBe(
      '2026-03-12T00:05:00',
    );
  });

  test('survives the store, and what is none of ours does not', () => {
    const content = { kind: 'event', draft: draft(), words: null, before: [] } as const;
    expect(parseDraftContent(draftJson(content))).toEqual(content);
    for (const bad of [
      '',
      '{',
      '[]',
      '{"kind":"event"}',
      '{"kind":"event","draft":{"start":{"value":"x"}}}',
      '{"kind":"change","change":{}}',
    ])
      expect(parseDraftContent(bad)).toBeNull();
  });
});

describe('the body of the event', () => {
  test('has local times without an offset, under Windows’ name of the zone', () => {
    expect(eventBody(draft(), 'd')).toMatchObject({
      subject: 'Standup',
      start: { dateTime: '2026-03-10T09:30:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-03-10T10:30:00', timeZone: 'W. Europe Standard Time' },
      isAllDay: false,
      transactionId: transactionIdOf('d'),
    });
  });

  test('has the same transactionId for the same draft, and another one for another', () => {
    expect(transactionIdOf('d')).toBe(transactionIdOf('d'));
    expect(transactionIdOf('d')).not.toBe(transactionIdOf('e'));
    expect(transactionIdOf('d')).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(changedEventBody(draft())).not.toHaveProperty('transactionId');
  });

  const PATTERNS: readonly (readonly [Recurrence, string, object])[] = [
    [{ ...every, pattern: 'daily', count: 3 }, '2026-03-10', { type: 'daily', interval: 1 }],
    [
      { ...every, pattern: 'weekly', daysOfWeek: ['thursday'] },
      '2026-03-12',
      { type: 'weekly', interval: 1, daysOfWeek: ['thursday'], firstDayOfWeek: 'monday' },
    ],
    [
      { ...every, pattern: 'absoluteMonthly', dayOfMonth: 5 },
      '2026-04-05',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 5 },
    ],
    [
      { ...every, pattern: 'absoluteMonthly', dayOfMonth: 31 },
      '2026-03-31',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
    ],
    [
      { ...every, pattern: 'relativeMonthly', daysOfWeek: ['monday'], index: 'first' },
      '2026-04-06',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['monday'], index: 'first' },
    ],
    [
      { ...every, pattern: 'relativeMonthly', daysOfWeek: ['friday'], index: 'last', until: '2026-12-31' },
      '2026-03-27',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' },
    ],
    [
      { ...every, pattern: 'absoluteYearly', dayOfMonth: 29, month: 2 },
      '2027-02-28',
      { type: 'absoluteYearly', interval: 1, dayOfMonth: 29, month: 2 },
    ],
    [
      { ...every, pattern: 'relativeYearly', daysOfWeek: ['sunday'], index: 'second', month: 5 },
      '2026-05-10',
      { type: 'relativeYearly', interval: 1, daysOfWeek: ['sunday'], index: 'second', month: 5 },
    ],
  ];
  test.each(PATTERNS)('begins a series on its first real day: %o', (recurrence, date, pattern) => {
    const body = eventBody(draft({ recurrence }), 'd') as unknown as {
      start: { dateTime: string };
      recurrence: { pattern: object; range: { startDate: string } };
    };
    expect(body.recurrence.pattern).toEqual(pattern);
    expect(body.recurrence.range.startDate).toBe(date);
    expect(body.start.dateTime).toBe(`${date}T09:30:00`);
    expect(() => readEventPayload(body)).not.toThrow();
  });

  test('carries everything else that was said, in the form that the sandbox’s Graph takes', () => {
    const guests = [{ kind: 'known', name: 'Sam Lee', address: 'sam@contoso.com' }] as const;
    const body = eventBody(
      draft(
        {
          location: said('Luigi’s'),
          online: true,
          reminderMinutes: 30,
          sensitivity: 'private',
          showAs: 'oof',
          allDay: true,
          start: said('2026-03-10T00:00:00'),
        },
        guests,
      ),
      'd',
    );
    expect(() => readEventPayload(body)).not.toThrow();
    expect(body).toMatchObject({
      isAllDay: true,
      end: { dateTime: '2026-03-11T00:00:00' },
      location: { displayName: 'Luigi’s' },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      isReminderOn: true,
      reminderMinutesBeforeStart: 30,
      sensitivity: 'private',
      showAs: 'oof',
      attendees: [{ type: 'required', emailAddress: { address: 'sam@contoso.com', name: 'Sam Lee' } }],
    });
  });

  test('a 29 February yearly waits for its month', () => {
    const yearly = { ...every, pattern: 'absoluteYearly', dayOfMonth: 1, month: 1 } as const;
    expect(isoDate(firstOccurrence(dayOf(2026, 3, 10), yearly))).toBe('2027-01-01');
  });
});

describe('zones', () => {
  test.each([
    ['Europe/Berlin', 'W. Europe Standard Time'],
    ['Asia/Kolkata', 'India Standard Time'],
    ['Asia/Calcutta', 'India Standard Time'],
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['America/New_York', 'Eastern Standard Time'],
    ['Etc/UTC', 'UTC'],
  ])('%s is %s', (iana, windows) => expect(windowsZone(iana)).toBe(windows));

  test.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['Europe/London', 'Europe/London'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['', null],
    ['Customized Time Zone', null],
    ['tzone://Microsoft/Custom', null],
    ['+02:00', null],
    ['Mars/Olympus', null],
  ])('%s is read as %s', (name, zone) => expect(ianaZone(name)?.replace('Etc/', '') ?? null).toBe(zone));
});

describe('guests', () => {
  test.each(['sam@contoso.com', 's.a-m+x@mail.example.co.uk'])('%s can be invited', (text) =>
    expect(isAddress(text)).toBe(true),
  );
  test.each([
    'sam',
    'sam@',
    '@contoso.com',
    'sam@contoso',
    'a b@contoso.com',
    'sam@@contoso.com',
    `${'x'.repeat(300)}@contoso.com`,
  ])('%s cannot', (text) => expect(isAddress(text)).toBe(false));
  test('are read as they are written, and only once', () => {
    expect(parseGuest('Sam Lee <sam@contoso.com>')).toEqual({
      kind: 'known',
      name: 'Sam Lee',
      address: 'sam@contoso.com',
    });
    expect(parseGuest('Sam')).toEqual({ kind: 'named', name: 'Sam' });
    expect(parseGuest('sam@nowhere')).toBeNull();
    const same = { kind: 'known', name: null, address: 'SAM@contoso.com' } as const;
    expect(distinctGuests([same, { ...same, address: 'sam@CONTOSO.com' }])).toEqual([same]);
  });
});
