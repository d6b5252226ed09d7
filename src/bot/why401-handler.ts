import {
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { isObject } from './is-object.ts';
import { onDeletedMessage } from './turn/deleted-message.ts';
import { onEditedMessage } from './turn/edited-message.ts';
import { takeFeedback } from './turn/feedback.ts';
import { cardMessage, messageResponse } from './turn/invoke-response.ts';
import { onNewMessage } from './turn/new-message.ts';
import { once } from './turn/once.ts';
import { createReplyLedger } from './turn/reply-ledger.ts';
import type { TurnParts } from './turn/turn-parts.ts';
import { botJoined, farewell, welcome } from './turn/welcome.ts';

/** Hands each kind of activity to its turn. */
export class Why401Handler extends TeamsActivityHandler {
  readonly #parts: TurnParts;

  constructor(parts: TurnParts) {
    super();
    this.#parts = parts;
    const ledger = createReplyLedger(parts.store.state);

    this.onMessage(async (context, next) => {
      if (isPressedButton(context)) await this.#answerPressedButton(context);
      else await onNewMessage(parts, ledger, context);
      await next();
    });
    // The base class looks into channelData next, which not every sender sets: these two end here.
    this.onMessageUpdate((context) => onEditedMessage(parts, ledger, context));
    this.onMessageDelete((context) => onDeletedMessage(parts, ledger, context));
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
    return super.onInvokeActivity(context);
  }

  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    invoked: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    return cardMessage(await takeFeedback(this.#parts, context.activity, invoked.action.data));
  }

  /** `Action.Submit`, the fallback of clients without universal actions, arrives as a message with a value and no text. */
  async #answerPressedButton(context: TurnContext): Promise<void> {
    const text = await takeFeedback(this.#parts, context.activity, context.activity.value);
    await context.sendActivity({ type: ActivityTypes.Message, text, textFormat: 'plain' });
  }
}

function isPressedButton({ activity }: TurnContext): boolean {
  return isObject(activity.value) && !activity.text?.trim();
}
