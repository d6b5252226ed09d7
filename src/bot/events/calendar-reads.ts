import { type CalendarEntry, parseCalendarEntries } from '../../calendar/event/calendar-entry.ts';
import { windowsZone } from '../../calendar/event/windows-zone.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Refusal } from '../../refusals/refusal.ts';

/** A person waits for what stands beside the answer proper. */
const WITHIN_MS = 4_000;
/** Graph gives a thousand at most; five weeks of a full calendar have fewer than these. */
const MOST = 400;
const MEMBERS = 'id,subject,start,end,isAllDay,isCancelled,showAs,location,webLink,onlineMeeting,type,transactionId';

export type CalendarRead =
  | { readonly kind: 'entries'; readonly entries: readonly CalendarEntry[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What is in the person's calendar between two instants, with wall-clock times in a zone. */
export async function readCalendar(
  graph: Graph,
  accessToken: string,
  { from, until, timeZone }: { readonly from: number; readonly until: number; readonly timeZone: string },
): Promise<CalendarRead> {
  const window = `startDateTime=${new Date(from).toISOString()}&endDateTime=${new Date(until).toISOString()}`;
  const answer = await graph.send(accessToken, {
    method: 'GET',
    path: `/me/calendarView?${window}&$top=${MOST}&$orderby=start/dateTime&$select=${MEMBERS}`,
    headers: { prefer: `outlook.timezone="${windowsZone(timeZone)}"` },
    withinMs: WITHIN_MS,
  });
  if (answer.kind === 'refused') return { kind: 'refused', refusal: answer.refusal };
  return { kind: 'entries', entries: parseCalendarEntries(answer.body) };
}
