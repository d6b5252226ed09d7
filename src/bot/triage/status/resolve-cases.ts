import type { Party, StoredCase } from '../../../storage/triage-store.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';
import { tellIn } from './tell-reporter.ts';

/** Far above what one failure brings into one channel before somebody resolves it. */
const MOST_CASES = 2_000;

/**
 * Resolves what is open of an incident, and tells each reporter once in their own thread: whoever resolves a case is the
 * one who tells of it. It may be many, so the turn does not wait for it.
 */
export function resolveCasesOf(parts: TriageParts, place: DeskPlace, incident: number, by: Party): void {
  parts.updates.request(`resolve/${place.desk}/${incident}`, async () => {
    const { triage } = parts.turn.store;
    const shown = await triage.readIncident(place.desk, incident);
    // Reopened meanwhile: then its cases stay as they are.
    if (shown?.state !== 'resolved') return;
    for (const one of await triage.casesOf(place.desk, incident, MOST_CASES)) {
      if (!(await resolved(parts, place, one, by)) || one.thread === shown.thread) continue;
      const words = `Incident ${incident} is resolved${by.name === '' ? '' : ` by ${by.name}`}, and your report, case ${one.number}, with it. If it still fails, paste the error again.`;
      const people = one.reporter.id === by.id ? [] : [one.reporter];
      if (people.length > 0)
        await tellIn(
          parts,
          place,
          undefined,
          { ...place, thread: one.thread, serviceUrl: one.serviceUrl },
          people,
          words,
        );
    }
  });
}

async function resolved({ turn }: TriageParts, { desk }: DeskPlace, one: StoredCase, by: Party): Promise<boolean> {
  if (one.state === 'resolved') return false;
  const { assignee, version, number } = one;
  const change = {
    state: 'resolved',
    assignee,
    waitingFor: null,
    event: 'case.resolved',
    wrong: false,
    by: { id: by.id, name: by.name },
    at: turn.now(),
  } as const;
  return (await turn.store.triage.changeCase(desk, number, version, change)) !== undefined;
}
