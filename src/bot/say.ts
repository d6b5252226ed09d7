import { ActivityTypes, type TurnContext } from 'botbuilder';
import { type Answer, answerActivity, saidIn } from './answer.ts';

/** Sends plain words, or an answer in the form that the channel shows. */
export async function say(context: TurnContext, answer: string | Answer): Promise<void> {
  if (typeof answer === 'string') {
    const text = saidIn(context.activity.channelId, answer);
    await context.sendActivity({ type: ActivityTypes.Message, text, textFormat: 'plain' });
    return;
  }
  await context.sendActivity(answerActivity(answer, context.activity.channelId));
}
