import { withdrawnCard } from '../../../presentation/cards/triage/withdrawn-card.ts';
import type { StoredCase } from '../../../storage/triage-store.ts';
import { answerActivity } from '../../answer.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import { updateIn } from '../in-thread.ts';
import type { TriageParts } from '../triage-parts.ts';
import { caseView, incidentOf, incidentView, showsIncident } from './desk-view.ts';

const ALL_WITHDRAWN = 'The reports of this incident were withdrawn.';
/** Another instance may draw the same card at the same time: whoever comes second sees what it missed. */
const LOOKS = 3;

/**
 * Redraws the card of an incident, soon: not more often than once a second, and always as it stands at the end.
 */
export function updateIncident(parts: TriageParts, place: DeskPlace, number: number): void {
  parts.updates.request(`incident/${place.desk}/${number}`, async () => {
    const { triage } = parts.turn.store;
    for (let look = 1; look <= LOOKS; look += 1) {
      const incident = await triage.readIncident(place.desk, number);
      if (incident === undefined || incident.card === null || incident.thread === null) return;
      const answer =
        incident.cases === 0
          ? { text: ALL_WITHDRAWN, card: withdrawnCard(ALL_WITHDRAWN) }
          : await incidentView(parts, place, incident);
      const thread = { ...place, thread: incident.thread, serviceUrl: incident.serviceUrl };
      await updateIn(parts, thread, incident.card, answerActivity(answer, place.channelId));
      const after = await triage.readIncident(place.desk, number);
      if (after === undefined || (after.version === incident.version && after.cases === incident.cases)) return;
    }
  });
}

/** The same for the card that answers a case. */
export function updateCase(parts: TriageParts, place: DeskPlace, { number }: Pick<StoredCase, 'number'>): void {
  parts.updates.request(`case/${place.desk}/${number}`, async () => {
    const one = await parts.turn.store.triage.readCase(place.desk, number);
    if (one === undefined || one.card === null) return;
    const incident = await incidentOf(parts, one);
    if (incident !== null && showsIncident(one, incident)) {
      updateIncident(parts, place, incident.number);
      return;
    }
    const answer = await caseView(parts, place, one, incident);
    const thread = { ...place, thread: one.thread, serviceUrl: one.serviceUrl };
    await updateIn(parts, thread, one.card, answerActivity(answer, place.channelId));
  });
}
