import type { Activity, TurnContext } from 'botbuilder';
import type { FoundSecret } from '../../diagnosis/diagnosis.ts';
import { secretWarningCard, secretWarningText } from '../../presentation/cards/diagnosis/secret-warning-card.ts';
import { type Answer, answerActivity } from '../answer.ts';
import { channelDataField } from '../channel-data.ts';
import { conversationKey } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import { inPersonalChat } from './personal-chat.ts';
import type { TurnParts } from './turn-parts.ts';

/**
 * Tells the poster of a live credential, in their personal chat, what they gave away. Never in the thread: a warning
 * there would point the others to it. Where it cannot be delivered it is logged and nothing is said.
 * Never throws. One warning for a message, however often it is delivered or edited.
 */
export async function warnPrivately(
  parts: TurnParts,
  context: TurnContext,
  secrets: readonly FoundSecret[],
): Promise<void> {
  const live = secrets.filter((secret) => secret.expired !== true);
  if (live.length === 0) return;
  const { activity } = context;
  const kinds = [...new Set(live.map((secret) => secret.kind))].sort();
  try {
    const key = `warned/${conversationKey(activity)}/${activity.id ?? ''}/${kinds.join(',')}`;
    if (activity.id && !(await parts.store.seen.claim(key, parts.now()))) return;
    try {
      const message = answerActivity(warning(activity, live), activity.channelId);
      await inPersonalChat(parts, context, async (personal) => void (await personal.sendActivity(message)));
    } catch (err) {
      if (activity.id) await parts.store.seen.release(key);
      throw err;
    }
  } catch (err) {
    parts.logger.error({ err, kinds, channel: activity.channelId }, 'private warning could not be delivered');
  }
}

function warning(activity: Activity, live: readonly FoundSecret[]): Answer {
  const where = placeOf(activity);
  return { text: secretWarningText(live, where), card: secretWarningCard(live, where) };
}

/** Where the message stands, as its author knows the place. */
function placeOf(activity: Activity): string {
  if (scopeOf(activity) !== 'team-channel') return 'a group chat';
  const name = channelDataField(activity.channelData, 'channel', 'name');
  return name === undefined ? 'a team channel' : `the channel ${name}`;
}
