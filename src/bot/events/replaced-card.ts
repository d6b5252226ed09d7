import { DeliveryModes, type TurnContext } from 'botbuilder';
import type { BotLogger } from '../adapter/bot-logger.ts';
import { type Answer, answerActivity, showsCards } from '../answer.ts';

/**
 * Puts a card into the place of the one whose button was pressed.
 *
 * @returns false where the channel cannot, or does not say which message that was
 */
export async function replacedCard(logger: BotLogger, context: TurnContext, answer: Answer): Promise<boolean> {
  const { channelId, replyToId, deliveryMode } = context.activity;
  if (answer.card === undefined || !replyToId || !showsCards(channelId) || deliveryMode === DeliveryModes.ExpectReplies)
    return false;
  try {
    await context.updateActivity({ ...answerActivity(answer, channelId), id: replyToId });
    return true;
  } catch (err) {
    logger.info({ err, channel: channelId }, 'a card could not be updated in place');
    return false;
  }
}
