import type { Activity, CloudAdapter, ConversationParameters, TurnContext } from 'botbuilder';
import type { FoundSecret } from '../../diagnosis/diagnosis.ts';
import { secretWarningCard, secretWarningText } from '../../presentation/cards/secret-warning-card.ts';
import { type Answer, answerActivity } from '../answer.ts';
import { conversationKey } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import { isObject } from '../is-object.ts';
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
      await sendToPoster(parts, context, answerActivity(warning(activity, live), activity.channelId));
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
  const name = fieldOf(activity.channelData, 'channel', 'name');
  return name === undefined ? 'a team channel' : `the channel ${name}`;
}

async function sendToPoster(parts: TurnParts, context: TurnContext, message: Partial<Activity>): Promise<void> {
  const { activity } = context;
  const adapter = context.adapter as CloudAdapter;
  const tenantId = activity.conversation.tenantId ?? fieldOf(activity.channelData, 'tenant', 'id');
  const parameters: ConversationParameters = {
    isGroup: false,
    bot: activity.recipient,
    members: [activity.from],
    ...(tenantId === undefined ? {} : { tenantId }),
    channelData: tenantId === undefined ? {} : { tenant: { id: tenantId } },
  };
  let failure: unknown;
  await adapter.createConversationAsync(
    parts.appId,
    activity.channelId,
    activity.serviceUrl,
    context.turnState.get<string>(adapter.OAuthScopeKey),
    parameters,
    async (personal) => {
      try {
        // botbuilder gives this context the conversation's id as activity id, and would send the message as a reply to it.
        personal.activity.id = '';
        await personal.sendActivity(message);
      } catch (err) {
        // Kept from the adapter, which would answer it with an apology in the personal chat.
        failure = err;
      }
    },
  );
  if (failure !== undefined) throw failure;
}

/** Teams describes the conversation in its channel data: `tenant.id`, `channel.name`. */
function fieldOf(channelData: unknown, part: string, field: string): string | undefined {
  const found = isObject(channelData) ? channelData[part] : undefined;
  const value = isObject(found) ? found[field] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
