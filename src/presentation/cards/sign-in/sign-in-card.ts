import { type AdaptiveCard, adaptiveCard, dataText, heading, ownText } from '../elements.ts';
import { SIGN_IN_BUTTON } from './sign-in-words.ts';

const STEPS =
  'Open the page, sign in, and type the six digits that it shows at the end into this chat. The link is for you alone and works for ten minutes; do not pass it on.';

/**
 * The card of a sign-in by a link of our own.
 *
 * @param words why the person is asked
 * @param link made for this person alone
 */
export function signInCard(words: string, link: string): AdaptiveCard {
  return adaptiveCard(
    `${words} ${STEPS}`,
    [heading('Sign in'), dataText(words), ownText(STEPS, { isSubtle: true, spacing: 'Small' })],
    [{ type: 'Action.OpenUrl', title: SIGN_IN_BUTTON, url: link }],
  );
}

/** The same for clients without cards. */
export function signInCardText(words: string, link: string): string {
  return `${words}\n\n${STEPS}\n\n${link}`;
}
