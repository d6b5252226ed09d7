import { type AdaptiveCard, adaptiveCard, heading, ownText } from './elements.ts';
import { verbAction } from './verb-action.ts';

const WHAT =
  'This signs you out and removes everything that I keep of you: your grant, what I read from your messages, sign-ins under way, drafts of events, and your verdicts on my answers. It cannot be undone. Nothing in Microsoft 365 is touched.';
const HOW = 'To go on, press the button or write: yes, delete my data';

/** Asks before anything is removed. */
export function deleteDataCard(): AdaptiveCard {
  return adaptiveCard(
    deleteDataText(),
    [heading('Delete my data?'), ownText(WHAT), ownText(HOW, { isSubtle: true, spacing: 'Small' })],
    [verbAction('Delete my data', { verb: 'delete-my-data' })],
  );
}

export function deleteDataText(): string {
  return `${WHAT}\n\n${HOW}`;
}
