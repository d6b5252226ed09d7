import { isoDate } from '../local/day.ts';
import { localTime, parseMoment } from '../local/moment.ts';
import type { LocalTime, Recurrence } from '../understanding.ts';
import { minutesBetween, plusMinutes, type ReadyDraft } from './draft.ts';
import { firstOccurrence } from './first-occurrence.ts';
import { transactionIdOf } from './transaction-id.ts';
import { windowsZone } from './windows-zone.ts';

export type EventBody = Readonly<Record<string, unknown>>;

/**
 * The body of `POST /me/events`.
 *
 * @param id the draft's, from which the transactionId comes
 * @see https://learn.microsoft.com/graph/api/user-post-events
 */
export function eventBody(draft: ReadyDraft, id: string): EventBody {
  const { online, reminderMinutes, sensitivity, showAs, location } = draft;
  return {
    subject: draft.title.value,
    ...timesOf(draft),
    isAllDay: draft.allDay,
    ...(location === null ? {} : { location: { displayName: location } }),
    attendees: attendeesOf(draft),
    ...(online ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
    ...(draft.recurrence === null ? {} : { recurrence: recurrenceOf(draft.recurrence, alignedStart(draft)) }),
    ...(reminderMinutes === null ? {} : { isReminderOn: true, reminderMinutesBeforeStart: reminderMinutes }),
    ...(sensitivity === null ? {} : { sensitivity }),
    ...(showAs === null ? {} : { showAs }),
    transactionId: transactionIdOf(id),
  };
}

/** The body of `PATCH /me/events/{id}` for all that a card lets change. An online meeting cannot be taken back. */
export function changedEventBody(draft: ReadyDraft): EventBody {
  return {
    subject: draft.title.value,
    ...timesOf(draft),
    isAllDay: draft.allDay,
    attendees: attendeesOf(draft),
    ...(draft.online ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
    ...(draft.recurrence === null ? {} : { recurrence: recurrenceOf(draft.recurrence, alignedStart(draft)) }),
  };
}

/** Start and end alone: a change of these leaves everything else as it is in Outlook. */
export function timesOf(draft: Pick<ReadyDraft, 'start' | 'end' | 'timeZone' | 'recurrence'>): EventBody {
  const start = alignedStart(draft);
  const end = plusMinutes(start, minutesBetween(draft.start.value, draft.end.value));
  return { start: zoned(start, draft.timeZone), end: zoned(end, draft.timeZone) };
}

/** Local time without an offset, under the name that Graph always takes. */
export function zoned(time: LocalTime, timeZone: string): { readonly dateTime: LocalTime; readonly timeZone: string } {
  return { dateTime: time, timeZone: windowsZone(timeZone) };
}

/** The start on the first real day of the series. */
function alignedStart({ start, recurrence }: Pick<ReadyDraft, 'start' | 'recurrence'>): LocalTime {
  const at = parseMoment(start.value);
  if (recurrence === null || at === null) return start.value;
  return localTime({ ...at, day: firstOccurrence(at.day, recurrence) });
}

function attendeesOf({ guests }: ReadyDraft): readonly unknown[] {
  return guests.flatMap((guest) =>
    guest.kind === 'known'
      ? {
          type: 'required',
          emailAddress: { address: guest.address, ...(guest.name === null ? {} : { name: guest.name }) },
        }
      : [],
  );
}

/** A `patternedRecurrence` with the fields of its type and no other: Graph refuses what does not belong to it. */
function recurrenceOf(recurrence: Recurrence, start: LocalTime): EventBody {
  const at = parseMoment(start);
  const startDate = at === null ? start.slice(0, 10) : isoDate(at.day);
  const { until, count } = recurrence;
  const range =
    until !== null
      ? { type: 'endDate', startDate, endDate: until }
      : count !== null
        ? { type: 'numbered', startDate, numberOfOccurrences: count }
        : { type: 'noEnd', startDate };
  return { pattern: patternOf(recurrence), range };
}

function patternOf(recurrence: Recurrence): EventBody {
  const { pattern: type, interval, daysOfWeek = [], dayOfMonth = 1, month = 1, index = 'first' } = recurrence;
  const common = { type, interval };
  switch (type) {
    case 'daily':
      return common;
    case 'weekly':
      return { ...common, daysOfWeek, firstDayOfWeek: 'monday' };
    case 'absoluteMonthly':
      return { ...common, dayOfMonth };
    case 'relativeMonthly':
      return { ...common, daysOfWeek, index };
    case 'absoluteYearly':
      return { ...common, dayOfMonth, month };
    case 'relativeYearly':
      return { ...common, daysOfWeek, index, month };
  }
}
