import { isJsonObject } from '../json-object.ts';
import type { SandboxEvent } from '../world/world.ts';
import { ianaZoneOf, parseTime, toInstant, toLocal } from './time-zone.ts';

export interface Zone {
  readonly name: string;
  readonly iana: string;
}

/** An event with its times in the zone of the answer. */
export function eventResource(event: SandboxEvent, zone: Zone): Record<string, unknown> {
  return { ...event, start: inZone(event.start, zone), end: inZone(event.end, zone) };
}

function inZone(value: unknown, zone: Zone): unknown {
  const instant = instantOf(value);
  return instant === undefined ? value : { dateTime: toLocal(instant, zone.iana), timeZone: zone.name };
}

/** The instant of a `dateTimeTimeZone`; `undefined` where it is none. */
export function instantOf(value: unknown): number | undefined {
  const local = localTimeOf(value);
  return local === undefined ? undefined : toInstant(local.wallClockMs, local.zone);
}

/** A `dateTimeTimeZone` of Graph; `undefined` where time or zone cannot be read. */
export function localTimeOf(value: unknown): { readonly wallClockMs: number; readonly zone: string } | undefined {
  if (!isJsonObject(value) || typeof value.dateTime !== 'string') return undefined;
  const time = parseTime(value.dateTime);
  const zone = ianaZoneOf(typeof value.timeZone === 'string' ? value.timeZone : 'UTC');
  if (time === undefined || zone === undefined) return undefined;
  // A clock with an offset of its own: the offset counts, the zone only says how to show it.
  return time.offsetMs === null
    ? { wallClockMs: time.wallClockMs, zone }
    : { wallClockMs: time.wallClockMs - time.offsetMs, zone: 'Etc/UTC' };
}
