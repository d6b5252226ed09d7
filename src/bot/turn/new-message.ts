import type { TurnContext } from 'botbuilder';
import { readActivityText } from '../activity-text.ts';
import { answerActivity } from '../answer.ts';
import { isAddressed, scopeOf } from '../conversation-scope.ts';
import { answerMessage } from './answer-message.ts';
import { secretsOf } from './diagnose-message.ts';
import { keepFirstAnswer } from './first-answer.ts';
import { warnPrivately } from './private-warning.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { TurnParts } from './turn-parts.ts';

/** A message: answered where the bot is spoken to, and watched for live credentials where others read along. */
export async function onNewMessage(parts: TurnParts, ledger: ReplyLedger, context: TurnContext): Promise<void> {
  const { activity } = context;
  const received = readActivityText(activity);
  if (!isAddressed(activity)) {
    await warnPrivately(parts, context, await secretsOf(parts, received));
    return;
  }
  const { answer, secrets } = await answerMessage(parts, activity, received);
  const sent = await context.sendActivity(answerActivity(answer, activity.channelId));
  // With expected replies there is no id, and nothing that could be updated later.
  if (sent?.id) await keepFirstAnswer(parts, ledger, context, sent.id);
  if (scopeOf(activity) !== 'personal') await warnPrivately(parts, context, secrets);
}
