import { whatToPasteCard, whatToPasteText } from '../../presentation/cards/what-to-paste-card.ts';
import type { Answer } from '../answer.ts';

/** «Why 401?» without evidence: what to paste, and how to get it. */
export function whatToPasteAnswer(): Answer {
  return { text: whatToPasteText(), card: whatToPasteCard(), summary: 'What to paste, and how to get it' };
}
