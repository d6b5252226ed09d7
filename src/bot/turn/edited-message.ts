import type { TurnContext } from 'botbuilder';
import { readActivityText } from '../activity-text.ts';
import { answerActivity } from '../answer.ts';
import { isAddressed, scopeOf } from '../conversation-scope.ts';
import { answerMessage } from './answer-message.ts';
import { secretsOf } from './diagnose-message.ts';
import { takeBack } from './first-answer.ts';
import { dropEvidence } from './message-memory.ts';
import { warnPrivately } from './private-warning.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { TurnParts } from './turn-parts.ts';
import { updatedInPlace } from './updated-in-place.ts';

/**
 * An edited (or undeleted) message: what it gave before is replaced, and its card is updated in place.
 * Where there is no card yet it is answered like a new one.
 */
export async function onEditedMessage(parts: TurnParts, ledger: ReplyLedger, context: TurnContext): Promise<void> {
  const { activity } = context;
  const received = readActivityText(activity);
  const replyId = await ledger.replyTo(activity);
  if (replyId === undefined && !isAddressed(activity)) {
    await warnPrivately(parts, context, await secretsOf(parts, received));
    return;
  }
  const { answer, secrets, evidence } = await answerMessage(parts, activity, received);
  if (!evidence) await dropEvidence(parts, activity);
  const reply = answerActivity(answer, activity.channelId);
  // Another instance may have given its first answer while this was read.
  const inPlaceOf = replyId ?? (await ledger.replyTo(activity));
  if (inPlaceOf === undefined || !(await updatedInPlace(parts, context, inPlaceOf, reply))) {
    const sent = await context.sendActivity(reply);
    const other = sent?.id ? await ledger.record(activity, sent.id) : undefined;
    if (other !== undefined && other !== inPlaceOf) await takeBack(parts, context, other);
  }
  if (scopeOf(activity) !== 'personal') await warnPrivately(parts, context, secrets);
}
