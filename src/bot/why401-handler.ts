import {
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { FROM_ELSEWHERE_TEXT, NOT_SET_UP_TEXT } from '../presentation/cards/sign-in/sign-in-words.ts';
import { readActivityText, typedWords } from './activity-text.ts';
import { type Answer, answerActivity } from './answer.ts';
import { onAttachments } from './attachments/attachment-turn.ts';
import { type CodePress, codeAnswer, readCodePress } from './commands/code.ts';
import { deletedDataText } from './commands/delete-data.ts';
import { deliveryKey } from './conversation-key.ts';
import { isAddressed, scopeOf } from './conversation-scope.ts';
import { readEventPress } from './events/event-press.ts';
import { replacedCard } from './events/replaced-card.ts';
import { onExtensionInvoke } from './extension/extension-invoke.ts';
import { intentOf, isSignInIntent } from './intents.ts';
import { isObject } from './is-object.ts';
import { say } from './say.ts';
import { readSignInPress } from './sign-in/press.ts';
import { readTriagePress } from './triage/status/triage-press.ts';
import { answeredCommand, type CommandParts } from './turn/command-message.ts';
import { onDeletedMessage } from './turn/deleted-message.ts';
import { onEditedMessage } from './turn/edited-message.ts';
import { takeFeedback } from './turn/feedback.ts';
import { inEditOrder } from './turn/in-edit-order.ts';
import { cardMessage, cardResponse, messageResponse } from './turn/invoke-response.ts';
import { onNewMessage } from './turn/new-message.ts';
import { createOnce, type Once } from './turn/once.ts';
import { createReplyLedger, type ReplyLedger } from './turn/reply-ledger.ts';
import type { TurnParts } from './turn/turn-parts.ts';
import { TurnsUnderWay } from './turn/turns-under-way.ts';
import { botJoined, farewell, welcome } from './turn/welcome.ts';

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
    await this.#once(context, () => this.onTurnActivity(context));
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
    if (isPressedButton(context)) await this.#answerPressedButton(context);
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
    const triagePress = readTriagePress(invoked.action.data);
    const press = readEventPress(invoked.action.data);
    const { events, triage } = this.#commands;
    if (triagePress !== null && triage !== undefined)
      return this.#eventResponse(context, await triage.onPress(context, triagePress));
    if (press === null || events === undefined) return cardMessage(await this.#pressed(context, invoked.action.data));
    return this.#eventResponse(context, await events.onPress(context, press));
  }

  /** Teams puts the card in the answer into the place of the pressed one, for whoever pressed; others see an update. */
  async #eventResponse(context: TurnContext, reply: Answer): Promise<AdaptiveCardInvokeResponse> {
    if (reply.card === undefined) return cardMessage(typeof reply.text === 'string' ? reply.text : reply.text());
    if (scopeOf(context.activity) !== 'personal') await replacedCard(this.#parts.logger, context, reply);
    return cardResponse(reply.card);
  }

  /** Files and pictures, commands, and events for whoever can sign in. */
  async #answeredForPerson(context: TurnContext): Promise<boolean> {
    if (await onAttachments(this.#parts, this.#ledger, context)) return true;
    const { events, triage } = this.#commands;
    if (await triage?.onCommand(context)) return true;
    if (await this.#isFromElsewhere(context)) return toldNoSignIn(context);
    if (await events?.onWords(context)) return true;
    if (await answeredCommand(this.#commands, context)) return true;
    return (await events?.onMessage(context)) ?? false;
  }

  /** `Action.Submit`, the fallback of clients without universal actions, arrives as a message with a value and no text. */
  async #answerPressedButton(context: TurnContext): Promise<void> {
    const triagePress = readTriagePress(context.activity.value);
    const { triage } = this.#commands;
    if (triagePress !== null && triage !== undefined) {
      const reply = await triage.onPress(context, triagePress);
      if (!(await replacedCard(this.#parts.logger, context, reply)))
        await context.sendActivity(answerActivity(reply, context.activity.channelId));
      return;
    }
    const press = readEventPress(context.activity.value);
    if (press !== null && this.#commands.events !== undefined) {
      const reply = await this.#commands.events.onPress(context, press);
      if (!(await replacedCard(this.#parts.logger, context, reply))) await say(context, reply);
      return;
    }
    const text = await this.#pressed(context, context.activity.value);
    await context.sendActivity({ type: ActivityTypes.Message, text, textFormat: 'plain' });
  }

  /** Whether whoever speaks belongs to another organisation than the team channel: they are never asked to sign in. */
  async #isFromElsewhere(context: TurnContext): Promise<boolean> {
    const { triage, signIn } = this.#commands;
    if (triage === undefined || signIn === undefined) return false;
    const asks = context.activity.type === ActivityTypes.Invoke || isAddressed(context.activity);
    return asks && (await triage.isFromElsewhere(context));
  }

  /** What to say where a button was pressed. */
  async #pressed(context: TurnContext, data: unknown): Promise<string> {
    const code = readCodePress(data);
    if (code !== null) return sendCode(context, code);
    const verb = readSignInPress(data);
    if (verb === null) return takeFeedback(this.#parts, context.activity, data);
    const { signIn } = this.#commands;
    if (verb !== 'delete-my-data' && (await this.#isFromElsewhere(context))) return FROM_ELSEWHERE_TEXT;
    if (signIn !== undefined) return signIn.onPress(context, verb);
    return verb === 'delete-my-data' ? deletedDataText(this.#parts.store, context.activity) : NOT_SET_UP_TEXT;
  }
}

/** To somebody of another organisation. @returns false where nothing of a sign-in was asked */
async function toldNoSignIn(context: TurnContext): Promise<boolean> {
  const intent = intentOf(typedWords(readActivityText(context.activity)));
  if (intent === null || !isSignInIntent(intent) || intent.startsWith('delete-')) return false;
  await say(context, FROM_ELSEWHERE_TEXT);
  return true;
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
