import type { Activity } from 'botbuilder';
import { channelDataField } from '../../channel-data.ts';
import { roomOf, THREAD_MARK } from '../../conversation-room.ts';
import { scopeOf } from '../../conversation-scope.ts';

/** A team channel, and the thread in it where something was said. */
export interface DeskPlace {
  readonly channelId: string;
  /** As in TriageStore: channel and conversation without its thread. */
  readonly desk: string;
  /** The conversation id without its thread. */
  readonly room: string;
  /** The conversation id with its thread. */
  readonly thread: string;
  readonly serviceUrl: string;
  readonly tenant: string | null;
  /** The bot, as this channel names it. */
  readonly bot: Activity['recipient'];
  /** The Microsoft 365 group of the team, where the channel says it: links need it. */
  readonly group: string | null;
}

/** Where a helpdesk may stand; `undefined` in personal chats and group chats. */
export function deskPlaceOf(activity: Activity): DeskPlace | undefined {
  if (scopeOf(activity) !== 'team-channel' || !activity.conversation.id) return undefined;
  const { channelId, conversation, serviceUrl, recipient, channelData } = activity;
  const room = roomOf(conversation.id);
  return {
    channelId,
    desk: deskKey(channelId, room),
    room,
    thread: conversation.id,
    serviceUrl,
    tenant: conversation.tenantId || (channelDataField(channelData, 'tenant', 'id') ?? null),
    bot: recipient,
    group: channelDataField(channelData, 'team', 'aadGroupId') ?? null,
  };
}

/** The name of a desk in the store. */
export function deskKey(channelId: string, room: string): string {
  return `${channelId}/${room}`;
}

/**
 * The address that opens a thread in Teams; `null` for a conversation that names no thread, and elsewhere than in Teams.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function threadLink(place: Pick<DeskPlace, 'channelId' | 'tenant' | 'group'>, thread: string): string | null {
  const mark = thread.indexOf(THREAD_MARK);
  if (place.channelId !== 'msteams' || mark === -1) return null;
  const root = thread.slice(mark + THREAD_MARK.length);
  const query = new URLSearchParams({
    ...(place.tenant === null ? {} : { tenantId: place.tenant }),
    ...(place.group === null ? {} : { groupId: place.group }),
    parentMessageId: root,
    createdTime: root,
  });
  const path = `${encodeURIComponent(thread.slice(0, mark))}/${encodeURIComponent(root)}`;
  return `https://teams.microsoft.com/l/message/${path}?${query.toString()}`;
}
