import type { CalendarEntry } from '../../../calendar/event/calendar-entry.ts';
import type { LocalTime } from '../../../calendar/understanding.ts';
import { clockWords, whenWords } from '../../event-words.ts';
import { openableUrl, plainLine } from '../../plain-data.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type CardElement,
  dataRuns,
  dataText,
  linkWords,
  ownText,
} from '../elements.ts';
import { titleWords } from './event-lines.ts';

export interface DayView {
  /** «Today, Thu 12 Mar». */
  readonly heading: string;
  readonly entries: readonly CalendarEntry[];
  /** Where nothing is there. */
  readonly empty: string;
  readonly timeZone: string;
  readonly now: LocalTime;
  /** Whether each line says its date, too. */
  readonly withDates: boolean;
}

const HOW = 'Say “cancel 1” to take one out, or “move 1 to 4pm”; I ask before I do it.';

/** What is in the calendar, numbered. */
export function dayCard(view: DayView): AdaptiveCard {
  return adaptiveCard(dayText(view), [
    dataText(view.heading, { size: 'Medium', weight: 'Bolder' }),
    ...(view.entries.length === 0 ? [ownText(view.empty)] : []),
    ...view.entries.map((entry, index) => entryElement(view, entry, index)),
    ...(view.entries.length === 0 ? [] : [ownText(HOW, { isSubtle: true, size: 'Small' })]),
  ]);
}

function entryElement(view: DayView, entry: CalendarEntry, index: number): CardElement {
  const join = entry.joinUrl === null ? null : openableUrl(entry.joinUrl);
  const line = dataRuns(
    [
      { text: `${index + 1}.  ${timeOf(view, entry)}  ` },
      { text: titleWords(entry.title), style: { weight: 'Bolder' } },
      { text: detail(entry), style: { isSubtle: true } },
    ],
    { spacing: 'Small' },
  );
  if (join === null) return line;
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'stretch', items: [line] },
      {
        type: 'Column',
        width: 'auto',
        items: [ownText(linkWords('Join', join))],
      },
    ],
  };
}

function timeOf(view: DayView, entry: CalendarEntry): string {
  if (!view.withDates) return clockWords(entry);
  return whenWords({ ...entry, timeZone: view.timeZone }, view.now);
}

function detail(entry: CalendarEntry): string {
  const parts = [
    ...(entry.location === null ? [] : [plainLine(entry.location, 80)]),
    ...(entry.showAs === 'busy' ? [] : [entry.showAs === 'oof' ? 'out of office' : plainLine(entry.showAs, 30)]),
    ...(entry.cancelled ? ['cancelled'] : []),
  ];
  return parts.length === 0 ? '' : `  ${parts.join(', ')}`;
}

/** The same for a channel without cards. */
export function dayText(view: DayView): string {
  if (view.entries.length === 0) return `${view.heading}\n${view.empty}`;
  return [
    view.heading,
    ...view.entries.map(
      (entry, index) => `${index + 1}. ${timeOf(view, entry)} ${titleWords(entry.title)}${detail(entry)}`,
    ),
    HOW,
  ].join('\n');
}
