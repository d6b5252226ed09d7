import { type AdaptiveCard, adaptiveCard, heading, monospace, ownText } from './elements.ts';
import { SAMPLE_PASTE } from './sample-paste.ts';

const HELLO = 'Hello, I am why401.';
const WHAT =
  'Paste an error from Microsoft Graph, Outlook or a Microsoft sign-in. I tell you what is wrong, why I think so, who has to act, and what to change.';
const TRY = 'Try it: copy this and send it to me';
const TRY_SHARED = 'Try it: mention me, and paste this behind it';
const CHECK = 'Or say “check my sign-in”, and I prove that your own connection to Microsoft Graph works.';
const EVENT =
  'And once you are signed in I make events: “lunch with Sam tomorrow noon”. You see each one before anything is made.';
const SHARED =
  'Here I answer when you mention me, in the thread. Whoever posts a live token or secret is warned privately.';

const MORE = 'Write “help” to see what else I understand. Tokens and secrets are read here, masked, and never kept.';
const DESK =
  'In a team channel reports become cases, and one failure that several people report becomes one incident. Say “agents add @name” first: agents take and resolve them. Where an administrator let me read the channel, I also answer reports that do not mention me, and only when I am sure; “mute here” ends that.';

/**
 * @param shared whether others read along, so that the bot has to be mentioned
 * @param signIn whether people can sign in
 * @param desk whether this is a team channel with a helpdesk
 */
export function welcomeCard(shared = false, signIn = false, desk = false): AdaptiveCard {
  return adaptiveCard(welcomeText(shared, signIn, desk), [
    ownText(HELLO, { size: 'Large', weight: 'Bolder', style: 'heading' }),
    ownText(WHAT, { spacing: 'Small' }),
    ...(shared ? [ownText(SHARED, { spacing: 'Small' })] : []),
    ...(desk ? [ownText(DESK, { spacing: 'Small' })] : []),
    heading(shared ? TRY_SHARED : TRY),
    monospace(SAMPLE_PASTE),
    ...(signIn ? [ownText(CHECK), ownText(EVENT, { spacing: 'Small' })] : []),
    ownText(MORE, { isSubtle: true, size: 'Small' }),
  ]);
}

/** The same for a channel without cards. */
export function welcomeText(shared = false, signIn = false, desk = false): string {
  const words = shared ? `${WHAT} ${SHARED}${desk ? `\n${DESK}` : ''}\n${TRY_SHARED}` : `${WHAT}\n${TRY}`;
  return `${HELLO} ${words}:\n\n${SAMPLE_PASTE}${signIn ? `\n\n${CHECK}\n${EVENT}` : ''}\n\n${MORE}`;
}
