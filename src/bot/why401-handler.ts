import {
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { NOT_SET_UP_TEXT } from '../presentation/cards/sign-in-words.ts';
import { answerActivity } from './answer.ts';
import { type CodePress, codeAnswer, readCodePress } from './commands/code.ts';
import { deletedDataText } from './commands/delete-data.ts';
import { scopeOf } from './conversation-scope.ts';
import { readEventPress } from './events/event-press.ts';
import type { EventReply } from './events/event-reply.ts';
import { replacedCard } from './events/replaced-card.ts';
import { isObject } from './is-object.ts';
import { readSignInPress } from './sign-in/press.ts';
import { say } from './sign-in/say.ts';
import { answeredCommand, type CommandParts } from './turn/command-message.ts';
import { onDeletedMessage } from './turn/deleted-message.ts';
import { onEditedMessage } from './turn/edited-message.ts';
import { takeFeedback } from './turn/feedback.ts';
import { cardMessage, cardResponse, messageResponse } from './turn/invoke-response.ts';
import { onNewMessage } from './turn/new-message.ts';
import { once } from './turn/once.ts';
import { createReplyLedger } from './turn/reply-ledger.ts';
import type { TurnParts } from './turn/turn-parts.ts';
import { botJoined, farewell, welcome } from './turn/welcome.ts';

/** Hands each kind of activity to its turn. */
export class Why401Handler extends TeamsActivityHandler {
  readonly #parts: TurnParts;
  readonly #commands: CommandParts;

  constructor(parts: TurnParts, commands: CommandParts = {}) {
    super();
    this.#parts = parts;
    this.#commands = commands;
    const ledger = createReplyLedger(parts.store.state);

    this.onMessage(async (context, next) => {
      if (isPressedButton(context)) await this.#answerPressedButton(context);
      else if (!(await this.#answeredForPerson(context))) await onNewMessage(parts, ledger, context);
      await next();
    });
    // The base class looks into channelData next, which not every sender sets: these two end here.
    this.onMessageUpdate(async (context) => {
      if (!(await this.#answeredForPerson(context))) await onEditedMessage(parts, ledger, context);
    });
    this.onMessageDelete((context) => onDeletedMessage(parts, ledger, context));
    this.onTokenResponseEvent(async (context, next) => {
      await commands.signIn?.onTokenResponse(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      if (botJoined(context.activity)) await welcome(parts, context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      // The same event comes for upgrades, which need no welcome.
      if (context.activity.action === 'add') await welcome(parts, context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      if (context.activity.action === 'remove') await farewell(parts, context);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    // Some channels send a bot its own messages.
    if (activity.type === ActivityTypes.Message && activity.from?.id && activity.from.id === activity.recipient?.id)
      return;
    await once(this.#parts, context, () => super.run(context));
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity;
    if (name === 'adaptiveCard/action' && !(isObject(value) && isObject(value.action))) {
      return messageResponse(await takeFeedback(this.#parts, context.activity, undefined));
    }
    const signedIn = await this.#commands.signIn?.onInvoke(context);
    if (signedIn !== undefined) return signedIn;
    return super.onInvokeActivity(context);
  }

  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    invoked: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const press = readEventPress(invoked.action.data);
    const { events } = this.#commands;
    if (press === null || events === undefined) return cardMessage(await this.#pressed(context, invoked.action.data));
    return this.#eventResponse(context, await events.onPress(context, press));
  }

  /** Teams puts the card in the answer into the place of the pressed one, for whoever pressed; others see an update. */
  async #eventResponse(context: TurnContext, reply: EventReply): Promise<AdaptiveCardInvokeResponse> {
    if (reply.card === undefined) return cardMessage(reply.text);
    if (scopeOf(context.activity) !== 'personal') await replacedCard(this.#parts.logger, context, reply);
    return cardResponse(reply.card);
  }

  /** Commands, and events for whoever can sign in. */
  async #answeredForPerson(context: TurnContext): Promise<boolean> {
    const { events } = this.#commands;
    if (await events?.onWords(context)) return true;
    if (await answeredCommand(this.#commands, context)) return true;
    return (await events?.onMessage(context)) ?? false;
  }

  /** `Action.Submit`, the fallback of clients without universal actions, arrives as a message with a value and no text. */
  async #answerPressedButton(context: TurnContext): Promise<void> {
    const press = readEventPress(context.activity.value);
    if (press !== null && this.#commands.events !== undefined) {
      const reply = await this.#commands.events.onPress(context, press);
      if (!(await replacedCard(this.#parts.logger, context, reply))) await say(context, reply);
      return;
    }
    const text = await this.#pressed(context, context.activity.value);
    await context.sendActivity({ type: ActivityTypes.Message, text, textFormat: 'plain' });
  }

  /** What to say where a button was pressed. */
  async #pressed(context: TurnContext, data: unknown): Promise<string> {
    const code = readCodePress(data);
    if (code !== null) return sendCode(context, code);
    const verb = readSignInPress(data);
    if (verb === null) return takeFeedback(this.#parts, context.activity, data);
    const { signIn } = this.#commands;
    if (signIn !== undefined) return signIn.onPress(context, verb);
    return verb === 'delete-my-data' ? deletedDataText(this.#parts.store, context.activity) : NOT_SET_UP_TEXT;
  }
}

/** The code comes as a message of its own, so that it can be copied and passed on. */
async function sendCode(context: TurnContext, press: CodePress): Promise<string> {
  const answer = codeAnswer(press);
  if (answer === null) return 'There is no code for this in that language.';
  await context.sendActivity(answerActivity(answer, context.activity.channelId));
  return 'Here it is.';
}

function isPressedButton({ activity }: TurnContext): boolean {
  return isObject(activity.value) && !activity.text?.trim();
}
