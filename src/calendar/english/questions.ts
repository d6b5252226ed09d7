import { isoDate, partsOf, weekdayOf } from '../local/day.ts';
import type { TimeWorkedOut } from '../time/work-out-time.ts';
import type { Asked } from '../understanding.ts';
import { MONTH_NAMES } from './words/months.ts';
import { WEEKDAY_NAMES } from './words/weekdays.ts';

function spoken(day: number): string {
  const { year, month, day: of } = partsOf(day);
  return `${WEEKDAY_NAMES[weekdayOf(day)]}, ${of} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** The one question that must be answered before there is an event. */
export function questionFor(ask: readonly Asked[], worked: TimeWorkedOut, title: string | null): string {
  const thing = title === null ? 'it' : `“${title.slice(0, 80)}”`;
  const day = worked.day === null ? null : spoken(worked.day);
  switch (worked.problem) {
    case 'no-such-date':
      return 'That date does not exist. Which day is meant?';
    case 'weekday-differs':
      return day === null || worked.start !== null
        ? 'The weekday and the date do not go together. Which day is meant?'
        : `The weekday and the date do not go together: the date is ${day}. Which day is meant?`;
    case 'past':
      return day === null ? 'That day has passed. Which day is meant?' : `${day} has passed. Which day is meant?`;
    case 'far':
      return day === null
        ? 'That year is too far ahead. Which day is meant?'
        : `${isoDate(worked.day!)} is too far ahead. Which day is meant?`;
    case 'end-before-start':
      return `The end lies before the start. When does ${thing} end?`;
    case 'time-passed':
      return `That time has passed today. At what time, or on which day, is ${thing}?`;
    case 'until-before-start':
      return 'The series would end before it begins. Until when does it repeat?';
    case 'which-days':
      return `On which days is ${thing}? Say for example: tuesdays and thursdays`;
    case 'two-days-a-month':
      return `A series in Outlook falls on one day of each month. Which one is ${thing}? The other can be a series of its own.`;
    case null:
      break;
  }
  if (ask.includes('title')) return 'What is the event called?';
  if (ask.includes('date') && ask.includes('time')) return `On which day and at what time is ${thing}?`;
  if (ask.includes('date')) return `On which day is ${thing}?`;
  return day === null ? `At what time is ${thing}?` : `At what time on ${day} is ${thing}?`;
}
