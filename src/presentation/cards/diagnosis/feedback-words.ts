import type { FeedbackVerb } from './feedback-actions.ts';

/** The answer to a feedback button. */
export function feedbackThanksText(verb: FeedbackVerb): string {
  return THANKS[verb];
}

const THANKS: Readonly<Record<FeedbackVerb, string>> = {
  fixed: 'Good. Noted that this fixed it.',
  'not-it':
    'Noted that it is something else. Paste one more thing, the whole response with its headers or the request that led to it, and I look again.',
};
