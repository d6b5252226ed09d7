import { WINDOWS_ZONES } from './windows-zones.ts';

const IANA_NAMES: ReadonlyMap<string, string> = new Map(
  [...Object.values(WINDOWS_ZONES), 'Etc/GMT', 'Europe/Kiev', 'Asia/Rangoon', 'Asia/Calcutta', 'America/Godthab'].map(
    (name) => [name.toLowerCase(), name],
  ),
);
const WINDOWS_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(WINDOWS_ZONES).map(([name, iana]) => [name.toLowerCase(), iana]),
);

/**
 * The IANA zone behind a name that Exchange takes: every Windows name, of the IANA names only some.
 * `undefined` where Exchange answers TimeZoneNotSupportedException.
 *
 * @see https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
export function ianaZoneOf(name: string): string | undefined {
  const key = name.trim().toLowerCase();
  if (key === 'tzone://microsoft/utc') return 'Etc/UTC';
  return WINDOWS_NAMES.get(key) ?? IANA_NAMES.get(key);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/** The wall clock of a zone at an instant, as milliseconds that read as if they were UTC. */
function wallClock(instant: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** `2026-03-12T14:00:00.0000000`, as Graph writes local times. */
export function localText(wallClockMs: number): string {
  return `${new Date(wallClockMs).toISOString().slice(0, 19)}.0000000`;
}

/** An instant as local time of a zone, in Graph's form. */
export function toLocal(instant: number, zone: string): string {
  return localText(wallClock(Math.floor(instant / 1000) * 1000, zone));
}

/**
 * The instant of a local time. One that a clock change skips is taken with the offset from before it; of one that
 * occurs twice the first is taken.
 */
export function toInstant(wallClockMs: number, zone: string): number {
  const day = 86_400_000;
  const before = wallClock(wallClockMs - day, zone) - (wallClockMs - day);
  const after = wallClock(wallClockMs + day, zone) - (wallClockMs + day);
  for (const offset of [before, after]) {
    const instant = wallClockMs - offset;
    if (wallClock(instant, zone) === wallClockMs) return instant;
  }
  return wallClockMs - before;
}

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,7})?)?)?(Z|[+-]\d\d:\d\d)?$/i;

export interface ParsedTime {
  /** The written clock, as milliseconds that read as if they were UTC. */
  readonly wallClockMs: number;
  /** Milliseconds east of UTC where the text names an offset, else `null`. */
  readonly offsetMs: number | null;
}

/** Reads Edm.DateTime and Edm.DateTimeOffset; `undefined` for what is neither, or a date that does not exist. */
export function parseTime(text: string): ParsedTime | undefined {
  const match = LOCAL.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wallClockMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(wallClockMs);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return undefined;
  return { wallClockMs, offsetMs: offsetOf(match[7]) };
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text.toUpperCase() === 'Z') return 0;
  const [hours = 0, minutes = 0] = text.slice(1).split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
