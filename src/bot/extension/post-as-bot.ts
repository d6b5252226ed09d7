import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { channelDataField } from '../channel-data.ts';
import { isObject } from '../is-object.ts';
import { inConversation } from '../turn/in-conversation.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { PostingPlace } from './posting-place.ts';

/** The bot is no member of the conversation: it has to be added first. */
export class BotNotThereError extends Error {
  readonly code = 'WHY401_BOT_NOT_THERE';
  constructor(options?: ErrorOptions) {
    super('The bot is no member of this conversation', options);
    this.name = 'BotNotThereError';
  }
}

/**
 * Posts as the bot.
 *
 * @throws BotNotThereError, and what else the channel refuses
 */
export async function postAsBot(
  parts: Pick<TurnParts, 'appId'>,
  context: TurnContext,
  { kind, conversation }: PostingPlace,
  message: Partial<Activity>,
): Promise<void> {
  const { activity } = context;
  const tenantId = activity.conversation.tenantId ?? channelDataField(activity.channelData, 'tenant', 'id');
  const reference = {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    bot: activity.recipient,
    conversation: {
      ...activity.conversation,
      id: conversation,
      ...(kind === 'thread' ? { isGroup: true, conversationType: 'channel' } : {}),
      ...(tenantId === undefined ? {} : { tenantId }),
    },
  };
  try {
    await inConversation(context.adapter as CloudAdapter, parts.appId, reference, async (there) => {
      await there.sendActivity(message);
    });
  } catch (error) {
    throw isRefusal(error) ? new BotNotThereError({ cause: error }) : error;
  }
}

/** Teams answers 403 (`BotNotInConversationRoster`) and, where it tells nothing of the conversation, 404. */
function isRefusal(error: unknown): boolean {
  return isObject(error) && (error.statusCode === 403 || error.statusCode === 404);
}
