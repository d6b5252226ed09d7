import type { CloudAdapter, ConversationParameters, TurnContext } from 'botbuilder';
import { channelDataField } from '../channel-data.ts';
import type { TurnParts } from './turn-parts.ts';

/**
 * Runs a turn in the personal chat of whoever sent this activity; their channel opens the chat where there is none.
 *
 * @throws what the channel refuses (the bot is not installed for the person), and what the turn throws
 */
export async function inPersonalChat(
  parts: Pick<TurnParts, 'appId'>,
  context: TurnContext,
  turn: (personal: TurnContext) => Promise<void>,
): Promise<void> {
  const { activity } = context;
  const adapter = context.adapter as CloudAdapter;
  const tenantId = activity.conversation.tenantId ?? channelDataField(activity.channelData, 'tenant', 'id');
  const parameters: ConversationParameters = {
    isGroup: false,
    bot: activity.recipient,
    members: [activity.from],
    ...(tenantId === undefined ? {} : { tenantId }),
    channelData: tenantId === undefined ? {} : { tenant: { id: tenantId } },
  };
  let failure: { readonly error: unknown } | undefined;
  await adapter.createConversationAsync(
    parts.appId,
    activity.channelId,
    activity.serviceUrl,
    context.turnState.get<string>(adapter.OAuthScopeKey),
    parameters,
    async (personal) => {
      try {
        // botbuilder gives this context the conversation's id as activity id, and would send a message as a reply to it.
        personal.activity.id = '';
        personal.activity.from = activity.from;
        personal.activity.conversation.conversationType = 'personal';
        await turn(personal);
      } catch (error) {
        // Kept from the adapter, which would answer it with an apology in the personal chat.
        failure = { error };
      }
    },
  );
  if (failure !== undefined) throw failure.error;
}
