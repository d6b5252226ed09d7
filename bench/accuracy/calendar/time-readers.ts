import * as chrono from 'chrono-node';
import { readTime } from '../../../src/calendar/read-time.ts';
import type { ExpressionLine } from './calendar-corpus.ts';
import type { ReadSpan } from './read-span.ts';
import { recognizeDateTime } from './recognizers.ts';

/** A reader of points and ranges: text and reference to start and end on the wall clock. */
export type TimeReader = (line: Pick<ExpressionLine, 'text' | 'reference'>) => readonly ReadSpan[];

const two = (value: number) => String(value).padStart(2, '0');

function local(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function instant(reference: string): Date {
  return new Date(reference);
}

export const TIME_READERS: Readonly<Record<string, TimeReader>> = {
  'this reader': ({ text, reference }) => {
    const { start, end } = readTime(text, reference);
    return [{ start, end }];
  },
  'chrono-node alone': ({ text, reference }) => {
    const [found] = chrono.parse(text, instant(reference), { forwardDate: true });
    return found === undefined
      ? []
      : [{ start: local(found.start.date()), end: found.end ? local(found.end.date()) : null }];
  },
  'recognizers-text alone': ({ text, reference }) => recognizeDateTime(text, instant(reference), instant(reference)),
};

/** Whether a point or a range is read; null for lengths and repetitions, which are no points. */
export function isExpressionRight(line: ExpressionLine, spans: readonly ReadSpan[]): boolean | null {
  const { kind, expectStart, expectEnd, specEnd } = line;
  if (kind === 'duration' || kind === 'set' || expectStart == null) return null;
  if (kind === 'date' || kind === 'holiday')
    return spans.some(({ start }) => start?.slice(0, 10) === expectStart.slice(0, 10));
  return spans.some(
    ({ start, end }) =>
      start === expectStart && (expectEnd == null || end === expectEnd || (specEnd != null && end === specEnd)),
  );
}

/** Whether this reader reads a length or a repetition. */
export function isLengthOrSetRight(line: ExpressionLine): boolean | null {
  const { durationMinutes, recurrence, start } = readTime(line.text, line.reference);
  if (line.kind === 'duration') return durationMinutes === line.expectDurationMinutes;
  const want = line.expectRecurrence;
  if (line.kind !== 'set' || want === undefined) return null;
  const unit = recurrence?.pattern.replace(/^(?:absolute|relative)/, '').toLowerCase();
  return (
    recurrence !== null &&
    unit === want.pattern &&
    recurrence.interval === want.interval &&
    (want.daysOfWeek.length === 0 || want.daysOfWeek.join() === (recurrence.daysOfWeek ?? []).join()) &&
    (want.time === null || start?.slice(11, 16) === want.time) &&
    (want.dayOfMonth === undefined || want.dayOfMonth === recurrence.dayOfMonth) &&
    (want.month === undefined || want.month === recurrence.month)
  );
}
