import type { Activity, TurnContext } from 'botbuilder';
import { answerActivity } from '../answer.ts';
import { erasedPerson } from '../commands/delete-data.ts';
import { welcomeAnswer } from '../commands/welcome.ts';
import { conversationKey } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import type { SignInTurns } from '../sign-in/sign-in-turns.ts';
import type { TurnParts } from './turn-parts.ts';

/**
 * Welcomes a conversation once. An installation arrives as installationUpdate and as conversationUpdate, and the
 * Agents Playground sends both again on every page load.
 */
export async function welcome(parts: TurnParts, context: TurnContext): Promise<void> {
  const { activity } = context;
  const scope = scopeOf(activity);
  const key = welcomeKey(activity);
  if (!(await parts.store.seen.claim(key, parts.now()))) return;
  try {
    await context.sendActivity(
      answerActivity(
        welcomeAnswer(scope !== 'personal', parts.signsIn, parts.hasDesk === true && scope === 'team-channel'),
        activity.channelId,
      ),
    );
  } catch (err) {
    await parts.store.seen.release(key);
    throw err;
  }
}

/**
 * After the bot was removed, the next installation is welcomed again. Who removes their personal app ends their sign-in
 * and takes along all that is kept of them alone; nothing can be said to them any more. The cases of a team keep who
 * reported and who took them, and agents stay agents: the team still works, and “delete my data” is the word for those.
 */
export async function farewell(
  parts: TurnParts,
  context: TurnContext,
  signIn?: Pick<SignInTurns, 'onRemoved'>,
): Promise<void> {
  const { activity } = context;
  await parts.store.seen.release(welcomeKey(activity));
  // Said, and not only left open: nobody's data go because a channel sends no type.
  if (activity.conversation.conversationType !== 'personal') return;
  const person = erasedPerson(activity);
  if (person === undefined) return;
  try {
    await signIn?.onRemoved(context);
  } finally {
    const entries = await parts.store.erase({ ...person, keepsTeams: true });
    parts.logger.info({ entries }, 'the personal app was removed, and what was kept of its person with it');
  }
}

/** Whether the bot itself is among those who joined. Nobody else is welcomed: that would be noise in a team. */
export function botJoined(activity: Activity): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id === activity.recipient?.id);
}

function welcomeKey(activity: Activity): string {
  return `welcome/${conversationKey(activity)}`;
}
