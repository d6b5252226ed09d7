import type { Activity } from 'botbuilder';
import { isObject } from './is-object.ts';

/** Where a message stands. In `group` and `team-channel` other people read along. */
export type ConversationScope = 'personal' | 'group' | 'team-channel';

/** Where an activity stands: it decides who may read the answer. */
export function scopeOf(activity: Activity): ConversationScope {
  const { conversation } = activity;
  if (conversation.conversationType === 'channel') return 'team-channel';
  if (conversation.conversationType === 'personal') return 'personal';
  // Channels other than Teams send no type; Slack and others say isGroup.
  return conversation.conversationType === 'groupChat' || conversation.isGroup === true ? 'group' : 'personal';
}

/** The texts of the mentions of the bot, as they stand in the message (`<at>why401</at>`). */
export function ownMentions(activity: Activity): readonly string[] {
  const own = activity.recipient?.id;
  if (own === undefined || !Array.isArray(activity.entities)) return [];
  const found: string[] = [];
  for (const entity of activity.entities as unknown[]) {
    if (!isObject(entity) || entity.type !== 'mention' || !isObject(entity.mentioned)) continue;
    if (entity.mentioned.id === own) found.push(typeof entity.text === 'string' ? entity.text : '');
  }
  return found;
}

/** Whether the bot is spoken to: always in a personal chat, elsewhere only where it is mentioned. */
export function isAddressed(activity: Activity): boolean {
  return scopeOf(activity) === 'personal' || ownMentions(activity).length > 0;
}
