import type { TurnContext } from 'botbuilder';
import { memoryOwner } from '../conversation-key.ts';
import { scopeOf } from '../conversation-scope.ts';
import { takeBack } from './first-answer.ts';
import { dropEvidence } from './message-memory.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { TurnParts } from './turn-parts.ts';

/**
 * A deleted message: what it gave is dropped, and where others read along the answer that quotes it goes, too. Nothing is
 * said; its author wanted it gone. In a personal chat the answer is theirs alone and stays.
 */
export async function onDeletedMessage(parts: TurnParts, ledger: ReplyLedger, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (memoryOwner(activity) === undefined || !activity.id) return;
  const replyId = scopeOf(activity) === 'personal' ? undefined : await ledger.replyTo(activity);
  // Before anything else, for an answer that is under way: it is looked for there once it is given.
  await ledger.drop(activity);
  await dropEvidence(parts, activity);
  if (replyId !== undefined) await takeBack(parts, context, replyId);
}
