import { whatToPasteCard, whatToPasteText } from '../../presentation/cards/what-to-paste-card.ts';
import type { ActivityText } from '../activity-text.ts';
import type { Answer } from '../answer.ts';

/** For everything that holds no evidence: says so, and what would help. */
export function nothingFoundAnswer(received: ActivityText): Answer {
  const lead =
    received.pictures > 0
      ? 'I found no sign-in or Graph error in your words, and I cannot read pictures. Please paste the error as text.'
      : 'I found no sign-in or Graph error in that message.';
  return { text: whatToPasteText(lead), card: whatToPasteCard(lead), summary: lead };
}
