import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';

/**
 * Runs a turn in a conversation that is not the one somebody just spoke in.
 *
 * @throws what the channel refuses, and what the turn throws
 */
export async function inConversation(
  adapter: Pick<CloudAdapter, 'continueConversationAsync'>,
  appId: string,
  reference: Partial<ConversationReference>,
  turn: (context: TurnContext) => Promise<void>,
): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    try {
      // botbuilder makes up an activity id, and would send a message as a reply to it.
      context.activity.id = '';
      await turn(context);
    } catch (error) {
      // Kept from the adapter, which would answer it with an apology in that conversation.
      failure = { error };
    }
  });
  if (failure !== undefined) throw failure.error;
}
