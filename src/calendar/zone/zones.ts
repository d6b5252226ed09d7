import { DateTime, IANAZone } from 'luxon';
import { localTime, type Moment, parseMoment } from '../local/moment.ts';
import type { LocalTime, Remark } from '../understanding.ts';

/** Asking costs a formatter each time; there are about six hundred names, and any case of them is taken. */
const MOST_NAMES = 1_000;
const known = new Set<string>();

/** Whether the name is a zone that the clock of this program knows. */
export function isZone(name: string): boolean {
  if (known.has(name)) return true;
  const isValid = IANAZone.isValidZone(name);
  if (isValid && known.size < MOST_NAMES) known.add(name);
  return isValid;
}

function at(moment: Moment, zone: string): DateTime {
  return DateTime.fromISO(localTime(moment), { zone });
}

function local(time: DateTime): Moment {
  return parseMoment(time.toFormat("yyyy-MM-dd'T'HH:mm:ss"))!;
}

/** The wall clock of one zone as that of another, at the same instant. */
export function toZone(moment: Moment, from: string, to: string): Moment {
  return local(at(moment, from).setZone(to));
}

/** So many seconds later on a real clock, across a change of the clocks. */
export function laterIn(zone: string): (from: Moment, seconds: number) => Moment {
  return (from, seconds) => local(at(from, zone).plus({ seconds }));
}

export interface OnTheWall {
  readonly moment: Moment;
  readonly remark: Remark | null;
}

/** A time that the clocks skip moves on by the gap; one that comes twice is the first of the two. */
export function onTheWall(moment: Moment, zone: string): OnTheWall {
  const wanted = localTime(moment);
  const time = DateTime.fromISO(wanted, { zone });
  const got = time.toFormat("yyyy-MM-dd'T'HH:mm:ss");
  if (got !== wanted) {
    const taken: LocalTime = got;
    return { moment: parseMoment(got)!, remark: { kind: 'dst-gap', taken } };
  }
  const twice = time.getPossibleOffsets().length > 1;
  return { moment, remark: twice ? { kind: 'dst-overlap', taken: wanted } : null };
}

/** Where 03/04 is the fourth of March: the United States and the few that write alike. */
export function writesMonthFirst(zone: string): boolean {
  return /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana|Kentucky|North_Dakota|Juneau|Adak|Menominee|Nome|Sitka|Puerto_Rico)|Pacific\/(?:Honolulu|Guam)|US\/)/.test(
    zone,
  );
}
