import type { Activity } from 'botbuilder';
import { ianaZone } from '../../calendar/event/windows-zone.ts';
import { type Person, personKey } from '../../identity/person.ts';
import { isObject } from '../is-object.ts';
import type { EventParts } from './event-parts.ts';

const WITHIN_MS = 4_000;

/** The zone that the channel says, in the activity itself or in what Teams sends beside it. */
export function channelTimeZone(activity: Activity): string | null {
  if (activity.localTimezone) return ianaZone(activity.localTimezone);
  const entities: readonly unknown[] = Array.isArray(activity.entities) ? activity.entities : [];
  for (const entity of entities) {
    if (isObject(entity) && entity.type === 'clientInfo' && typeof entity.timezone === 'string')
      return ianaZone(entity.timezone);
  }
  return null;
}

/**
 * The person's own time zone: the one that they told us themselves, else what the channel says, else what the mailbox's
 * settings say, else its working hours. Never the server's.
 *
 * @returns `null` where nobody knows: then the person is asked
 */
export async function timeZoneOf(parts: EventParts, activity: Activity, person: Person): Promise<string | null> {
  const said = (await toldTimeZone(parts, person)) ?? channelTimeZone(activity);
  if (said !== null) return said;
  const [key, now] = [personKey(person), parts.turn.now()];
  const cached = parts.zones.get(key, now);
  if (cached !== undefined) return cached;
  const found = await mailboxTimeZone(parts, person);
  if (found !== null) parts.zones.set(key, found, now);
  return found;
}

async function mailboxTimeZone({ signIn, graph }: EventParts, person: Person): Promise<string | null> {
  const answer = await signIn.token(person);
  if (answer.kind !== 'token') return null;
  const path = '/me/mailboxSettings?$select=timeZone,workingHours';
  const reply = await graph.send(answer.token.accessToken, { method: 'GET', path, withinMs: WITHIN_MS });
  if (reply.kind === 'refused' || !isObject(reply.body)) return null;
  const { timeZone, workingHours } = reply.body;
  const working = isObject(workingHours) && isObject(workingHours.timeZone) ? workingHours.timeZone.name : undefined;
  for (const name of [timeZone, working]) {
    const zone = typeof name === 'string' ? ianaZone(name) : null;
    if (zone !== null) return zone;
  }
  return null;
}

/** Ends in the person's id, so that it goes when they delete their data. */
function toldKey(person: Person): string {
  return `time-zone/${personKey(person)}`;
}

async function toldTimeZone({ turn }: EventParts, person: Person): Promise<string | null> {
  const key = toldKey(person);
  const zone = (await turn.store.state.read([key]))[key]?.zone;
  return typeof zone === 'string' ? zone : null;
}

/** The message that waits for the answer to «which time zone?», and its end. */
const PENDING_MS = 60 * 60_000;
const LONGEST_PENDING = 2_000;

/** Keeps the message until the zone is told. @returns the question */
export async function askForTimeZone({ turn }: EventParts, person: Person, words: string): Promise<string> {
  const until = turn.now() + PENDING_MS;
  await turn.store.state.write({ [toldKey(person)]: { pending: words.slice(0, LONGEST_PENDING), until } });
  return 'Neither this chat nor your mailbox tells me your time zone. Which one is it? Write for example: my time zone is Europe/Berlin';
}

/** Keeps the zone that the person told; gives the message that waited for it, where there is one. */
export async function keepTimeZone(parts: EventParts, person: Person, zone: string): Promise<string | null> {
  const pending = await pendingMessage(parts, person);
  await parts.turn.store.state.write({ [toldKey(person)]: { zone } });
  parts.zones.set(personKey(person), zone, parts.turn.now());
  return pending;
}

/** The message of this person that waits for a zone. */
export async function pendingMessage({ turn }: EventParts, person: Person): Promise<string | null> {
  const key = toldKey(person);
  const kept = (await turn.store.state.read([key]))[key];
  const { pending, until } = kept ?? { pending: undefined, until: undefined };
  return typeof pending === 'string' && typeof until === 'number' && until > turn.now() ? pending : null;
}
