import { type CloudAdapter, TurnContext } from 'botbuilder';
import { type Answer, answerActivity } from '../answer.ts';
import { inConversation } from '../turn/in-conversation.ts';
import type { ReplyLedger } from '../turn/reply-ledger.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import { updatedInPlace } from '../turn/updated-in-place.ts';
import { updatesMessages } from '../updates-messages.ts';

/** An answer that takes longer than the channel waits. */
export interface LaterAnswer {
  /** False where the channel takes it only within the turn, or cannot change a message. */
  readonly later: boolean;
  /** Puts the answer into the place of what was said first; `after` runs in the same conversation. */
  finish(answer: Answer, after?: (context: TurnContext) => Promise<void>): Promise<void>;
}

/**
 * Says at once what is being done, and gives the answer when there is one: the channel gives up on a turn after fifteen
 * seconds and sends the message again. Where messages cannot be changed the answer is all that is said.
 *
 * @param replyId the reply to an earlier edition of the message, which it takes the place of
 */
export async function laterAnswer(
  parts: Pick<TurnParts, 'appId' | 'logger'>,
  ledger: ReplyLedger,
  context: TurnContext,
  first: string,
  replyId: string | undefined,
): Promise<LaterAnswer> {
  const { activity } = context;
  const { channelId } = activity;
  if (!updatesMessages(activity)) return inTurn(ledger, context);
  const id = await said(parts, ledger, context, first, replyId);
  if (id === undefined) return inTurn(ledger, context);
  const adapter = context.adapter as CloudAdapter;
  const reference = TurnContext.getConversationReference(activity);
  const { id: activityId, type, from, recipient, channelData, conversation } = activity;
  return {
    later: true,
    async finish(answer, after) {
      await inConversation(adapter, parts.appId, reference, async (later) => {
        // What follows looks at the activity that was sent.
        Object.assign(later.activity, { id: activityId ?? '', type, from, recipient, channelData, conversation });
        const message = answerActivity(answer, channelId);
        if (!(await updatedInPlace(parts, later, id, message))) {
          const sent = await later.sendActivity(message);
          if (sent?.id) await ledger.record(activity, sent.id);
        }
        await after?.(later);
      });
    },
  };
}

async function said(
  parts: Pick<TurnParts, 'logger'>,
  ledger: ReplyLedger,
  context: TurnContext,
  words: string,
  replyId: string | undefined,
): Promise<string | undefined> {
  const { activity } = context;
  const message = answerActivity({ text: words }, activity.channelId);
  if (replyId !== undefined && (await updatedInPlace(parts, context, replyId, message))) return replyId;
  const sent = await context.sendActivity(message);
  if (!sent?.id) return undefined;
  await ledger.record(activity, sent.id);
  return sent.id;
}

function inTurn(ledger: ReplyLedger, context: TurnContext): LaterAnswer {
  const { activity } = context;
  return {
    later: false,
    async finish(answer, after) {
      const sent = await context.sendActivity(answerActivity(answer, activity.channelId));
      if (sent?.id) await ledger.record(activity, sent.id);
      await after?.(context);
    },
  };
}
