import type { EventUnderstood, Recurrence, Remark, Understanding } from '../../calendar/understanding.ts';
import { terminalSafe } from '../terminal-safe.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The event in words for the terminal; what was assumed says so. */
export function eventAnswer(understanding: Understanding, { timeZone }: { readonly timeZone: string }): string {
  if (understanding.intent === 'not-create-event') {
    return understanding.language === null
      ? 'Nothing to put into the calendar.\n'
      : `This looks like an event in ${understanding.language}. Only English is understood; nothing would be created.\n`;
  }
  const lines = eventLines(understanding.event, timeZone);
  if (understanding.intent === 'unclear') lines.push('', understanding.question);
  if (understanding.more !== undefined)
    lines.push('', `There is another event in it, which is not read here: ${understanding.more.words.slice(0, 200)}`);
  return `${lines.map(terminalSafe).join('\n')}\n`;
}

function eventLines(event: EventUnderstood, timeZone: string): string[] {
  const rows: (readonly [string, string | null])[] = [
    ['Event', event.title === null ? null : event.title.value + assumed(event.title.certainty)],
    ['When', when(event, timeZone)],
    ['Repeats', event.recurrence === null ? null : repeats(event.recurrence)],
    ['People', event.attendees.length === 0 ? null : people(event.attendees)],
    ['Place', event.location?.value ?? null],
    ['Online', event.online ? 'yes' : null],
    ['Reminder', event.reminderMinutes === null ? null : `${event.reminderMinutes} minutes before`],
    ['Zone', event.statedTimeZone === null ? null : `said in ${event.statedTimeZone}`],
    ['Private', event.sensitivity === null ? null : 'yes'],
    ['Show as', event.showAs],
    ...event.remarks.map((remark) => ['Note', note(remark)] as const),
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(9)} ${value}`]));
}

function assumed(certainty: 'said' | 'assumed'): string {
  return certainty === 'assumed' ? ' (assumed)' : '';
}

function day(time: string): string {
  return DAY.format(Date.parse(`${time.slice(0, 10)}T00:00:00Z`));
}

function when({ start, end, allDay, date }: EventUnderstood, timeZone: string): string | null {
  if (start === null) return date == null ? null : `${day(date)}, at a time to be said`;
  if (allDay) {
    const last = new Date(Date.parse(`${(end ?? start).value.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString();
    return last.slice(0, 10) <= start.value.slice(0, 10)
      ? `${day(start.value)}, all day`
      : `${day(start.value)} to ${day(last)}, all day`;
  }
  const from = `${day(start.value)}, ${start.value.slice(11, 16)}`;
  const sameDay = end !== null && end.value.slice(0, 10) === start.value.slice(0, 10);
  const to =
    end === null ? '' : sameDay ? `–${end.value.slice(11, 16)}` : ` to ${day(end.value)}, ${end.value.slice(11, 16)}`;
  return `${from}${to} (${timeZone})${assumed(start.certainty)}`;
}

function repeats({ pattern, interval, daysOfWeek, dayOfMonth, month, index, until, count }: Recurrence): string {
  const unit = {
    daily: 'day',
    weekly: 'week',
    absoluteMonthly: 'month',
    relativeMonthly: 'month',
    absoluteYearly: 'year',
    relativeYearly: 'year',
  }[pattern];
  const every = interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
  const days =
    daysOfWeek === undefined || daysOfWeek.length === 0
      ? ''
      : ` on ${index === undefined ? '' : `the ${index} `}${daysOfWeek.join(', ')}`;
  const dayText = dayOfMonth === undefined ? '' : ` on day ${dayOfMonth}`;
  const monthText = month === undefined ? '' : ` of month ${month}`;
  const bound = until !== null ? `, until ${day(until)}` : count !== null ? `, ${count} times` : '';
  return `${every}${days}${dayText}${monthText}${bound}`;
}

function people(names: readonly string[]): string {
  const shown = names.slice(0, 20).join(', ');
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}

function note(remark: Remark): string {
  switch (remark.kind) {
    case 'dst-gap':
      return `the clocks skip that time; taken as ${remark.taken.slice(11, 16)}`;
    case 'dst-overlap':
      return `that time comes twice on that day; the first ${remark.taken.slice(11, 16)} is taken`;
    case 'not-left-out':
      return `a new series leaves no single days out: ${remark.words}`;
    case 'alternative':
      return `or meant: ${day(remark.start)}, ${remark.start.slice(11, 16)}`;
  }
}
