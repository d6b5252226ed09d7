import type { StoredCase, StoredIncident } from '../../../storage/triage-store.ts';
import type { Answer } from '../../answer.ts';
import { namedAgents } from '../desk/agents.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';
import { caseAnswer, incidentAnswer, joinedAnswer, type Surroundings } from './stored-views.ts';

/** Names on the card of an incident come from its first cases. */
const FIRST_CASES = 30;

/** What cards of a desk need beside the case itself: whom to assign to, the zone of times, the clock. */
export async function surroundingsOf(parts: TriageParts, place: DeskPlace): Promise<Surroundings> {
  const [agents, record] = await Promise.all([namedAgents(parts, place.desk), parts.records.read(place.desk)]);
  const { appId, now } = parts.turn;
  // A local bot has no app id, and Teams never speaks to it.
  const findsPeople = place.channelId === 'msteams' && appId !== '';
  return { place, agents, findsPeople, timeZone: record.timeZone, now: now() };
}

/** The incident of a case, as it stands now. */
export async function incidentOf(
  { turn: { store } }: TriageParts,
  { desk, incident }: Pick<StoredCase, 'desk' | 'incident'>,
): Promise<StoredIncident | null> {
  return incident === null ? null : ((await store.triage.readIncident(desk, incident)) ?? null);
}

/** The card of an incident as it stands now. */
export async function incidentView(
  parts: TriageParts,
  place: DeskPlace,
  incident: StoredIncident,
  around?: Surroundings,
): Promise<Answer> {
  const cases = await parts.turn.store.triage.casesOf(place.desk, incident.number, FIRST_CASES);
  return incidentAnswer(incident, cases, around ?? (await surroundingsOf(parts, place)));
}

/** Whether a case's own message shows the whole incident: the first one's does. */
export function showsIncident(one: StoredCase, incident: StoredIncident | null): boolean {
  return incident !== null && incident.card !== null && incident.card === one.card;
}

/** What stands in the message that answers a case: its card, a line about its incident, or that incident. */
export async function caseView(
  parts: TriageParts,
  place: DeskPlace,
  one: StoredCase,
  incident: StoredIncident | null,
): Promise<Answer> {
  const around = await surroundingsOf(parts, place);
  if (incident !== null && showsIncident(one, incident)) return incidentView(parts, place, incident, around);
  if (incident !== null && incident.card !== null) return joinedAnswer(one, incident, false, around);
  return caseAnswer(one, incident, around);
}
