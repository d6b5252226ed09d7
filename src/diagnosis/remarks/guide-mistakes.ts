import { isMsalPython } from '../causes/scopes/faulty-scope-lists.ts';
import type { Facts } from '../facts/facts.ts';

const RESERVED: ReadonlySet<string> = new Set(['offline_access', 'openid', 'profile']);

/**
 * Mistakes of a widely copied guide to this very error, recognised in pasted code.
 *
 * - MSAL for Python refuses `offline_access`, `openid` and `profile` in a scopes list (it adds them itself):
 *   https://learn.microsoft.com/entra/msal/python/
 * - An event's end belongs to its start, not to the present.
 * - A `Z` at the end of a dateTime states UTC; a timeZone beside it states a second zone:
 *   https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
export function guideMistakes(facts: Facts): string[] {
  const remarks: string[] = [];
  const settings = facts.of('setting');
  const reserved = settings.find(
    (item) =>
      item.name === 'scopes' &&
      item.language === 'python' &&
      // MSAL's parameter is scopes; that of requests-oauthlib and Authlib is scope, where the word belongs.
      (/scopes$/i.test(item.key) || isMsalPython(facts)) &&
      item.values.some((value) => RESERVED.has(value)),
  );
  if (reserved !== undefined) {
    const word = reserved.values.find((value) => RESERVED.has(value))!;
    remarks.push(
      `MSAL for Python raises ValueError when ${word} stands in the scopes list: it asks for openid, profile and offline_access itself. Leave it out there; only raw HTTP requests send it.`,
    );
  }
  if (settings.some((item) => item.name === 'end-time')) {
    remarks.push(
      'The end of the event is counted from now, even when a start is given: count it from the start (start plus one hour).',
    );
  }
  if (settings.some((item) => item.name === 'time-zone' && item.values.some((value) => /z$/i.test(value)))) {
    remarks.push(
      'The time ends in Z (UTC) and a time zone is sent beside it: send a local time without Z, and the zone.',
    );
  }
  return remarks;
}
