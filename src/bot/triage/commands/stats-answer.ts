import { statsCard, statsText } from '../../../presentation/cards/triage/stats-card.ts';
import { deskStats, type Share } from '../../../triage/desk-stats.ts';
import { eachCase } from '../../../triage/each-case.ts';
import { ageWords } from '../../../triage/incident-words.ts';
import type { Period } from '../../../triage/period.ts';
import type { Answer } from '../../answer.ts';
import { titleOf } from '../cards/stored-views.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { TriageParts } from '../triage-parts.ts';

const CAUSES_SHOWN = 8;

/** What the desk did in a period. */
export async function statsAnswer(parts: TriageParts, place: DeskPlace, period: Period): Promise<Answer> {
  const { store, now } = parts.turn;
  const to = now() + 1;
  const from = to - period.ms;
  const stats = await deskStats(eachCase(store.triage, place.desk, from, to), await store.feedback.list(from));
  const view = {
    title: `The last ${period.words}`,
    facts: [
      { label: 'Reports', value: `${stats.cases}, of which ${stats.open} open and ${stats.resolved} resolved` },
      { label: 'Time to my answer', value: durationWords(stats.medianToAnswer) },
      { label: 'Time to resolution', value: durationWords(stats.medianToResolution) },
      { label: '“This fixed it”', value: shareWords(stats.fixed, 'nobody pressed a button yet') },
      { label: 'Right diagnoses', value: shareWords(stats.accuracy, 'nobody judged one yet') },
    ],
    causes: stats.causes
      .slice(0, CAUSES_SHOWN)
      .map(({ cause, cases, wrong }) => ({ title: titleOf(cause), cases, wrong })),
    moreCauses: Math.max(0, stats.causes.length - CAUSES_SHOWN),
  };
  return { text: () => statsText(view), card: statsCard(view), summary: view.title };
}

function durationWords(ms: number | null): string {
  if (ms === null) return 'nothing to measure yet';
  return ms < 60_000 ? `${Math.max(1, Math.round(ms / 1000))} s (median)` : `${ageWords(ms)} (median)`;
}

function shareWords({ part, of }: Share, none: string): string {
  return of === 0 ? none : `${Math.round((part / of) * 100)} % (${part} of ${of})`;
}
