import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { channelDataField } from '../channel-data.ts';
import { isObject } from '../is-object.ts';
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
 * @returns the id of the message, where the channel gives one
 * @throws BotNotThereError, and what else the channel refuses
 */
export async function postAsBot(
  parts: Pick<TurnParts, 'appId'>,
  context: TurnContext,
  { kind, conversation }: PostingPlace,
  message: Partial<Activity>,
): Promise<string | undefined> {
  const { activity } = context;
  const tenantId = activity.conversation.tenantId ?? channelDataField(activity.channelData, 'tenant', 'id');
  let id: string | undefined;
  let failure: { readonly error: unknown } | undefined;
  await (context.adapter as CloudAdapter).continueConversationAsync(
    parts.appId,
    {
      channelId: activity.channelId,
      serviceUrl: activity.serviceUrl,
      bot: activity.recipient,
      conversation: {
        ...activity.conversation,
        id: conversation,
        ...(kind === 'thread' ? { isGroup: true, conversationType: 'channel' } : {}),
        ...(tenantId === undefined ? {} : { tenantId }),
      },
    },
    async (there) => {
      try {
        // botbuilder makes up an activity id, and would send a message as a reply to it.
        there.activity.id = '';
        id = (await there.sendActivity(message))?.id || undefined;
      } catch (error) {
        // Kept from the adapter, which would answer it with an apology there.
        failure = { error };
      }
    },
  );
  if (failure === undefined) return id;
  throw isRefusal(failure.error) ? new BotNotThereError({ cause: failure.error }) : failure.error;
}

/** Teams answers 403 (`BotNotInConversationRoster`) and, where it tells nothing of the conversation, 404. */
function isRefusal(error: unknown): boolean {
  return isObject(error) && (error.statusCode === 403 || error.statusCode === 404);
}
