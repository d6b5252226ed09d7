import type { Asked, Recurrence, Understanding } from './understanding.ts';

/** What other programs may rely on of an understanding. */
export interface EventJson {
  readonly intent: Understanding['intent'];
  readonly title: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly allDay: boolean;
  readonly attendees: readonly string[];
  readonly location: string | null;
  readonly online: boolean;
  readonly recurrence: Recurrence | null;
  readonly ask: readonly Asked[];
  /** The words of another event in the same message, which is not read here; left out where there is none. */
  readonly more?: string;
}

/** The contract's object: local times of the person's zone, an end only where the message says one. */
export function eventJson(understanding: Understanding): EventJson {
  if (understanding.intent === 'not-create-event') {
    return {
      intent: understanding.intent,
      title: null,
      start: null,
      end: null,
      allDay: false,
      attendees: [],
      location: null,
      online: false,
      recurrence: null,
      ask: [],
    };
  }
  const { event, intent } = understanding;
  return {
    intent,
    title: event.title?.value ?? null,
    start: event.start?.value ?? null,
    end: event.end?.value ?? null,
    allDay: event.allDay,
    attendees: event.attendees,
    location: event.location?.value ?? null,
    online: event.online,
    recurrence: event.recurrence,
    ask: understanding.intent === 'unclear' ? understanding.ask : [],
    ...(understanding.more === undefined ? {} : { more: understanding.more.words }),
  };
}
