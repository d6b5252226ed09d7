import type { SignInReason } from '../../../identity/sign-in.ts';
import { plainLine } from '../../plain-data.ts';

export const SIGN_IN_BUTTON = 'Sign in with Microsoft';

const REASONS: Readonly<Record<SignInReason, string>> = {
  'first-time':
    'Sign in, and I can look at your own connection to Microsoft Graph: whether the token is right, and whether your mailbox and calendar can be reached.',
  expired: 'Your sign-in has run out and could not be renewed without you. Please sign in once more.',
  revoked:
    'Your sign-in was revoked: a changed password or an administrator ends all sessions. Please sign in once more.',
  'claims-challenge':
    'Microsoft Graph asks for a fresh or a stronger sign-in before it goes on. Please sign in once more.',
  'more-scopes':
    'This needs a permission that you have not given yet. Please sign in once more and look at what is asked.',
  'signed-out': 'You are signed out. Sign in, and I can look at your connection to Microsoft Graph again.',
};

const NO_CLAIMS =
  'If it asks for a stronger proof, such as a second factor, this way of signing in cannot pass that on: the operator of this bot may have to choose the MSAL way (WHY401_SIGN_IN=msal).';

/** Teams ends a sign-in by itself; elsewhere the token service shows a code. */
export const CODE_MAY_FOLLOW = 'If the last page shows six digits, type them here.';

const NEW: ReadonlySet<SignInReason> = new Set<SignInReason>(['first-time', 'signed-out']);
const FOR_EVENT = 'Sign in, and I can write the event into your own calendar. The event waits, and goes on by itself.';

/** Why the person is asked to sign in. */
export function signInWords(
  reason: SignInReason,
  about: { readonly carriesClaims: boolean; readonly scopes: readonly string[]; readonly forEvent?: boolean },
): string {
  const words = [about.forEvent === true && NEW.has(reason) ? FOR_EVENT : REASONS[reason]];
  if (about.scopes.length > 0) words.push(`Asked for: ${about.scopes.map(shortScope).join(', ')}.`);
  if (reason === 'claims-challenge' && !about.carriesClaims) words.push(NO_CLAIMS);
  return words.join(' ');
}

/** The permission's own name, as the consent page and the portal write it. */
function shortScope(scope: string): string {
  return plainLine(scope.slice(scope.lastIndexOf('/') + 1), 60);
}

/** @param attemptsLeft `null` where nobody counts */
export function wrongCodeText(attemptsLeft: number | null): string {
  const left =
    attemptsLeft === null ? '' : ` You have ${attemptsLeft === 1 ? 'one try' : `${attemptsLeft} tries`} left.`;
  return (
    'No sign-in of yours waits for that code: it is mistyped, used up, or from another sign-in. ' +
    `Take the six digits from the last page of the sign-in that you began here.${left}`
  );
}

export const SIGNED_IN_TEXT =
  'You are signed in. Say “check my sign-in” to see whether everything works, or “sign out” when you are done.';
export const TIMED_OUT_TEXT = 'That sign-in waited too long and has ended. Say “sign in” for a fresh one.';
export const TOO_MANY_CODES_TEXT =
  'That was one wrong code too many, so this sign-in has ended. Nothing was granted. Say “sign in” for a fresh one.';
export const CANCELLED_TEXT = 'Cancelled. Nothing was granted. Say “sign in” whenever you like.';
export const NOTHING_TO_CANCEL_TEXT = 'There is nothing under way that I could cancel.';
export const NO_SIGN_IN_WAITS_TEXT =
  'That looks like a sign-in code, but no sign-in of yours waits for one in this chat. Say “sign in”, open the page, and type the digits that it shows at the end. To ask what an error code means, write “explain” before it.';
export const CODE_IN_CROWD_TEXT =
  'If that is a sign-in code, type it in our personal chat, where you began: a code belongs to you alone.';
export const WINDOW_CLOSED_TEXT =
  'You closed the sign-in window; that is fine, nothing was granted. Say “sign in” when you want to try again.';
export const WINDOW_CLOSED_CODE_TEXT =
  'The sign-in window is closed. If its last page showed six digits, type them here; otherwise say “sign in” to begin again.';
export const SIGNED_OUT_TEXT = 'Signed out: your grant is removed here. Say “sign in” to come back.';
export const NOT_SIGNED_IN_TEXT = 'You are not signed in. Say “sign in” to begin.';
export const NOT_SET_UP_TEXT =
  'Signing in is not set up in this installation: I read what you paste. The page “Connect it to your tenant” tells the operator how to set it up.';
export const IN_PERSONAL_CHAT_TEXT = 'That is between you and me: I have written to you in our personal chat.';
export const NO_PERSONAL_CHAT_TEXT =
  'That is between you and me, and I could not open a personal chat with you. Add me for yourself (Apps, why401, Add), then ask me there.';
export const UNKNOWN_PERSON_TEXT = 'This channel does not tell me who you are, so I cannot sign you in here.';

/** In a channel that belongs to another organisation: a sign-in there would be one to somebody else's directory. */
export const FROM_ELSEWHERE_TEXT =
  'You belong to another organisation than this channel, so I do not offer a sign-in here. Errors that you paste I read all the same.';
