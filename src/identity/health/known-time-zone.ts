import { WINDOWS_TIME_ZONES } from './windows-time-zones.ts';

/** Whether a mailbox's time zone is one by name: Windows' names, which Exchange keeps, or IANA's. */
export function isKnownTimeZone(name: string): boolean {
  const plain = name.replace(/^tzone:\/\/Microsoft\//i, '');
  return WINDOWS_TIME_ZONES.has(plain.toLowerCase()) || isIana(plain);
}

/** `Intl` takes offsets (`+01:00`) too, which follow no daylight saving: no zone of a mailbox. */
function isIana(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
