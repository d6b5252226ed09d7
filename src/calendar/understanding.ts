/** Who said it: the person in the message, or this program, which then says so. */
export type Certainty = 'said' | 'assumed';

export interface Part<T> {
  readonly value: T;
  readonly certainty: Certainty;
}

/** A wall-clock time in the person's own zone: `2026-03-12T14:00:00`, no offset (ISO 8601). */
export type LocalTime = string;

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Graph's recurrencePattern and recurrenceRange, as far as a message says them. */
export interface Recurrence {
  readonly pattern: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly';
  readonly interval: number;
  readonly daysOfWeek?: readonly Weekday[];
  readonly dayOfMonth?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly index?: 'first' | 'second' | 'third' | 'fourth' | 'last';
  /** The last date, inclusive: `2026-06-30`. */
  readonly until: string | null;
  /** For so many times. */
  readonly count: number | null;
}

/** What can be missing or contradictory. */
export type Asked = 'title' | 'date' | 'time' | 'end';

/** A thing that the person should know of the reading. */
export type Remark =
  /** The time does not exist on that day, or exists twice: which one was taken. */
  | { readonly kind: 'dst-gap' | 'dst-overlap'; readonly taken: LocalTime }
  /** Days that no pattern of Graph's leaves out: what the person said of them. */
  | { readonly kind: 'not-left-out'; readonly words: string }
  /** Another reading that a careful person might have meant, offered as a button. */
  | { readonly kind: 'alternative'; readonly words: string; readonly start: LocalTime; readonly end: LocalTime | null };

/** An event as understood from a message. */
export interface EventUnderstood {
  readonly title: Part<string> | null;
  readonly start: Part<LocalTime> | null;
  /** `null` where the message says nothing of it; all-day ends are exclusive midnights. */
  readonly end: Part<LocalTime> | null;
  readonly allDay: boolean;
  /** As the person wrote them: names, addresses, names of mentions. */
  readonly attendees: readonly string[];
  readonly location: Part<string> | null;
  readonly online: boolean;
  readonly recurrence: Recurrence | null;
  readonly reminderMinutes: number | null;
  /** The IANA zone that the message names; start and end are in the person's own zone all the same. */
  readonly statedTimeZone: string | null;
  readonly sensitivity: 'private' | null;
  readonly showAs: 'free' | 'tentative' | 'oof' | null;
  readonly remarks: readonly Remark[];
  /** The day, also where the hour is still to be asked for: `2026-03-12`. */
  readonly date?: string | null;
  /** The length as it was said, also where there is no start yet. */
  readonly durationMinutes?: number | null;
}

/** Another event in the same message: one is read at a time. */
export interface MoreSaid {
  /** The place in the message where the first one ends. */
  readonly at: number;
  /** What the other one says, readable by itself. */
  readonly words: string;
}

/** What a message asks of the calendar. */
export type Understanding =
  | { readonly intent: 'create-event'; readonly event: EventUnderstood; readonly more?: MoreSaid }
  /** An event is wanted, and one precise question must be answered first; what is known stands beside it. */
  | {
      readonly intent: 'unclear';
      readonly event: EventUnderstood;
      readonly ask: readonly Asked[];
      readonly question: string;
      readonly more?: MoreSaid;
    }
  /** Nothing to create. `language` where it looks like an event in a language that is not understood. */
  | { readonly intent: 'not-create-event'; readonly language: string | null };

export interface UnderstandOptions {
  /** The wall clock in `timeZone` when the message came: `2026-03-10T09:15:00`. */
  readonly reference: LocalTime;
  /** IANA. */
  readonly timeZone: string;
  /** Names of people that are known (mentions, contacts): never taken for dates or titles. */
  readonly people?: readonly string[];
}
