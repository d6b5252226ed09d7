import {
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { onAttachments } from './attachments/attachment-turn.ts';
import { deliveryKey } from './conversation-key.ts';
import { onExtensionInvoke } from './extension/extension-invoke.ts';
import { isObject } from './is-object.ts';
import { answeredCommand, type CommandParts } from './turn/command-message.ts';
import { onDeletedMessage } from './turn/deleted-message.ts';
import { onEditedMessage } from './turn/edited-message.ts';
import { takeFeedback } from './turn/feedback.ts';
import { inEditOrder } from './turn/in-edit-order.ts';
import { messageResponse } from './turn/invoke-response.ts';
import { onNewMessage } from './turn/new-message.ts';
import { createOnce, type Once } from './turn/once.ts';
import { answerExecute, answerSubmit, isPressedButton } from './turn/pressed-button.ts';
import { warnAfterFailure } from './turn/private-warning.ts';
import { createReplyLedger, type ReplyLedger } from './turn/reply-ledger.ts';
import { asksFromElsewhere, toldNoSignIn } from './turn/sign-in-from-elsewhere.ts';
import type { TurnParts } from './turn/turn-parts.ts';
import { TurnsUnderWay } from './turn/turns-under-way.ts';
import { botJoined, farewell, welcome } from './turn/welcome.ts';
import { answeredWithoutNotes } from './turn/without-notes.ts';

/** Hands each kind of activity to its turn. */
export class Why401Handler extends TeamsActivityHandler {
  readonly #parts: TurnParts;
  readonly #commands: CommandParts;
  readonly #ledger: ReplyLedger;
  readonly #once: Once;
  readonly #underWay = new TurnsUnderWay();

  constructor(parts: TurnParts, commands: CommandParts = {}) {
    super();
    this.#parts = parts;
    this.#commands = commands;
    this.#once = createOnce(parts);
    const ledger = createReplyLedger(parts.store.state);
    this.#ledger = ledger;

    // The base class looks into channelData next, which not every sender sets: these two end here.
    this.onMessageUpdate((context) =>
      inEditOrder(parts, ledger, this.#underWay, context, async () => {
        if (!(await this.#answeredForPerson(context)) && !(await commands.triage?.onEdited(context)))
          await onEditedMessage(parts, ledger, context);
      }),
    );
    this.onMessageDelete(async (context) => {
      await onDeletedMessage(parts, ledger, context);
      await commands.triage?.onDeleted(context);
    });
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
      if (context.activity.action === 'remove') {
        await farewell(parts, context, commands.signIn);
        await commands.triage?.onGone(context);
      }
      await next();
    });
    this.onMembersRemoved(async (context, next) => {
      const { membersRemoved = [], recipient } = context.activity;
      if (membersRemoved.some(({ id }) => id === recipient?.id)) await commands.triage?.onGone(context);
      else await commands.triage?.onPeopleLeft(context, membersRemoved);
      await next();
    });
    const gone = async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
      await commands.triage?.onGone(context);
      await next();
    };
    this.onTeamsChannelDeletedEvent((_channel, _team, context, next) => gone(context, next));
    this.onTeamsTeamDeletedEvent((_team, context, next) => gone(context, next));
  }

  override async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    // Some channels send a bot its own messages.
    if (activity.type === ActivityTypes.Message && activity.from?.id && activity.from.id === activity.recipient?.id)
      return;
    // What the base class asks first is known here: there is a context, with an activity, of a type.
    try {
      await this.#once(context, () => this.onTurnActivity(context));
    } catch (err) {
      if (await answeredWithoutNotes(this.#parts, context, err)) return;
      await warnAfterFailure(this.#parts, context);
      throw err;
    }
  }

  /** A message has no further kinds and no handlers beside this one: it goes there without the generators in between. */
  protected override async onTurnActivity(context: TurnContext): Promise<void> {
    if (context.activity.type === ActivityTypes.Message) await this.#onMessage(context);
    else await super.onTurnActivity(context);
  }

  async #onMessage(context: TurnContext): Promise<void> {
    const key = deliveryKey(context.activity);
    if (key === undefined) return this.onMessageActivity(context);
    this.#underWay.begin(key);
    try {
      await this.onMessageActivity(context);
    } finally {
      this.#underWay.end(key);
    }
  }

  protected override async onMessageActivity(context: TurnContext): Promise<void> {
    if (isPressedButton(context)) await answerSubmit(this.#parts, this.#commands, context);
    else if (!(await this.#answeredForPerson(context)) && !(await this.#commands.triage?.onMessage(context)))
      await onNewMessage(this.#parts, this.#ledger, context);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity;
    if (name === 'adaptiveCard/action' && !(isObject(value) && isObject(value.action))) {
      return messageResponse(await takeFeedback(this.#parts, context.activity, undefined));
    }
    const asked = await onExtensionInvoke(this.#parts, context);
    if (asked !== undefined) return asked;
    const signedIn = await this.#commands.signIn?.onInvoke(context);
    if (signedIn !== undefined) return signedIn;
    return super.onInvokeActivity(context);
  }

  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    invoked: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    return answerExecute(this.#parts, this.#commands, context, invoked.action.data);
  }

  /** Files and pictures, commands, and events for whoever can sign in. */
  async #answeredForPerson(context: TurnContext): Promise<boolean> {
    if (await onAttachments(this.#parts, this.#ledger, context)) return true;
    const { events, triage } = this.#commands;
    if (await triage?.onCommand(context)) return true;
    if (await asksFromElsewhere(this.#commands, context)) return toldNoSignIn(context);
    if (await events?.onWords(context)) return true;
    if (await answeredCommand(this.#commands, context)) return true;
    return (await events?.onMessage(context)) ?? false;
  }
}
