import { type AdaptiveCard, adaptiveCard, heading, monospace, ownText } from './elements.ts';
import { SAMPLE_PASTE } from './sample-paste.ts';

const HELLO = 'Hello, I am why401.';
const WHAT =
  'Paste an error from Microsoft Graph, Outlook or a Microsoft sign-in. I tell you what is wrong, why I think so, who has to act, and what to change.';
const TRY = 'Try it: copy this and send it to me';

export function welcomeCard(): AdaptiveCard {
  return adaptiveCard(welcomeText(), [
    ownText(HELLO, { size: 'Large', weight: 'Bolder', style: 'heading' }),
    ownText(WHAT, { spacing: 'Small' }),
    heading(TRY),
    monospace(SAMPLE_PASTE),
    ownText('Write “help” to see what else I understand. Tokens and secrets are read here, masked, and never kept.', {
      isSubtle: true,
      size: 'Small',
    }),
  ]);
}

export function welcomeText(): string {
  return `${HELLO} ${WHAT}\n${TRY}:\n\n${SAMPLE_PASTE}`;
}
