import type { Activity } from 'botbuilder';
import { THREAD_MARK } from '../conversation-room.ts';
import { scopeOf } from '../conversation-scope.ts';
import type { MessagePayload } from './message-payload.ts';

/** Where a diagnosis is posted: the conversation id, with its thread in a team channel. */
export interface PostingPlace {
  readonly kind: 'thread' | 'chat';
  readonly conversation: string;
}

/**
 * The thread of the message, or its chat. Teams says the thread in the id of the conversation, and where it does not,
 * the message says what it answers; a post to the bare channel would begin a thread of its own.
 */
export function postingPlace(activity: Activity, { id, root }: MessagePayload): PostingPlace {
  const { id: conversation } = activity.conversation;
  if (conversation.includes(THREAD_MARK)) return { kind: 'thread', conversation };
  const begins = root ?? id;
  if (!isChannel(activity)) return { kind: 'chat', conversation };
  return { kind: 'thread', conversation: begins === null ? conversation : `${conversation}${THREAD_MARK}${begins}` };
}

/** Invokes of a message extension do not always say the type; the ids of channels end so. */
function isChannel(activity: Activity): boolean {
  return scopeOf(activity) === 'team-channel' || /@thread\.(?:tacv2|skype)$/.test(activity.conversation.id);
}
