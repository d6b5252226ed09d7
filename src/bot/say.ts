import { ActivityTypes, type TurnContext } from 'botbuilder';
import { type Answer, answerActivity } from './answer.ts';

/** Sends plain words, or an answer in the form that the channel shows. */
export async function say(context: TurnContext, answer: string | Answer): Promise<void> {
  if (typeof answer === 'string') {
    await context.sendActivity({ type: ActivityTypes.Message, text: answer, textFormat: 'plain' });
    return;
  }
  await context.sendActivity(answerActivity(answer, context.activity.channelId));
}
