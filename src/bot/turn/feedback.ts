import type { Activity } from 'botbuilder';
import { type CauseId, isCauseId } from '../../diagnosis/cause-id.ts';
import { feedbackThanksText } from '../../presentation/cards/diagnosis/feedback-words.ts';
import type { FeedbackVerdict } from '../../storage/store.ts';
import { personHash } from '../conversation-key.ts';
import { isObject } from '../is-object.ts';
import type { TurnParts } from './turn-parts.ts';

/** A press of «This fixed it» or «Not it». */
export interface FeedbackPress {
  readonly feedback: FeedbackVerdict;
  readonly diagnosisId: string;
  readonly cause: CauseId;
  readonly verdict: string;
}

const VERDICTS: ReadonlySet<string> = new Set(['certain', 'likely', 'possible', 'undecided']);

/**
 * Reads the data of a card's button. Cards cannot be trusted: they may be old, or sent by somebody's own program.
 *
 * @param data `{ why401: { verb, diagnosisId, cause, verdict } }`
 */
function readFeedbackPress(data: unknown): FeedbackPress | null {
  if (!isObject(data) || !isObject(data.why401)) return null;
  const { verb, diagnosisId, cause, verdict } = data.why401;
  if (verb !== 'fixed' && verb !== 'not-it') return null;
  if (typeof diagnosisId !== 'string' || !/^[\w-]{1,64}$/.test(diagnosisId)) return null;
  if (typeof cause !== 'string' || !isCauseId(cause)) return null;
  if (typeof verdict !== 'string' || !VERDICTS.has(verdict)) return null;
  return { feedback: verb, diagnosisId, cause, verdict };
}

/** Keeps what a person says of a diagnosis, and the words to answer with. */
export async function takeFeedback(parts: TurnParts, activity: Activity, data: unknown): Promise<string> {
  const press = readFeedbackPress(data);
  if (press === null) {
    return 'I no longer know this button; the card is from an earlier version of me. Paste the error again for a fresh one.';
  }
  const { diagnosisId, cause, verdict, feedback } = press;
  await parts.store.feedback.record({
    diagnosisId,
    cause,
    verdict,
    feedback,
    by: personHash(activity),
    at: parts.now(),
  });
  return feedbackThanksText(feedback);
}
