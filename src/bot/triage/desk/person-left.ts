import type { TurnContext } from 'botbuilder';
import type { StatusChange, StoredCase, StoredIncident } from '../../../storage/triage-store.ts';
import { roomOf } from '../../conversation-room.ts';
import { updateCase, updateIncident } from '../cards/card-updates.ts';
import type { TriageParts } from '../triage-parts.ts';
import { memberOf, removeAgent } from './agents.ts';
import type { DeskPlace } from './desk-place.ts';

const MOST_SUBJECTS = 500;

/** People who left a team are no agents of its channels any more, and what was theirs is open again for the others. */
export async function releasePeople(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  desks: readonly string[],
  people: readonly { readonly id: string }[],
): Promise<void> {
  for (const { id } of people) {
    for (const desk of desks) {
      const at = { ...place, desk, room: roomOf(desk.slice(place.channelId.length + 1)) };
      // Who left a team that a channel is shared with may still be in that channel.
      if ((await memberOf(parts, context, at.room, id)) !== null && at.room !== place.room) continue;
      await removeAgent(parts, desk, id);
      await release(parts, at, id);
    }
  }
}

async function release(parts: TriageParts, place: DeskPlace, id: string): Promise<void> {
  const { triage } = parts.turn.store;
  const { desk } = place;
  for (const one of await triage.openCases(desk, MOST_SUBJECTS, id)) {
    if ((await triage.changeCase(desk, one.number, one.version, released(parts, place, one, 'case'))) !== undefined)
      updateCase(parts, place, one);
  }
  for (const incident of await triage.openIncidents(desk, MOST_SUBJECTS)) {
    if (incident.assignee?.id !== id) continue;
    const change = released(parts, place, incident, 'incident');
    if ((await triage.changeIncident(desk, incident.number, incident.version, change)) !== undefined)
      updateIncident(parts, place, incident.number);
  }
}

/** It waits on for whom it waited for; what was taken is open. */
function released(
  { turn }: TriageParts,
  { bot }: DeskPlace,
  { state, waitingFor }: StoredCase | StoredIncident,
  what: 'case' | 'incident',
): StatusChange {
  return {
    state: state === 'taken' ? 'open' : state,
    assignee: null,
    waitingFor,
    event: `${what}.released`,
    wrong: false,
    by: { id: bot?.id ?? '', name: bot?.name ?? '' },
    at: turn.now(),
  };
}
