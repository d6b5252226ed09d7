import type { SandboxPerson } from '../../world/world.ts';

/** Where somebody speaks with the bot. */
const PLACES = ['personal', 'group', 'team-channel'] as const;
export type Place = (typeof PLACES)[number];

export const GROUP = { id: '19:calendar-outage@thread.v2', name: 'Calendar outage' } as const;
export const TEAM = { id: '19:helpdesk@thread.tacv2', name: 'Helpdesk' } as const;
export const CHANNEL = { id: '19:sign-in-problems@thread.tacv2', name: 'Sign-in problems' } as const;

/** `from.id` of a person, in the form of Teams. */
export function userIdOf(person: Pick<SandboxPerson, 'oid'>): string {
  return `29:${person.oid}`;
}

/** The object id in a user id of this chat. */
export function oidOf(userId: string): string {
  return userId.replace(/^29:/, '');
}

/** The personal chat of one person with the bot. */
export function personalChatOf(oid: string): string {
  return `a:personal-${oid}`;
}

/** Whether the page named a place that there is. */
export function isPlace(value: unknown): value is Place {
  return PLACES.some((place) => place === value);
}

/** A message in a team channel names the thread it belongs to, as Teams does: `19:…;messageid=<root>`. */
export function conversationOf(place: Place, oid: string, thread: string): string {
  switch (place) {
    case 'personal':
      return personalChatOf(oid);
    case 'group':
      return GROUP.id;
    case 'team-channel':
      return `${CHANNEL.id};messageid=${thread}`;
  }
}

/** The conversation without its thread, and the thread. */
export function splitThread(conversationId: string): { readonly room: string; readonly thread: string | null } {
  const [room = '', thread] = conversationId.split(';messageid=', 2);
  return { room, thread: thread ?? null };
}
