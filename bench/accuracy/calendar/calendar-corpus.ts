import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Recurrence, Understanding } from '../../../src/calendar/understanding.ts';

/** The expectations of a message; what is alternative or optional is right as well. */
export interface MessageExpected {
  readonly title: string | null;
  readonly titleAlternatives?: readonly string[];
  readonly start: string | null;
  readonly startAlternatives?: readonly string[];
  readonly end: string | null;
  readonly endAlternatives?: readonly string[];
  readonly allDay: boolean | null;
  readonly attendees?: readonly string[];
  readonly attendeesOptional?: readonly string[];
  readonly recurrence: Partial<Recurrence> | null;
  readonly recurrenceOptional?: Partial<Recurrence> | null;
  readonly untilAlternatives?: readonly string[];
  readonly location?: string | null;
  readonly locationAlternatives?: readonly string[];
  /** IANA: the zone that the message names. */
  readonly statedTimeZone?: string | null;
  /** The further events of the message, in their order. */
  readonly others?: readonly OtherExpected[];
}

export interface OtherExpected {
  readonly start: string;
  /** Each of them is right; absent where the title is not judged. */
  readonly titles?: readonly string[];
}

export interface MessageLine {
  readonly id: string;
  readonly text: string;
  readonly reference: string;
  readonly timeZone: string;
  readonly intent: Understanding['intent'];
  readonly expect: MessageExpected | null;
}

export interface ExpressionLine {
  readonly id: string;
  readonly text: string;
  readonly reference: string;
  readonly kind: string;
  readonly expectStart?: string | null;
  readonly expectEnd?: string | null;
  readonly specEnd?: string | null;
  readonly expectDurationMinutes?: number;
  readonly expectRecurrence?: {
    readonly pattern: string;
    readonly interval: number;
    readonly daysOfWeek: readonly string[];
    readonly time: string | null;
    readonly dayOfMonth?: number;
    readonly month?: number;
  };
}

export type Part = 'worked with' | 'set aside';

/** A third was put aside by its id before the first rule was written. */
export function partOfId(id: string): Part {
  return createHash('sha256').update(id).digest()[0]! % 3 === 0 ? 'set aside' : 'worked with';
}

export function readJsonLines<T>(path: URL): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
