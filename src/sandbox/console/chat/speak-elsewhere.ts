import { isJsonObject, type JsonObject } from '../../json-object.ts';
import type { SandboxPerson } from '../../world/world.ts';
import type { ChatLog } from './chat-log.ts';
import { passOn } from './mount-relay.ts';
import type { OtherChannel, OtherChannels } from './other-channels.ts';
import type { PersonActivity } from './person-activity.ts';
import { userIdOf } from './place.ts';

export interface SaidElsewhere {
  readonly text?: string;
  readonly value?: unknown;
  readonly replyToId?: string;
  readonly mention: boolean;
  /** The thread to reply in; absent for a post of its own. */
  readonly thread?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface Elsewhere {
  readonly log: ChatLog;
  readonly channels: OtherChannels;
}

/**
 * Somebody of the sandbox says something in a channel of another client. That client knows one person only, so their
 * words are shown there by the bot, under their name; to the bot they come from the person, as Teams would send them.
 */
export async function messageElsewhere(
  parts: Elsewhere,
  channel: OtherChannel,
  person: SandboxPerson,
  said: SaidElsewhere,
): Promise<PersonActivity> {
  const { text, value, replyToId, mention } = said;
  const shown = text === undefined ? undefined : await show(channel, person, text, said.thread);
  const thread = said.thread ?? shown ?? String(said.at);
  const id = shown ?? parts.log.nextId();
  if (text !== undefined)
    parts.log.add(`${channel.place};messageid=${thread}`, { id, from: person.oid, name: person.displayName, text });
  const at = `<at>${channel.bot.name}</at>`;
  const mentions = mention && text !== undefined;
  return {
    ...(await envelope(parts, channel, person, 'message', thread, id, said.at)),
    ...(text === undefined ? {} : { text: mentions ? `${at} ${text}` : text, textFormat: 'plain' }),
    ...(value === undefined ? {} : { value }),
    ...(replyToId === undefined ? {} : { replyToId }),
    entities: mentions ? [{ type: 'mention', mentioned: channel.bot, text: at }] : [],
  };
}

export async function invokeElsewhere(
  parts: Elsewhere,
  channel: OtherChannel,
  person: SandboxPerson,
  invoke: {
    readonly name: string;
    readonly value: unknown;
    readonly replyToId?: string;
    readonly thread: string;
    readonly at: number;
  },
): Promise<PersonActivity> {
  const { name, value, replyToId, thread, at } = invoke;
  return {
    ...(await envelope(parts, channel, person, 'invoke', thread, parts.log.nextId(), at)),
    name,
    value,
    ...(replyToId === undefined ? {} : { replyToId }),
  };
}

/** @returns the id that the other client gave it; `undefined` where it did not take it */
async function show(
  channel: OtherChannel,
  { displayName }: SandboxPerson,
  text: string,
  thread: string | undefined,
): Promise<string | undefined> {
  const conversation = thread === undefined ? channel.room : `${channel.room};messageid=${thread}`;
  const { status, body } = await passOn(
    channel,
    'POST',
    `/v3/conversations/${encodeURIComponent(conversation)}/activities`,
    {
      type: 'message',
      text: `${displayName} (by the sandbox’s page): ${text}`,
      textFormat: 'plain',
      from: channel.bot,
      conversation: { id: conversation },
    },
  );
  return status < 300 && isJsonObject(body) && typeof body.id === 'string' ? body.id : undefined;
}

async function envelope(
  { channels }: Elsewhere,
  channel: OtherChannel,
  person: SandboxPerson,
  type: string,
  thread: string,
  id: string,
  at: number,
): Promise<JsonObject> {
  const time = new Date(at).toISOString();
  return {
    type,
    id,
    timestamp: time,
    localTimestamp: time,
    channelId: 'msteams',
    serviceUrl: channels.relayUrl(channel),
    from: { id: await idIn(channel, person), name: person.displayName, aadObjectId: person.oid },
    recipient: channel.bot,
    conversation: {
      id: `${channel.room};messageid=${thread}`,
      conversationType: 'channel',
      isGroup: true,
      ...(channel.tenantId === null ? {} : { tenantId: channel.tenantId }),
    },
    channelData: { ...channel.channelData, tenant: { id: person.tenantId } },
    locale: 'en-US',
  };
}

/** As the roster of the other client has them. */
async function idIn(channel: OtherChannel, person: SandboxPerson): Promise<string> {
  const { body } = await passOn(channel, 'GET', `/v3/conversations/${encodeURIComponent(channel.room)}/members`);
  const members = Array.isArray(body) ? body.filter(isJsonObject) : [];
  const found = members.find(({ aadObjectId, objectId }) => (aadObjectId ?? objectId) === person.oid);
  return typeof found?.id === 'string' ? found.id : userIdOf(person);
}
