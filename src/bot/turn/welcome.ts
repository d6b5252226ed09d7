import type { Activity, TurnContext } from 'botbuilder';
import { answerActivity } from '../answer.ts';
import { welcomeAnswer } from '../commands/welcome.ts';
import { conversationKey } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import type { TurnParts } from './turn-parts.ts';

/**
 * Welcomes a conversation once. An installation arrives as installationUpdate and as conversationUpdate, and the
 * Agents Playground sends both again on every page load.
 */
export async function welcome(parts: TurnParts, context: TurnContext): Promise<void> {
  const { activity } = context;
  const key = welcomeKey(activity);
  if (!(await parts.store.seen.claim(key, parts.now()))) return;
  try {
    await context.sendActivity(
      answerActivity(welcomeAnswer(scopeOf(activity) !== 'personal', parts.signsIn), activity.channelId),
    );
  } catch (err) {
    await parts.store.seen.release(key);
    throw err;
  }
}

/** After the bot was removed, the next installation is welcomed again. */
export async function farewell(parts: TurnParts, context: TurnContext): Promise<void> {
  await parts.store.seen.release(welcomeKey(context.activity));
}

/** Whether the bot itself is among those who joined. Nobody else is welcomed: that would be noise in a team. */
export function botJoined(activity: Activity): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id === activity.recipient?.id);
}

function welcomeKey(activity: Activity): string {
  return `welcome/${conversationKey(activity)}`;
}
