import type { Feedback } from '../storage/store.ts';
import type { StoredCase } from '../storage/triage-store.ts';
import { type DurationHistogram, durationHistogram } from './duration-histogram.ts';

/** A desk over a period. Times are milliseconds, `null` where nothing was to be measured. */
export interface DeskStats {
  readonly cases: number;
  /** As they stand now. */
  readonly open: number;
  readonly resolved: number;
  /** The most usual first. */
  readonly causes: readonly CauseCount[];
  /** From the report to the bot's answer; within 1 % (duration-histogram.ts). */
  readonly medianToAnswer: number | null;
  /** From the report to the last resolution, of what is resolved now; within 1 %. */
  readonly medianToResolution: number | null;
  /** «This fixed it» among what people pressed on the answers to these cases. */
  readonly fixed: Share;
  /** Answers that nobody called wrong among those that somebody judged. */
  readonly accuracy: Share;
}

export interface CauseCount {
  readonly cause: string;
  readonly cases: number;
  readonly wrong: number;
}

export interface Share {
  readonly part: number;
  readonly of: number;
}

/** The ids of causes are some sixty; rows of other versions may hold others, which together are one. */
const MOST_CAUSES = 200;
const OTHER_CAUSES = 'other';

/**
 * Streams through the cases once. Memory holds two histograms, a count for each cause, and the feedback that was handed
 * in.
 *
 * A case is **judged** where somebody resolved it, called the diagnosis wrong, or pressed a button of feedback. It is
 * **wrong** where somebody called it so, or where all who pressed said «Not it». An agent who resolves a case and does
 * not call it wrong has judged it: nobody presses a button to say that all is well.
 *
 * @param cases of one desk and period, as `eachCase` gives them
 * @param feedback from the store, of this period or longer; what belongs to other desks is left out by its diagnosis id
 */
export async function deskStats(cases: AsyncIterable<StoredCase>, feedback: readonly Feedback[]): Promise<DeskStats> {
  const said = pressesByDiagnosis(feedback);
  const causes = new Map<string, { cases: number; wrong: number }>();
  const toAnswer: DurationHistogram = durationHistogram();
  const toResolution: DurationHistogram = durationHistogram();
  const count = { cases: 0, resolved: 0, fixed: 0, pressed: 0, right: 0, judged: 0 };
  for await (const one of cases) {
    const resolved = one.state === 'resolved';
    const presses = said.get(one.diagnosisId) ?? NO_PRESSES;
    // Two cases never share a diagnosis; should they, its presses count once.
    said.delete(one.diagnosisId);
    const pressed = presses.fixed + presses.notIt;
    const wrong = one.wrong || (presses.notIt > 0 && presses.fixed === 0);
    count.cases += 1;
    count.fixed += presses.fixed;
    count.pressed += pressed;
    if (resolved) count.resolved += 1;
    if (wrong || resolved || pressed > 0) {
      count.judged += 1;
      if (!wrong) count.right += 1;
    }
    if (one.answered !== null) toAnswer.add(one.answered - one.reported);
    if (resolved && one.resolved !== null) toResolution.add(one.resolved - one.reported);
    countCause(causes, one.cause, wrong);
  }
  return {
    cases: count.cases,
    open: count.cases - count.resolved,
    resolved: count.resolved,
    causes: [...causes]
      .map(([cause, { cases, wrong }]) => ({ cause, cases, wrong }))
      .toSorted((a, b) => b.cases - a.cases || (a.cause < b.cause ? -1 : 1)),
    medianToAnswer: toAnswer.median(),
    medianToResolution: toResolution.median(),
    fixed: { part: count.fixed, of: count.pressed },
    accuracy: { part: count.right, of: count.judged },
  };
}

interface Presses {
  readonly fixed: number;
  readonly notIt: number;
}

const NO_PRESSES: Presses = { fixed: 0, notIt: 0 };

function pressesByDiagnosis(feedback: readonly Feedback[]): Map<string, Presses> {
  const said = new Map<string, Presses>();
  for (const { diagnosisId, feedback: press } of feedback) {
    const { fixed, notIt } = said.get(diagnosisId) ?? NO_PRESSES;
    said.set(diagnosisId, press === 'fixed' ? { fixed: fixed + 1, notIt } : { fixed, notIt: notIt + 1 });
  }
  return said;
}

function countCause(causes: Map<string, { cases: number; wrong: number }>, cause: string, wrong: boolean): void {
  const name = causes.has(cause) || causes.size < MOST_CAUSES ? cause : OTHER_CAUSES;
  const counted = causes.get(name) ?? { cases: 0, wrong: 0 };
  counted.cases += 1;
  if (wrong) counted.wrong += 1;
  causes.set(name, counted);
}
