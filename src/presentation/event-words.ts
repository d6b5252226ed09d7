import { MONTH_NAMES } from '../calendar/english/words/months.ts';
import { WEEKDAY_NAMES } from '../calendar/english/words/weekdays.ts';
import { type EventDraft, minutesBetween } from '../calendar/event/draft.ts';
import { type Day, partsOf, weekdayOf } from '../calendar/local/day.ts';
import { type Moment, parseMoment } from '../calendar/local/moment.ts';
import { type LocalTime, type Recurrence, WEEKDAYS } from '../calendar/understanding.ts';
import { countOf, listed } from './several.ts';

const DAYS = WEEKDAY_NAMES.map((name) => name.slice(0, 3));
const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));

export interface When {
  readonly start: LocalTime;
  readonly end: LocalTime | null;
  readonly allDay: boolean;
  /** IANA. */
  readonly timeZone: string;
}

/**
 * «Thu 12 Mar, 14:00–15:00, Berlin time, in 2 days».
 *
 * @param now the wall clock in the same zone; without it neither the year nor the distance is left out or told
 */
export function whenWords(when: When, now?: LocalTime): string {
  const start = parseMoment(when.start);
  if (start === null) return when.start;
  const today = now === undefined ? undefined : parseMoment(now)?.day;
  const parts = [...spanWords(start, when.end === null ? null : parseMoment(when.end), when.allDay, today)];
  if (!when.allDay) parts.push(zoneWords(when.timeZone));
  if (today !== undefined) parts.push(distanceWords(start.day - today));
  return parts.join(', ');
}

function spanWords(start: Moment, end: Moment | null, allDay: boolean, today: Day | undefined): readonly string[] {
  const from = dateWords(start.day, today);
  if (allDay) {
    // The end of an all-day event is the midnight after its last day.
    const last = end === null ? start.day : end.day - 1;
    return last <= start.day
      ? [from, 'all day']
      : [`${from} to ${dateWords(last, today)}`, `${last - start.day + 1} days`];
  }
  if (end === null) return [from, clock(start)];
  if (end.day === start.day || (end.day === start.day + 1 && end.second === 0))
    return [from, `${clock(start)}–${clock(end)}`];
  return [`${from}, ${clock(start)} to ${dateWords(end.day, today)}, ${clock(end)}`];
}

/** «Thu 12 Mar»; with the year where it is not this one. */
export function dateWords(day: Day, today?: Day): string {
  const { year, month, day: of } = partsOf(day);
  const other = today === undefined || partsOf(today).year !== year;
  return `${DAYS[weekdayOf(day)]} ${of} ${MONTHS[month - 1]}${other ? ` ${year}` : ''}`;
}

function clock({ second }: Moment): string {
  return `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}`;
}

/** «14:00–15:00», or «all day», where the date is said beside it. */
export function clockWords({ start, end, allDay }: Omit<When, 'timeZone'>): string {
  if (allDay) return 'all day';
  return end === null ? start.slice(11, 16) : `${start.slice(11, 16)}–${end.slice(11, 16)}`;
}

/** «Berlin time» of Europe/Berlin. */
export function zoneWords(iana: string): string {
  if (/^(?:Etc\/)?(?:UTC|UCT|Zulu|GMT)$/i.test(iana)) return 'UTC';
  return `${iana.slice(iana.lastIndexOf('/') + 1).replaceAll('_', ' ')} time`;
}

function distanceWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (days < 0) return `${-days} days ago`;
  if (days < 14) return `in ${days} days`;
  if (days < 70) return `in ${Math.round(days / 7)} weeks`;
  return `in ${Math.round(days / 30.4)} months`;
}

const WORKDAYS = 'monday,tuesday,wednesday,thursday,friday';

/** «every 2 weeks on Tuesday, until 30 Jun 2026». */
export function recurrenceWords(recurrence: Recurrence): string {
  const { until, count } = recurrence;
  const last = until === null ? null : parseMoment(until);
  const ends = last !== null ? `, until ${dateWords(last.day)}` : count !== null ? `, ${count} times` : '';
  return `${everyWords(recurrence)}${ends}`;
}

function everyWords({
  pattern,
  interval,
  daysOfWeek = [],
  dayOfMonth = 1,
  month = 1,
  index = 'first',
}: Recurrence): string {
  const isWorkdays = daysOfWeek.join(',') === WORKDAYS;
  const days = daysOfWeek.map((day) => WEEKDAY_NAMES[WEEKDAYS.indexOf(day)] ?? day);
  // «the last weekday»: of several days the one that comes.
  const oneOf = isWorkdays ? 'weekday' : days.length === WEEKDAYS.length ? 'day' : listed(days);
  switch (pattern) {
    case 'daily':
      return every(interval, 'day');
    case 'weekly':
      if (interval === 1 && isWorkdays) return 'every weekday';
      return interval === 1 ? `every ${listed(days)}` : `${every(interval, 'week')} on ${listed(days)}`;
    case 'absoluteMonthly':
      // Outlook takes the last day of a month that is shorter.
      return `${every(interval, 'month')} on ${dayOfMonth === 31 ? 'the last day' : `day ${dayOfMonth}`}`;
    case 'relativeMonthly':
      return `${every(interval, 'month')} on the ${index} ${oneOf}`;
    case 'absoluteYearly':
      return `${every(interval, 'year')} on ${dayOfMonth} ${MONTH_NAMES[month - 1]}`;
    case 'relativeYearly':
      return `${every(interval, 'year')} on the ${index} ${listed(days)} of ${MONTH_NAMES[month - 1]}`;
  }
}

function every(interval: number, unit: string): string {
  return interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
}

/** «1 hour», «90 minutes», «2 hours 30 minutes». */
export function lengthWords(minutes: number): string {
  if (minutes % 1440 === 0) return countOf(minutes / 1440, 'day');
  if (minutes < 60 || minutes === 90) return countOf(minutes, 'minute');
  const hours = countOf(Math.floor(minutes / 60), 'hour');
  return minutes % 60 === 0 ? hours : `${hours} ${countOf(minutes % 60, 'minute')}`;
}

/** What was filled in and not said: one sentence; `null` where everything was said. */
export function assumedWords({ title, start, end, allDay }: EventDraft): string | null {
  const assumed: string[] = [];
  if (title?.certainty === 'assumed') assumed.push('the title');
  if (start?.certainty === 'assumed') assumed.push(allDay ? 'the day' : `the start (${start.value.slice(11, 16)})`);
  if (start !== null && end?.certainty === 'assumed')
    assumed.push(`the length (${lengthWords(minutesBetween(start.value, end.value))})`);
  return assumed.length === 0 ? null : `You did not say ${listed(assumed)}: that is my guess.`;
}
