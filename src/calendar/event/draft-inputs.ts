import type { LocalTime } from '../understanding.ts';
import { DEFAULT_MINUTES, type EventDraft, minutesBetween } from './draft.ts';
import { guestLabel } from './guest.ts';

/** The names of a card's inputs. */
export const DRAFT_INPUTS = {
  title: 'event-title',
  date: 'event-date',
  time: 'event-time',
  /** Minutes; of an all-day event days. */
  length: 'event-length',
  people: 'event-people',
  online: 'event-online',
} as const;

/** The input for the address of the guest at this place in the draft. */
export function guestInput(index: number): string {
  return `event-guest-${index}`;
}

/** What the inputs show before anybody touches them: what comes back the same was not changed. */
export interface DraftInputs {
  readonly title: string;
  readonly date: string;
  /** `14:00`; empty for an all-day event. */
  readonly time: string;
  readonly length: string;
  readonly people: string;
  readonly online: boolean;
}

/** What the fields of a draft's card are filled with. */
export function inputsOf(draft: EventDraft): DraftInputs {
  return {
    title: draft.title?.value ?? '',
    date: draft.start?.value.slice(0, 10) ?? draft.date ?? '',
    time: draft.start === null || draft.allDay ? '' : draft.start.value.slice(11, 16),
    length: lengthOf(draft),
    people: draft.guests.map(guestLabel).join(', '),
    online: draft.online,
  };
}

function lengthOf({ start, end, allDay, durationMinutes }: EventDraft): string {
  if (start === null || end === null) return allDay ? '1' : String(durationMinutes ?? DEFAULT_MINUTES);
  const minutes = minutesBetween(start.value, end.value);
  return String(allDay ? Math.round(minutes / 1440) : minutes);
}

/** «2026-03-12» and «14:00» as one local time. */
export function joined(date: string, time: string): LocalTime {
  return `${date}T${time}:00`;
}
