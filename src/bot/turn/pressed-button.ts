import type { AdaptiveCardInvokeResponse, TurnContext } from 'botbuilder';
import { FROM_ELSEWHERE_TEXT, NOT_SET_UP_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { type Answer, answerActivity } from '../answer.ts';
import { type CodePress, codeAnswer, readCodePress } from '../commands/code.ts';
import { deletedDataText } from '../commands/delete-data.ts';
import { scopeOf } from '../conversation-scope.ts';
import { readEventPress } from '../events/event-press.ts';
import { isObject } from '../is-object.ts';
import { say } from '../say.ts';
import { readSignInPress } from '../sign-in/press.ts';
import { readTriagePress } from '../triage/status/triage-press.ts';
import type { CommandParts } from './command-message.ts';
import { takeFeedback } from './feedback.ts';
import { cardMessage, cardResponse } from './invoke-response.ts';
import { replacedCard } from './replaced-card.ts';
import { asksFromElsewhere } from './sign-in-from-elsewhere.ts';
import type { TurnParts } from './turn-parts.ts';

/** `Action.Submit`, the fallback of clients without universal actions, arrives as a message with a value and no text. */
export function isPressedButton({ activity }: TurnContext): boolean {
  return isObject(activity.value) && !activity.text?.trim();
}

/** A button that arrived as a message: its card is replaced where the channel can, else the answer is said. */
export async function answerSubmit(parts: TurnParts, commands: CommandParts, context: TurnContext): Promise<void> {
  const reply = await pressed(parts, commands, context, context.activity.value);
  if (typeof reply === 'string' || !(await replacedCard(parts.logger, context, reply))) await say(context, reply);
}

/**
 * A button that arrived as an invoke. Teams puts the card in the answer into the place of the pressed one, for whoever
 * pressed; others see an update.
 */
export async function answerExecute(
  parts: TurnParts,
  commands: CommandParts,
  context: TurnContext,
  data: unknown,
): Promise<AdaptiveCardInvokeResponse> {
  const reply = await pressed(parts, commands, context, data);
  if (typeof reply === 'string') return cardMessage(reply);
  if (reply.card === undefined) return cardMessage(typeof reply.text === 'string' ? reply.text : reply.text());
  if (scopeOf(context.activity) !== 'personal') await replacedCard(parts.logger, context, reply);
  return cardResponse(reply.card);
}

/** What a button leads to: words where its card stays, an answer that may take the place of the card. */
async function pressed(
  parts: TurnParts,
  commands: CommandParts,
  context: TurnContext,
  data: unknown,
): Promise<Answer | string> {
  const { events, triage } = commands;
  const triagePress = readTriagePress(data);
  if (triagePress !== null && triage !== undefined) return triage.onPress(context, triagePress);
  const eventPress = readEventPress(data);
  if (eventPress !== null && events !== undefined) return events.onPress(context, eventPress);
  const code = readCodePress(data);
  if (code !== null) return sendCode(context, code);
  return pressedForPerson(parts, commands, context, data);
}

/** The presser's own sign-in and data; every other button is the word of a person on a diagnosis. */
async function pressedForPerson(
  parts: TurnParts,
  commands: CommandParts,
  context: TurnContext,
  data: unknown,
): Promise<string> {
  const verb = readSignInPress(data);
  if (verb === null) return takeFeedback(parts, context.activity, data);
  if (verb !== 'delete-my-data' && (await asksFromElsewhere(commands, context))) return FROM_ELSEWHERE_TEXT;
  if (commands.signIn !== undefined) return commands.signIn.onPress(context, verb);
  return verb === 'delete-my-data' ? deletedDataText(parts.store, context.activity) : NOT_SET_UP_TEXT;
}

/** The code comes as a message of its own, so that it can be copied and passed on. */
async function sendCode(context: TurnContext, press: CodePress): Promise<string> {
  const answer = codeAnswer(press);
  if (answer === null) return 'There is no code for this in that language.';
  await context.sendActivity(answerActivity(answer, context.activity.channelId));
  return 'Here it is.';
}
