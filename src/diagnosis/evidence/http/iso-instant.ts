const ISO =
  /(20\d\d)-([01]\d)-([0-3]\d)[T +]([0-2]\d):([0-5]\d):([0-6]\d)(?:[.,](\d{1,9}))?[ ]?(Z\b|[+-][0-1]\d:?[0-5]\d\b|UTC\b)?/y;

/** An ISO 8601 instant, with whether it said its own offset. */
export interface IsoInstant {
  /** Milliseconds since 1970; without an offset it was read as UTC. */
  readonly ms: number;
  readonly end: number;
  readonly zoned: boolean;
}

/** Reads an ISO 8601 date and time that begins at `at`, with `T`, a space or a plus sign between its halves. */
export function readIsoInstant(text: string, at: number): IsoInstant | undefined {
  ISO.lastIndex = at;
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [whole, year, month, day, hour, minute, second, fraction = '', zone] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 23) {
    return undefined;
  }
  const ms = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(`${fraction}000`.slice(0, 3)),
  );
  return { ms: ms - offsetOf(zone), end: at + whole.length, zoned: zone !== undefined };
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || (!zone.startsWith('+') && !zone.startsWith('-'))) return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
