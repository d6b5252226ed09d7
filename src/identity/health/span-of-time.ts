const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** «12 minutes», «3 hours»: as exact as one says it. */
export function spanOfTime(ms: number): string {
  const span = Math.abs(ms);
  if (span < 2 * MINUTE) return counted(Math.round(span / SECOND), 'second');
  if (span < 2 * HOUR) return counted(Math.round(span / MINUTE), 'minute');
  if (span < 2 * DAY) return counted(Math.round(span / HOUR), 'hour');
  return counted(Math.round(span / DAY), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** `2026-11-22 09:14 UTC` */
export function utcMinute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
