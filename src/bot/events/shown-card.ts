import { type CloudAdapter, type ConversationReference, DeliveryModes, type TurnContext } from 'botbuilder';
import { type Person, personKey } from '../../identity/person.ts';
import { type Answer, answerActivity, showsCards } from '../answer.ts';
import { isObject } from '../is-object.ts';
import { say } from '../say.ts';
import { inConversation } from '../turn/in-conversation.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { EventReply } from './event-reply.ts';

type Parts = { readonly turn: Pick<TurnParts, 'store' | 'logger' | 'appId'> };

/** Where the newest card of a draft stands, and how to speak there again after the turn. */
export interface ShownCard {
  /** The message that holds it; `null` where the channel gave no id. */
  readonly message: string | null;
  readonly reference: Partial<ConversationReference>;
}

/** Ends in the person's id, so that it goes when they delete their data. */
function keyOf(draft: string, person: string): string {
  return `draft-card/${draft}/${person}`;
}

/** Says what a turn around an event leads to. A card of the same draft that stands further up makes room for it. */
export async function sayReply(parts: Parts, context: TurnContext, person: Person, reply: EventReply): Promise<void> {
  const { activity } = context;
  if (reply.draft === undefined || activity.deliveryMode === DeliveryModes.ExpectReplies) return say(context, reply);
  const sent = await context.sendActivity(answerActivity(reply, activity.channelId));
  const key = keyOf(reply.draft, personKey(person));
  try {
    const before = shownCardOf((await parts.turn.store.state.read([key]))[key]);
    const shown: ShownCard = { message: sent?.id || null, reference: referenceOf(context) };
    await parts.turn.store.state.write({ [key]: shown });
    if (before !== null && before.message !== shown.message) await retire(parts, context, before, reply);
  } catch (err) {
    // The answer is said already; an old card that stays is told to be outdated when it is pressed.
    parts.turn.logger.info({ err, channel: activity.channelId }, 'the card of a draft could not be kept');
  }
}

/** Where the newest card of a draft was shown. */
export async function shownCard({ turn }: Parts, draft: string, person: string): Promise<ShownCard | null> {
  const key = keyOf(draft, person);
  return shownCardOf((await turn.store.state.read([key]))[key]);
}

/** Further up in the same chat the old card points to the new one; in another chat it becomes what the draft became. */
async function retire(parts: Parts, context: TurnContext, before: ShownCard, reply: EventReply): Promise<void> {
  if (before.reference.conversation?.id === context.activity.conversation.id)
    return updateCard(context, before.message, reply.earlier ?? reply);
  await inConversation(context.adapter as CloudAdapter, parts.turn.appId, before.reference, (there) =>
    updateCard(there, before.message, reply),
  );
}

/** Puts a card into the place of an earlier one. Nothing happens where the channel cannot. */
export async function updateCard(context: TurnContext, message: string | null, answer: Answer): Promise<void> {
  const { channelId } = context.activity;
  if (message === null || answer.card === undefined || !showsCards(channelId)) return;
  await context.updateActivity({ ...answerActivity(answer, channelId), id: message });
}

/** What is needed to speak there again, and no names. */
function referenceOf({ activity }: TurnContext): Partial<ConversationReference> {
  const { channelId, serviceUrl, recipient, from, conversation } = activity;
  const { id, isGroup, conversationType, tenantId } = conversation;
  return {
    channelId,
    serviceUrl,
    bot: { id: recipient.id, name: '' },
    user: { id: from.id, name: '', ...(from.aadObjectId ? { aadObjectId: from.aadObjectId } : {}) },
    conversation: { id, isGroup, conversationType, name: '', ...(tenantId ? { tenantId } : {}) },
  };
}

/** As it comes back from the store. */
function shownCardOf(value: unknown): ShownCard | null {
  if (!isObject(value) || !isObject(value.reference)) return null;
  const { reference, message } = value;
  const { channelId, serviceUrl, conversation, user, bot } = reference;
  if (typeof channelId !== 'string' || typeof serviceUrl !== 'string') return null;
  if (![conversation, user, bot].every((part) => isObject(part) && typeof part.id === 'string')) return null;
  return {
    message: typeof message === 'string' ? message : null,
    reference: reference as Partial<ConversationReference>,
  };
}
