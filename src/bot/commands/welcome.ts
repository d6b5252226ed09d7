import { welcomeCard, welcomeText } from '../../presentation/cards/welcome-card.ts';
import type { Answer } from '../answer.ts';

/**
 * @param shared whether others read along, so that the bot has to be mentioned
 * @param signIn whether people can sign in
 * @param desk whether this is a team channel with a helpdesk
 */
export function welcomeAnswer(shared: boolean, signIn: boolean, desk = false): Answer {
  return {
    text: welcomeText(shared, signIn, desk),
    card: welcomeCard(shared, signIn, desk),
    summary: 'Paste a 401 and I will say what is wrong',
  };
}
