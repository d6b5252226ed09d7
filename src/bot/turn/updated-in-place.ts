import type { Activity, TurnContext } from 'botbuilder';
import type { TurnParts } from './turn-parts.ts';

/**
 * Puts a message into the place of an earlier one of the bot.
 *
 * @returns false where the channel does not take it: the earlier one was deleted, or the channel has no updates
 */
export async function updatedInPlace(
  { logger }: Pick<TurnParts, 'logger'>,
  context: TurnContext,
  id: string,
  message: Partial<Activity>,
): Promise<boolean> {
  try {
    await context.updateActivity({ ...message, id });
    return true;
  } catch (err) {
    logger.info({ err, channel: context.activity.channelId }, 'a message could not be updated in place');
    return false;
  }
}
