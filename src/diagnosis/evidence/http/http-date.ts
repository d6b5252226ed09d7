const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
// IMF-fixdate, and RFC 850's form which differs by its day name, hyphens and two-digit year.
const FIXDATE =
  /([0-3]?\d)[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ -](\d{4}|\d{2}) (\d\d):(\d\d):(\d\d)(?: (gmt|utc|z|[+-]\d{4}))?/iy;
const DAY_NAME = /(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? /iy;
const ASCTIME = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})/iy;

/**
 * Reads an HTTP-date (RFC 9110, section 5.6.7) that begins at `at`.
 * @returns milliseconds since 1970 and where it ended, or `undefined`.
 */
export function readHttpDate(text: string, at: number): { ms: number; end: number } | undefined {
  DAY_NAME.lastIndex = at;
  const start = DAY_NAME.test(text) ? DAY_NAME.lastIndex : at;
  FIXDATE.lastIndex = start;
  const fixed = FIXDATE.exec(text);
  if (fixed !== null) {
    const [whole, day = '', month = '', year = '', hour, minute, second, zone = 'GMT'] = fixed;
    const fullYear = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);
    const ms = Date.UTC(fullYear, monthOf(month), Number(day), Number(hour), Number(minute), Number(second));
    return finite(ms - zoneOffset(zone), start + whole.length);
  }
  ASCTIME.lastIndex = start;
  const c = ASCTIME.exec(text);
  if (c === null) return undefined;
  const [whole, month = '', day, hour, minute, second, year] = c;
  const ms = Date.UTC(Number(year), monthOf(month), Number(day), Number(hour), Number(minute), Number(second));
  return finite(ms, start + whole.length);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) / 3;
}

function zoneOffset(zone: string): number {
  const sign = zone.startsWith('-') ? -1 : 1;
  if (!/^[+-]/.test(zone)) return 0;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5))) * 60_000;
}

function finite(ms: number, end: number): { ms: number; end: number } | undefined {
  return Number.isFinite(ms) ? { ms, end } : undefined;
}
