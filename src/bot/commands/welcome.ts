import { welcomeCard, welcomeText } from '../../presentation/cards/welcome-card.ts';
import type { Answer } from '../answer.ts';

/** @param shared whether others read along, so that the bot has to be mentioned */
export function welcomeAnswer(shared: boolean): Answer {
  return { text: welcomeText(shared), card: welcomeCard(shared), summary: 'Paste a 401 and I will say what is wrong' };
}
