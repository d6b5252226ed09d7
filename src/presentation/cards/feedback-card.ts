import type { CauseId } from '../../diagnosis/cause-id.ts';
import { type AdaptiveCard, adaptiveCard, ownText } from './elements.ts';
import type { FeedbackVerb } from './feedback-actions.ts';

/** The answer to a feedback button. `cause` is an id, never free text. */
export function feedbackThanksCard(verb: FeedbackVerb, cause: CauseId): AdaptiveCard {
  const text = feedbackThanksText(verb, cause);
  return adaptiveCard(text, [ownText(text)]);
}

export function feedbackThanksText(verb: FeedbackVerb, cause: CauseId): string {
  return THANKS[verb](cause);
}

const THANKS: Readonly<Record<FeedbackVerb, (cause: CauseId) => string>> = {
  fixed: (cause) => `Good. Noted that this fixed it (${cause}).`,
  'not-it': (cause) =>
    `Noted that it was not ${cause}. Paste one more thing, the whole response with its headers or the request that led to it, and I look again.`,
};
