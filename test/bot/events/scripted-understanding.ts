import type { Understand } from '../../../src/bot/events/event-parts.ts';
import { plusMinutes } from '../../../src/calendar/event/draft.ts';
import type { EventUnderstood, Understanding } from '../../../src/calendar/understanding.ts';

export const NOTHING_SAID: EventUnderstood = {
  title: null,
  start: null,
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

/** A day from the reference, at an hour: «2026-03-03T12:00:00». */
function dayAt(reference: string, days: number, clock: string): string {
  return `${plusMinutes(reference, days * 1440).slice(0, 10)}T${clock}:00`;
}

const said = <T>(value: T) => ({ value, certainty: 'said' as const });

type Script = (reference: string, timeZone: string) => Understanding;

const create = (event: Partial<EventUnderstood>): Understanding => ({
  intent: 'create-event',
  event: { ...NOTHING_SAID, ...event },
});

/** Sentences whose reading is written down, so that these tests are about the flow alone. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  'lunch tomorrow noon': (now) => create({ title: said('Lunch'), start: said(dayAt(now, 1, '12:00')) }),
  'lunch with ben tomorrow noon': (now) =>
    create({ title: said('Lunch with Ben'), start: said(dayAt(now, 1, '12:00')), attendees: ['Ben'] }),
  'lunch with ben@lumenworks.example tomorrow noon': (now) =>
    create({ title: said('Lunch'), start: said(dayAt(now, 1, '12:00')), attendees: ['ben@lumenworks.example'] }),
  'standup every tuesday 9:30': (now) =>
    create({
      title: said('Standup'),
      start: said(dayAt(now, 1, '09:30')),
      end: said(dayAt(now, 1, '09:45')),
      online: true,
      recurrence: { pattern: 'weekly', interval: 1, daysOfWeek: ['tuesday'], until: null, count: 5 },
    }),
  'trip from thursday to friday': (now) =>
    create({
      title: said('Trip'),
      start: said(dayAt(now, 3, '00:00')),
      end: said(dayAt(now, 5, '00:00')),
      allDay: true,
    }),
  'dentist tomorrow': () => ({
    intent: 'unclear',
    event: { ...NOTHING_SAID, title: said('Dentist') },
    ask: ['time'],
    question: 'At what time?',
  }),
  'dentist tomorrow 3pm': (now) => create({ title: said('Dentist'), start: said(dayAt(now, 1, '15:00')) }),
  'review at half 3': (now) =>
    create({
      title: said('Review'),
      start: said(dayAt(now, 1, '14:30')),
      remarks: [{ kind: 'alternative', words: '15:30', start: dayAt(now, 1, '15:30'), end: null }],
    }),
  'meeting tomorrow 10:00': (now) => create({ title: said('Meeting'), start: said(dayAt(now, 1, '10:00')) }),
  'mittagessen morgen um zwölf': () => ({ intent: 'not-create-event', language: 'German' }),
};

export const scriptedUnderstanding: Understand = (message, { reference, timeZone }) =>
  SCRIPTS[message.toLowerCase().trim()]?.(reference, timeZone) ?? { intent: 'not-create-event', language: null };
