import { isLoopbackHost } from '../../../settings.ts';
import { isJsonObject, type JsonObject } from '../../json-object.ts';
import type { ChatLog } from './chat-log.ts';
import { splitThread } from './place.ts';

/** A team channel of another client on this machine, in which the bot was seen: the Agents Playground's. */
export interface OtherChannel {
  /** As the page names it. */
  readonly place: string;
  readonly name: string;
  /** The conversation without its thread. */
  readonly room: string;
  /** The client's own connector, without a slash at the end. */
  readonly serviceUrl: string;
  /** The port of that connector, by which its channels are told apart. */
  readonly port: string;
  readonly tenantId: string | null;
  /** The bot, as this client names it. */
  readonly bot: { readonly id: string; readonly name: string };
  readonly channelData: JsonObject;
}

const KEPT_CHANNELS = 20;

/**
 * Channels that the bot was seen in. What is said there is shown on the page, and the sandbox's people can speak there
 * as well: the clients that are made for one person have nobody else to report the same.
 */
export class OtherChannels {
  readonly #origin: string;
  readonly #log: ChatLog;
  readonly #channels = new Map<string, OtherChannel>();

  /** @param origin the address of the sandbox, without a slash at the end */
  constructor(origin: string, log: ChatLog) {
    this.#origin = origin;
    this.#log = log;
  }

  list(): readonly OtherChannel[] {
    return [...this.#channels.values()];
  }

  find(place: unknown): OtherChannel | undefined {
    return typeof place === 'string' ? this.#channels.get(place) : undefined;
  }

  /** The client whose connector listens on this port; only such are relayed to. */
  byPort(port: string): OtherChannel | undefined {
    return this.list().find((channel) => channel.port === port);
  }

  /**
   * Looks at an activity on its way to the bot. Of a team channel of another client on this machine it keeps what was
   * said, and lets the answers come by the sandbox, which passes them on.
   *
   * @param body is changed in place: its `serviceUrl`
   */
  overhear(body: unknown): void {
    if (typeof body !== 'object' || body === null) return;
    const activity = body as Record<string, unknown>;
    const channel = channelOf(activity, this.#origin);
    if (channel === undefined) return;
    if (!this.#channels.has(channel.place) && this.#channels.size >= KEPT_CHANNELS) return;
    const known = this.#channels.get(channel.place);
    // Later activities name the team by its id only.
    this.#channels.set(channel.place, known === undefined ? channel : { ...channel, name: betterName(known, channel) });
    this.#keep(channel, activity);
    activity.serviceUrl = this.relayUrl(channel);
  }

  /** Where the bot sends its answers to this channel. */
  relayUrl({ port }: OtherChannel): string {
    return `${this.#origin}/relay/${port}`;
  }

  #keep(channel: OtherChannel, { type, id, text, from, conversation }: Record<string, unknown>): void {
    if (type !== 'message' || typeof text !== 'string' || !isJsonObject(conversation) || !isJsonObject(from)) return;
    const { thread } = splitThread(String(conversation.id));
    if (thread === null) return;
    const known = this.#log.since(channel.place, 0).messages.some((message) => message.thread === thread);
    this.#log.add(`${channel.place};messageid=${thread}`, {
      // The first message of a thread is the one that it is named after.
      id: known ? String(id) : thread,
      from: typeof from.aadObjectId === 'string' ? from.aadObjectId : String(from.id),
      name: typeof from.name === 'string' ? from.name : 'Somebody',
      text: text.replace(/<at>([^<]*)<\/at>/g, '@$1 ').trim(),
    });
  }
}

function channelOf(activity: JsonObject, origin: string): OtherChannel | undefined {
  const { conversation, serviceUrl, recipient, channelData } = activity;
  if (!isJsonObject(conversation) || conversation.conversationType !== 'channel') return undefined;
  if (typeof conversation.id !== 'string' || typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl))
    return undefined;
  const url = new URL(serviceUrl);
  if (url.protocol !== 'http:' || !isLoopbackHost(url.hostname) || url.origin === origin) return undefined;
  if (!isJsonObject(recipient) || typeof recipient.id !== 'string') return undefined;
  const { room } = splitThread(conversation.id);
  const data = isJsonObject(channelData) ? channelData : {};
  return {
    place: `${url.port}/${room}`,
    name: nameOf(data, room),
    room,
    serviceUrl: serviceUrl.replace(/\/+$/, ''),
    port: url.port,
    tenantId: typeof conversation.tenantId === 'string' ? conversation.tenantId : null,
    bot: { id: recipient.id, name: typeof recipient.name === 'string' ? recipient.name : 'why401' },
    channelData: data,
  };
}

/** The first channel of a team has the team's own id, and the name General. */
function nameOf({ team, channel }: JsonObject, room: string): string {
  const teamName = isJsonObject(team) && typeof team.name === 'string' ? team.name : '';
  const channelName = isJsonObject(channel) && typeof channel.name === 'string' ? channel.name : '';
  const own = channelName !== '' ? channelName : isJsonObject(team) && team.id === room ? 'General' : room;
  return teamName === '' ? own : `${teamName} · ${own}`;
}

function betterName(known: OtherChannel, { name }: OtherChannel): string {
  return name.length > known.name.length ? name : known.name;
}
