import type { Party, Status, StoredIncident, WaitingFor } from '../storage/triage-store.ts';

/** With fewer people it may be two colleagues of one team, and calling it tenant-wide would send the admin looking. */
const TENANT_WIDE_PEOPLE = 3;
/** Two people with the same app and a fault of that app: everybody else with it has it as well. */
const APP_WIDE_PEOPLE = 2;

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
const MINUTE_MS = 60_000;

type Headlined = Pick<StoredIncident, 'people' | 'opened' | 'owner' | 'app'>;

/**
 * What an incident is, in one line: «7 people since 09:10 UTC, likely tenant-wide: Conditional Access policy».
 *
 * @param title what the cause is called
 * @param timeZone IANA; UTC where none is known. The zone is named, for a channel is read in several
 */
export function incidentHeadline(incident: Headlined, title: string, nowMs: number, timeZone?: string): string {
  const reach = reachWords(incident);
  const since = timeWords(incident.opened, nowMs, timeZone);
  return `${peopleWords(incident.people)} since ${since}${reach === null ? '' : `, ${reach}`}: ${title}`;
}

/** What a later reporter is told, to stand before the link: «Same as incident 3: 7 people since 09:10 UTC, taken by Adele.» */
export function sameAsIncident(
  incident: Headlined & Status & Pick<StoredIncident, 'number' | 'changedBy'>,
  nowMs: number,
  timeZone?: string,
): string {
  const since = timeWords(incident.opened, nowMs, timeZone);
  return `Same as incident ${incident.number}: ${peopleWords(incident.people)} since ${since}, ${statusWords(incident)}.`;
}

/** A burst of one cause over several apps, before the link to the status page. */
export function outageHeadline(
  burst: { readonly people: number; readonly apps: number; readonly since: number | null },
  title: string,
  nowMs: number,
  timeZone?: string,
): string {
  const apps = burst.apps > 1 ? `, ${burst.apps} apps` : '';
  const since = burst.since === null ? '' : ` since ${timeWords(burst.since, nowMs, timeZone)}`;
  return `Probable outage: ${peopleWords(burst.people)}${apps}${since}, all with the same cause: ${title}`;
}

/** «1 person», «7 people». */
export function peopleWords(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}

/** How far it reaches, as far as that can be told; `null` where it cannot. */
export function reachWords({ people, owner, app }: Pick<Headlined, 'people' | 'owner' | 'app'>): string | null {
  if ((owner === 'tenant-admin' || owner === 'microsoft') && people >= TENANT_WIDE_PEOPLE) return 'likely tenant-wide';
  // Where the reports name no app, nobody knows that it is one.
  if (owner === 'app-developer' && app !== null && people >= APP_WIDE_PEOPLE) return 'likely app-wide';
  return null;
}

/** «2 h 10 min», «5 min», «3 d 4 h»: two units at most, since nobody plans by more. */
export function ageWords(ms: number): string {
  if (!(ms >= MINUTE_MS)) return 'less than a minute';
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  return `${minutes} min`;
}

/** «09:10 UTC», and with the day before it where that is not today: «1 Mar 09:10 UTC». */
export function timeWords(ms: number, nowMs: number, timeZone?: string): string {
  const { clock, day } = formatsOf(timeZone ?? 'UTC');
  const on = day.format(ms);
  return on === day.format(nowMs) ? clock.format(ms) : `${on.slice(0, on.lastIndexOf(' '))} ${clock.format(ms)}`;
}

interface ZoneFormats {
  readonly clock: Intl.DateTimeFormat;
  /** With the year, so that a day of last year is not today. */
  readonly day: Intl.DateTimeFormat;
}

/** Those of the zones that were asked for: to make them takes a hundred times as long as to use them. */
const formats = new Map<string, ZoneFormats>();
/** Several times as many as the people of a desk live in. */
const MOST_ZONES = 50;

/** The zone comes from a message: one that this machine does not know must not stop the sentence. */
function formatsOf(timeZone: string): ZoneFormats {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = formatsIn(timeZone);
  if (made === null) return formatsOf('UTC');
  if (formats.size === MOST_ZONES) formats.clear();
  formats.set(timeZone, made);
  return made;
}

function formatsIn(timeZone: string): ZoneFormats | null {
  try {
    return {
      clock: new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }),
      day: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }),
    };
  } catch {
    return null;
  }
}

export const WAITING_WORDS: Readonly<Record<WaitingFor, string>> = {
  'end-user': 'the person who signs in',
  'app-developer': 'the app’s developer',
  'tenant-admin': 'the tenant admin',
  microsoft: 'Microsoft',
};

/** «open», «taken by Adele», «waiting for the tenant admin», «resolved by Megan», «reopened». Names are data. */
export function statusWords(status: Status & { readonly changedBy?: Party | null }): string {
  const { state, assignee, waitingFor, changedBy } = status;
  switch (state) {
    case 'open':
      return 'open';
    case 'taken':
      return `taken${byWords(assignee)}`;
    case 'waiting':
      return waitingFor === null ? 'waiting' : `waiting for ${WAITING_WORDS[waitingFor]}`;
    case 'resolved':
      return `resolved${byWords(changedBy)}`;
    case 'reopened':
      // A report that comes again reopens it as well: whoever changed it last may be the one who resolved it.
      return 'reopened';
  }
}

/** Whose data were deleted has no name any more. */
function byWords(party: Party | null | undefined): string {
  return party === null || party === undefined || party.name === '' ? '' : ` by ${party.name}`;
}
