import type { PermissionNeed } from './permission-need.ts';

/** What may be subscribed to, and the permissions of which any one is enough; in the order of `OperationRow`. */
type Subscribed = readonly [resource: RegExp, work: string, personal: string, app: string];

const OF_SOMEBODY = '(?:me|users/[^/]{1,200})';

/**
 * A change notification takes the permission to read what it is for, and in a few places the one to write it.
 *
 * Source: learn.microsoft.com/graph/api/subscription-post-subscriptions, Permissions.
 */
const SUBSCRIBED: readonly Subscribed[] = [
  [
    new RegExp(`^${OF_SOMEBODY}/(?:calendars?/.{0,300})?events(?:$|[/?])`),
    'Calendars.Read Calendars.ReadWrite',
    'Calendars.Read Calendars.ReadWrite',
    'Calendars.Read Calendars.ReadWrite',
  ],
  [
    new RegExp(`^${OF_SOMEBODY}/(?:mailfolders.{0,300}/)?messages(?:$|[/?])`),
    'Mail.Read Mail.ReadBasic Mail.ReadWrite',
    'Mail.Read Mail.ReadBasic Mail.ReadWrite',
    'Mail.Read Mail.ReadWrite',
  ],
  [
    new RegExp(`^${OF_SOMEBODY}/contacts(?:$|[/?])`),
    'Contacts.Read Contacts.ReadWrite',
    'Contacts.Read Contacts.ReadWrite',
    'Contacts.Read Contacts.ReadWrite',
  ],
  [
    /^(?:me\/drive|drives?\/[^/]{1,200}|users\/[^/]{1,200}\/drives?|groups\/[^/]{1,200}\/drives?|sites\/[^/]{1,200}\/drives?)\/(?:[^/]{1,200}\/)?root/,
    'Files.ReadWrite.All',
    'Files.ReadWrite Files.ReadWrite.All',
    'Files.ReadWrite.All',
  ],
  [/^sites\/[^/]{1,200}\/lists\//, 'Sites.ReadWrite.All', '', 'Sites.ReadWrite.All'],
  [/^communications\/callrecords/, '', '', 'CallRecords.Read.All'],
  [/^communications\/presences/, 'Presence.Read.All', '', 'Presence.Read.All'],
  [/^teams\/getallmessages/, '', '', 'ChannelMessage.Read.All'],
  [
    /^teams\/[^/]{1,200}\/channels\/[^/]{1,200}\/messages/,
    'ChannelMessage.Read.All',
    '',
    'ChannelMessage.Read.All ChannelMessage.Read.Group',
  ],
  [/^chats\/getallmessages/, '', '', 'Chat.Read.All Chat.ReadWrite.All'],
  [
    /^chats\/[^/]{1,200}\/messages/,
    'Chat.Read Chat.ReadWrite',
    '',
    'Chat.Read.All Chat.ReadWrite.All ChatMessage.Read.Chat',
  ],
  [
    new RegExp(`^${OF_SOMEBODY}/chats/getallmessages`),
    'Chat.Read Chat.ReadWrite',
    '',
    'Chat.Read.All Chat.ReadWrite.All',
  ],
  [
    /^users(?:$|[?(]|\/[^/]{1,200}$)/,
    'User.Read.All User.ReadWrite.All Directory.Read.All',
    '',
    'User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
  ],
  [
    /^groups(?:$|[?(]|\/[^/]{1,200}(?:$|\/members))/,
    'Group.Read.All Group.ReadWrite.All Directory.Read.All',
    '',
    'Group.Read.All Group.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
  ],
  [/^security\/alerts(?:$|[?/])/, 'SecurityEvents.ReadWrite.All', '', 'SecurityEvents.ReadWrite.All'],
];

/** What POST /subscriptions needs for the `resource` of its body; `null` where it is not known. */
export function subscriptionNeed(resource: unknown): PermissionNeed | null {
  if (typeof resource !== 'string' || resource.length > 1000) return null;
  const path = resource
    .trim()
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/^(?:v1\.0|beta)\//, '');
  const row = SUBSCRIBED.find(([pattern]) => pattern.test(path));
  if (row === undefined) return null;
  const [, work, personal, app] = row;
  const words = (names: string): string[] => names.split(' ').filter((name) => name !== '');
  return {
    method: 'POST',
    operation: '/subscriptions',
    work: words(work),
    personal: words(personal),
    app: path.startsWith('me/') ? [] : words(app),
  };
}
