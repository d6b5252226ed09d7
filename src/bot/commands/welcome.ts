import { welcomeCard, welcomeText } from '../../presentation/cards/welcome-card.ts';
import type { Answer } from '../answer.ts';

export function welcomeAnswer(): Answer {
  return { text: welcomeText(), card: welcomeCard(), summary: 'Paste a 401 and I will say what is wrong' };
}
