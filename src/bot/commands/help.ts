import { helpCard, helpText } from '../../presentation/cards/help-card.ts';
import type { Answer } from '../answer.ts';

export function helpAnswer(): Answer {
  return { text: helpText(), card: helpCard(), summary: 'What why401 can do' };
}
