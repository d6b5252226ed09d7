import type { TurnContext } from 'botbuilder';
import { memoryOwner } from '../conversation-key.ts';
import { dropEvidence } from './message-memory.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { TurnParts } from './turn-parts.ts';

/** A deleted message: what it gave is dropped. Nothing is said; its author wanted it gone. */
export async function onDeletedMessage(parts: TurnParts, ledger: ReplyLedger, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (memoryOwner(activity) === undefined || !activity.id) return;
  // First, for an answer that is under way: it is looked for there once it is given.
  await ledger.drop(activity);
  await dropEvidence(parts, activity);
}
