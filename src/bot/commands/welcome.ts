import { welcomeCard, welcomeText } from '../../presentation/cards/welcome-card.ts';
import type { Answer } from '../answer.ts';

/**
 * @param shared whether others read along, so that the bot has to be mentioned
 * @param signIn whether people can sign in
 */
export function welcomeAnswer(shared: boolean, signIn: boolean): Answer {
  return {
    text: welcomeText(shared, signIn),
    card: welcomeCard(shared, signIn),
    summary: 'Paste a 401 and I will say what is wrong',
  };
}
