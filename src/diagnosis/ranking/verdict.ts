import type { Verdict } from '../diagnosis.ts';
import type { WeighedCause } from './weigh.ts';

/** From here on the proof is of the decisive kind, or several strong signals agree. */
const CERTAIN_FROM = 0.9;
const LIKELY_FROM = 0.62;
const POSSIBLE_FROM = 0.3;
/** How far the second cause must stay behind for the first to be certain. */
const CLEAR_LEAD = 0.12;

/** How sure the ranking is. A wrong answer called certain is the worst outcome, so a close second forbids the word. */
export function verdictOf(ranked: readonly WeighedCause[]): Verdict {
  const first = ranked[0]?.weight ?? 0;
  const second = ranked[1]?.weight ?? 0;
  if (first >= CERTAIN_FROM && first - second >= CLEAR_LEAD) return 'certain';
  if (first >= LIKELY_FROM) return 'likely';
  if (first >= POSSIBLE_FROM) return 'possible';
  return 'undecided';
}
