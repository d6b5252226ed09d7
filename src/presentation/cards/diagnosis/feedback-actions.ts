import type { CauseId } from '../../../diagnosis/cause-id.ts';
import type { Verdict } from '../../../diagnosis/diagnosis.ts';
import type { CardAction } from '../elements.ts';
import { verbAction } from '../verb-action.ts';

const FEEDBACK_VERBS = ['fixed', 'not-it'] as const;
export type FeedbackVerb = (typeof FEEDBACK_VERBS)[number];

/** What comes back under `why401` when a feedback button is pressed. */
export interface FeedbackData {
  readonly verb: FeedbackVerb;
  readonly diagnosisId: string;
  readonly cause: CauseId;
  readonly verdict: Verdict;
}

const TITLES: Readonly<Record<FeedbackVerb, string>> = { fixed: 'This fixed it', 'not-it': 'Not it' };

/** A button for each word of feedback, which carries what it is about. */
export function feedbackActions(about: Omit<FeedbackData, 'verb'>): CardAction[] {
  return FEEDBACK_VERBS.map((verb) => verbAction(TITLES[verb], { verb, ...about } satisfies FeedbackData));
}
