/**
 * What a message says of time, before anything is worked out: each member is there only where it was said.
 * A language fills these; the rules that make dates of them are the same for all languages.
 */

/** A time of the day as it was said. */
export interface ClockWords {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** The half of the day; null where it was not said and the hour can be either. */
  readonly half: 'am' | 'pm' | null;
  /** Whether the hour stands for itself: 15, 09:00, noon, 3 pm. */
  readonly exact: boolean;
  /** Said roughly (3ish, around noon), or by a word that stands for an hour (end of day). */
  readonly rough?: boolean;
  /** A word stands for the hour («first thing», «end of day»): figures beside it say it more exactly. */
  readonly byWord?: boolean;
  /** A lone number behind a weekday, which may be the day of the month as well: «friday 17». */
  readonly orDay?: boolean;
  /** Another clock that the same words mean elsewhere: «half 3». */
  readonly other?: ClockWords;
}

export interface LengthWords {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
}

export type HolidayName = string;

export interface DateWords {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 0 is Monday. */
  readonly weekday?: number;
  /** «this», «next», «the coming», «after next», «last». */
  readonly which?: 'this' | 'next' | 'coming' | 'after-next' | 'past';
  /** Weeks from this one: «next week» is 1. */
  readonly weeks?: number;
  /** Months from this one: «next month» is 1. */
  readonly months?: number;
  readonly years?: number;
  /** With a weekday: the nth of the month, -1 the last. */
  readonly nth?: number;
  /** Days, weeks or months after something, after today where nothing is named. */
  readonly after?: {
    readonly length: LengthWords;
    readonly from: DateWords | null;
    /** The weekday next to it: «the monday before christmas». */
    readonly weekday?: number;
    readonly isBefore?: boolean;
  };
  /** Working days from today: «in 3 business days». */
  readonly workdays?: number;
  readonly holiday?: HolidayName;
  /** Two numbers whose order depends on the country: 03/04. */
  readonly numeric?: {
    readonly first: number;
    readonly second: number;
    readonly year: number | null;
    /** Written with dots: no locale of CLDR that does so puts the month first. */
    readonly dotted?: boolean;
    /** Which one is the day, where the other end of a range tells: «30/7-2/8». */
    readonly dayFirst?: boolean;
  };
  /** A whole week, weekend or month is meant, or its end. */
  readonly span?: 'week' | 'weekend' | 'month' | 'year';
  /** The week of ISO 8601 by its number: «week 31». */
  readonly isoWeek?: number;
  /** A quarter or half of a year by its number, or so many from this one: «Q3», «next quarter». */
  readonly period?: {
    readonly months: 3 | 6;
    readonly of: 'year' | 'this';
    /** From 1 in the year; 0 for the one that is now. */
    readonly nth: number;
  };
  /** The first or the second half of a month. */
  readonly half?: 1 | 2;
  readonly edge?: 'start' | 'middle' | 'end' | 'last-workday' | 'first-workday';
  /** The day is a lone number behind a weekday, and was an hour where that weekday is far from it: «sat 10, …». */
  readonly loose?: boolean;
  /** Every day of it: «all week». */
  readonly whole?: boolean;
}

export type PartOfDay = 'early' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** The unit of a repetition and what it falls on. */
export interface RepeatWords {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly interval: number;
  readonly weekdays?: readonly number[];
  readonly nth?: number;
  readonly day?: number;
  readonly month?: number;
  /** With every third month: which one of the quarter it is. */
  readonly monthOfQuarter?: 1 | 3;
  /** From an adjective that may belong to the title as well: «weekly review». */
  readonly adjective?: boolean;
  /** «every second Tuesday»: the second of the month, or every other. */
  readonly ambiguous?: boolean;
  /** Days that were only listed: «tues & thurs» is a habit, «tuesday and thursday» are the two that come. */
  readonly listed?: 'habit' | 'coming';
  /** «weeknights»: the hour is one of the evening. */
  readonly part?: PartOfDay;
  /** «twice a week»: so often, on days that are still to be said. */
  readonly times?: number;
}

export type PhraseMeaning =
  | { readonly kind: 'clock'; readonly clock: ClockWords }
  /** `between` where the hours are the bounds of something that may be shorter: «30 minutes between 2 and 4». */
  | { readonly kind: 'clock-range'; readonly from: ClockWords; readonly to: ClockWords; readonly between?: boolean }
  /** «until 5 pm» beside a start. */
  | { readonly kind: 'clock-end'; readonly clock: ClockWords }
  /** «before noon», «before friday»: left open; `hour` where it is the hour that is. */
  | { readonly kind: 'bound'; readonly hour?: boolean }
  | { readonly kind: 'date'; readonly date: DateWords }
  /** `listed` for «next thu & fri»: with an hour it is once on each. */
  | { readonly kind: 'date-range'; readonly from: DateWords; readonly to: DateWords; readonly listed?: boolean }
  | { readonly kind: 'part'; readonly part: PartOfDay; readonly date: DateWords | null; readonly daily?: boolean }
  /** `ahead` where it begins with the next day: «next 3 days». */
  | { readonly kind: 'length'; readonly length: LengthWords; readonly lead: 'for' | null; readonly ahead?: boolean }
  | { readonly kind: 'all-day' }
  /** «in two hours». */
  | { readonly kind: 'offset'; readonly length: LengthWords }
  | { readonly kind: 'repeat'; readonly repeat: RepeatWords }
  | { readonly kind: 'until'; readonly date: DateWords; readonly inclusive?: boolean }
  | { readonly kind: 'starting'; readonly date: DateWords }
  /** «except fridays»; `days` where other ones than weekdays are named: «except 25 december». */
  | { readonly kind: 'except'; readonly weekdays: readonly number[]; readonly days?: boolean }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'reminder'; readonly minutes: number }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'past'; readonly date: DateWords | null; readonly offset: LengthWords | null };

/** A run of tokens that says something of time. */
export interface Phrase {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly meaning: PhraseMeaning;
}
