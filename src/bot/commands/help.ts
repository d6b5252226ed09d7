import { type HelpAbout, helpCard, helpText } from '../../presentation/cards/help-card.ts';
import type { Answer } from '../answer.ts';

/** What can be written here: commands that this installation lacks are left out. */
export function helpAnswer(about: HelpAbout): Answer {
  return { text: helpText(about), card: helpCard(about), summary: 'What why401 can do' };
}
