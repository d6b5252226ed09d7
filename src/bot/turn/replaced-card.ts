import { DeliveryModes, type TurnContext } from 'botbuilder';
import type { BotLogger } from '../adapter/bot-logger.ts';
import { type Answer, answerActivity, showsCards } from '../answer.ts';
import { updatedInPlace } from './updated-in-place.ts';

/**
 * Puts a card into the place of the one whose button was pressed.
 *
 * @returns false where the channel cannot, or does not say which message that was
 */
export async function replacedCard(logger: BotLogger, context: TurnContext, answer: Answer): Promise<boolean> {
  const { channelId, replyToId, deliveryMode } = context.activity;
  if (answer.card === undefined || !replyToId || !showsCards(channelId) || deliveryMode === DeliveryModes.ExpectReplies)
    return false;
  return updatedInPlace({ logger }, context, replyToId, answerActivity(answer, channelId));
}
