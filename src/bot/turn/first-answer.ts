import type { TurnContext } from 'botbuilder';
import { dropEvidence } from './message-memory.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { TurnParts } from './turn-parts.ts';

/**
 * Keeps which message of the bot answers a new message. Where another instance has answered an edition of it meanwhile, or
 * it was deleted, this answer is one to what nobody says any more: it is taken back, with what was kept for the next.
 * Where the store does not take it, an edition will be answered by a message of its own; the answer itself was given.
 */
export async function keepFirstAnswer(
  parts: Pick<TurnParts, 'store' | 'logger'>,
  ledger: ReplyLedger,
  context: TurnContext,
  replyId: string,
): Promise<void> {
  const { activity } = context;
  try {
    if ((await ledger.recordFirst(activity, replyId)) === 'nothing') return;
    await dropEvidence(parts, activity);
  } catch (err) {
    parts.logger.error({ err, channel: activity.channelId }, 'what answers a message could not be kept');
    return;
  }
  await takeBack(parts, context, replyId);
}

/** Deletes a message of the bot, where the channel can. Never throws. */
export async function takeBack(
  { logger }: Pick<TurnParts, 'logger'>,
  context: TurnContext,
  replyId: string,
): Promise<void> {
  try {
    await context.deleteActivity(replyId);
  } catch (err) {
    logger.info({ err, channel: context.activity.channelId }, 'an answer could not be taken back');
  }
}
