import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { MemoryOwner } from '../storage/store.ts';

/**
 * Channel and conversation. In a team channel the conversation id names the thread already
 * (`19:…@thread.tacv2;messageid=…`), so evidence of one thread never reaches another.
 */
export function conversationKey(activity: Activity): string {
  return `${activity.channelId}/${activity.conversation.id}`;
}

/** Whose evidence it is. `undefined` where the channel does not say who wrote: then nothing is kept. */
export function memoryOwner(activity: Activity): MemoryOwner | undefined {
  const person = activity.from?.id;
  if (!person) return undefined;
  return { conversation: conversationKey(activity), person };
}

/**
 * The key of one delivery, for answering it once; `undefined` where the channel gives no id.
 * An edit has the id of the message it edits, so type and instant belong to the key.
 */
export function deliveryKey(activity: Activity): string | undefined {
  if (!activity.id) return undefined;
  const key = `${conversationKey(activity)}/${activity.id}`;
  if (activity.type === 'message') return key;
  const at = activity.timestamp instanceof Date ? activity.timestamp.getTime() : Number.NaN;
  return Number.isNaN(at) ? `${key}/${activity.type}/${textMark(activity)}` : `${key}/${activity.type}/${at}`;
}

function textMark(activity: Activity): string {
  return createHash('sha256')
    .update(activity.text ?? '')
    .digest('base64url')
    .slice(0, 16);
}

/** Who clicked, as a hash: that two people said a thing counts, who they are does not. */
export function personHash(activity: Activity): string {
  return createHash('sha256')
    .update(`${activity.channelId}/${activity.from?.id ?? ''}`)
    .digest('hex')
    .slice(0, 32);
}
