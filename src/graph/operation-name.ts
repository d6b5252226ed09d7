import type { GraphRequest } from './graph.ts';

/** What stands behind these names an object: an id, an address, a person. */
const COLLECTIONS = new Set([
  'users',
  'groups',
  'events',
  'calendars',
  'calendargroups',
  'messages',
  'mailfolders',
  'people',
  'contacts',
  'instances',
  'attachments',
  'places',
  'teams',
  'channels',
  'chats',
]);

/** `GET /users/{id}/events`: the call without its query, and without anything that could name somebody. */
export function operationName({ method, path }: Pick<GraphRequest, 'method' | 'path'>): string {
  const [address = ''] = path.split(/[?#]/, 1);
  const segments = address.split('/').filter((segment) => segment !== '');
  const named = segments.map((segment, index) =>
    COLLECTIONS.has(segments[index - 1]?.toLowerCase() ?? '') || !/^\$?[A-Za-z]{1,40}$/.test(segment)
      ? '{id}'
      : segment,
  );
  return `${method} /${named.join('/')}`;
}
