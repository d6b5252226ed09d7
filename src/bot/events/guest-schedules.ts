import { zoned } from '../../calendar/event/event-body.ts';
import type { KnownGuest } from '../../calendar/event/guest.ts';
import { windowsZone } from '../../calendar/event/windows-zone.ts';
import { instantOf, localAt } from '../../calendar/event/zone-clock.ts';
import { parseMoment } from '../../calendar/local/moment.ts';
import type { Graph } from '../../graph/graph.ts';
import { isObject } from '../is-object.ts';

const WITHIN_MS = 4_000;
/** Graph takes so many schedules in one call; for more people nobody finds a free hour anyway. */
const MOST_GUESTS = 20;

/** When a guest is busy: times and nothing of what they do. */
export interface BusyGuest {
  readonly guest: KnownGuest;
  readonly times: readonly { readonly start: number; readonly end: number }[];
}

/**
 * When the guests are busy, as far as their organisation tells. Whoever is unknown there, and a refusal, is left out:
 * this only stands beside the draft.
 *
 * @see https://learn.microsoft.com/graph/api/calendar-getschedule
 */
export async function readSchedules(
  graph: Graph,
  accessToken: string,
  guests: readonly KnownGuest[],
  { from, until, timeZone }: { readonly from: number; readonly until: number; readonly timeZone: string },
): Promise<readonly BusyGuest[]> {
  if (guests.length === 0 || guests.length > MOST_GUESTS) return [];
  const answer = await graph.send(accessToken, {
    method: 'POST',
    path: '/me/calendar/getSchedule',
    body: {
      schedules: guests.map(({ address }) => address),
      startTime: zoned(localAt(from, timeZone), timeZone),
      endTime: zoned(localAt(until, timeZone), timeZone),
      availabilityViewInterval: 30,
    },
    headers: { prefer: `outlook.timezone="${windowsZone(timeZone)}"` },
    // It changes nothing.
    repeatable: true,
    withinMs: WITHIN_MS,
  });
  if (answer.kind === 'refused' || !isObject(answer.body) || !Array.isArray(answer.body.value)) return [];
  return (answer.body.value as readonly unknown[]).flatMap((schedule): BusyGuest[] => {
    if (!isObject(schedule) || !Array.isArray(schedule.scheduleItems)) return [];
    const guest = guests.find(({ address }) => address === schedule.scheduleId);
    const items = schedule.scheduleItems as readonly unknown[];
    return guest === undefined ? [] : [{ guest, times: items.flatMap((item) => timesOf(item, timeZone)) }];
  });
}

function timesOf(item: unknown, timeZone: string): { readonly start: number; readonly end: number }[] {
  if (!isObject(item) || item.status === 'free' || !isObject(item.start) || !isObject(item.end)) return [];
  const [start, end] = [item.start.dateTime, item.end.dateTime];
  if (typeof start !== 'string' || typeof end !== 'string' || parseMoment(start) === null || parseMoment(end) === null)
    return [];
  return [{ start: instantOf(start.slice(0, 19), timeZone), end: instantOf(end.slice(0, 19), timeZone) }];
}
