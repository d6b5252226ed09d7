import type { SandboxPerson } from '../../world/world.ts';
import { CHANNEL, conversationOf, GROUP, type Place, TEAM, userIdOf } from './place.ts';

export const BOT = { id: '28:why401', name: 'why401' } as const;

export interface Speaker {
  readonly person: SandboxPerson;
  readonly place: Place;
  /** In a team channel: the thread. */
  readonly thread: string;
  /** Where the bot sends its answers. */
  readonly serviceUrl: string;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The organisation that the group and the channel belong to. */
  readonly hostTenant: string;
}

export type PersonActivity = Readonly<Record<string, unknown>>;

/** What Teams would send to the bot for a message. In a group or channel `mention` says whether the bot is named. */
export function messageActivity(
  speaker: Speaker,
  said: {
    readonly text?: string;
    readonly value?: unknown;
    readonly replyToId?: string;
    readonly mention: boolean;
    readonly attachments?: readonly unknown[];
  },
): PersonActivity {
  const { text, value, replyToId, attachments } = said;
  const speaks = text !== undefined || attachments !== undefined;
  const mentions = said.mention && speaker.place !== 'personal' && speaks;
  const at = `<at>${BOT.name}</at>`;
  return {
    ...envelope(speaker, 'message'),
    ...(speaks ? { text: mentions ? `${at} ${text ?? ''}`.trimEnd() : (text ?? ''), textFormat: 'plain' } : {}),
    ...(attachments === undefined ? {} : { attachments }),
    ...(value === undefined ? {} : { value }),
    ...(replyToId === undefined ? {} : { replyToId }),
    entities: mentions ? [{ type: 'mention', mentioned: BOT, text: at }] : [],
  };
}

/** What Teams would send for a click (`adaptiveCard/action`) or a code (`signin/verifyState`). */
export function invokeActivity(speaker: Speaker, name: string, value: unknown, replyToId?: string): PersonActivity {
  return {
    ...envelope(speaker, 'invoke'),
    name,
    value,
    ...(replyToId === undefined ? {} : { replyToId }),
  };
}

function envelope(speaker: Speaker, type: string): PersonActivity {
  const { person, place, thread, serviceUrl, id, at, hostTenant } = speaker;
  const time = new Date(at).toISOString();
  return {
    type,
    id,
    timestamp: time,
    localTimestamp: time,
    channelId: 'msteams',
    serviceUrl,
    from: { id: userIdOf(person), name: person.displayName, aadObjectId: person.oid },
    recipient: BOT,
    conversation: {
      id: conversationOf(place, person.oid, thread),
      conversationType: CONVERSATION_TYPE[place],
      // A shared place names the organisation that it belongs to, the channel data that of the person.
      tenantId: place === 'personal' ? person.tenantId : hostTenant,
      ...(place === 'personal' ? {} : { isGroup: true, name: place === 'group' ? GROUP.name : CHANNEL.name }),
    },
    channelData: {
      tenant: { id: person.tenantId },
      ...(place === 'team-channel'
        ? { team: TEAM, channel: CHANNEL, teamsTeamId: TEAM.id, teamsChannelId: CHANNEL.id }
        : {}),
    },
    locale: 'en-US',
  };
}

const CONVERSATION_TYPE: Readonly<Record<Place, string>> = {
  personal: 'personal',
  group: 'groupChat',
  'team-channel': 'channel',
};
