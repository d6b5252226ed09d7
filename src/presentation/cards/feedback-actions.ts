import type { CauseId } from '../../diagnosis/cause-id.ts';
import type { Verdict } from '../../diagnosis/diagnosis.ts';
import type { CardAction } from './elements.ts';

export const FEEDBACK_VERBS = ['fixed', 'not-it'] as const;
export type FeedbackVerb = (typeof FEEDBACK_VERBS)[number];

/** What comes back under `why401` when a feedback button is pressed. */
export interface FeedbackData {
  readonly verb: FeedbackVerb;
  readonly diagnosisId: string;
  readonly cause: CauseId;
  readonly verdict: Verdict;
}

const TITLES: Readonly<Record<FeedbackVerb, string>> = { fixed: 'This fixed it', 'not-it': 'Not it' };

/** Action.Execute, and Action.Submit with the same data where a client does not know Universal Actions. */
export function feedbackActions(about: Omit<FeedbackData, 'verb'>): CardAction[] {
  return FEEDBACK_VERBS.map((verb) => {
    const data = { why401: { verb, ...about } satisfies FeedbackData };
    const title = TITLES[verb];
    return { type: 'Action.Execute', title, verb, data, fallback: { type: 'Action.Submit', title, data } };
  });
}
