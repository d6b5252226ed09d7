import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { inConversation } from '../turn/in-conversation.ts';
import type { DeskPlace } from './desk/desk-place.ts';
import type { TriageParts } from './triage-parts.ts';

/** A thread of a desk to which the bot speaks by itself. */
export interface Thread extends Pick<DeskPlace, 'channelId' | 'bot' | 'tenant'> {
  readonly thread: string;
  readonly serviceUrl: string;
}

/**
 * Runs a turn in a thread that is not the one somebody just spoke in.
 *
 * @throws what the channel refuses
 */
export async function inThread(
  { adapter, turn: { appId } }: Pick<TriageParts, 'adapter' | 'turn'>,
  { channelId, thread, serviceUrl, bot, tenant }: Thread,
  turn: (context: TurnContext) => Promise<void>,
): Promise<void> {
  const reference: Partial<ConversationReference> = {
    channelId,
    serviceUrl,
    bot,
    conversation: {
      id: thread,
      name: '',
      isGroup: true,
      conversationType: 'channel',
      ...(tenant === null ? {} : { tenantId: tenant }),
    },
  };
  await inConversation(adapter, appId, reference, turn);
}

/** Sends into a thread; the current turn's own where it is the same. @returns the id of the message */
export async function sendTo(
  parts: Pick<TriageParts, 'adapter' | 'turn'>,
  current: TurnContext | undefined,
  thread: Thread,
  message: Partial<Activity>,
): Promise<string | undefined> {
  if (current !== undefined && current.activity.conversation.id === thread.thread) {
    return (await current.sendActivity(message))?.id || undefined;
  }
  let id: string | undefined;
  await inThread(parts, thread, async (context) => {
    id = (await context.sendActivity(message))?.id || undefined;
  });
  return id;
}

/** Puts a message into the place of an earlier one of the bot. */
export async function updateIn(
  parts: Pick<TriageParts, 'adapter' | 'turn'>,
  thread: Thread,
  id: string,
  message: Partial<Activity>,
): Promise<void> {
  await inThread(parts, thread, (context) => context.updateActivity({ ...message, id }) as Promise<void>);
}
