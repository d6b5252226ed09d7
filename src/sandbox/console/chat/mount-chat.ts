import type { Server } from 'restify';
import { HttpError } from '../../../http/http-error.ts';
import type { JsonObject } from '../../json-object.ts';
import { jsonObjectOf, jsonRoute } from '../../json-route.ts';
import type { SandboxPerson, World } from '../../world/world.ts';
import { ATTACHMENT_LIMIT, type AttachedFiles, attachmentNote } from './attached-files.ts';
import { cardAnswer, sendToBot } from './bot-endpoint.ts';
import type { ChatLog } from './chat-log.ts';
import type { OtherChannel, OtherChannels } from './other-channels.ts';
import { invokeActivity, messageActivity, type PersonActivity, type Speaker } from './person-activity.ts';
import { conversationOf, isPlace, splitThread } from './place.ts';
import { invokeElsewhere, messageElsewhere } from './speak-elsewhere.ts';

/** As much as the bot takes. */
const BODY_LIMIT = 1_500_000;
const INVOKES: ReadonlySet<unknown> = new Set(['adaptiveCard/action', 'signin/verifyState', 'signin/tokenExchange']);

export interface ChatParts {
  readonly world: World;
  readonly log: ChatLog;
  readonly files: AttachedFiles;
  /** Team channels of other clients on this machine. */
  readonly channels: OtherChannels;
  /** The address of the sandbox, without a slash at the end. */
  readonly origin: string;
  readonly now: () => number;
  /** Where the bot takes activities; `null` while there is no bot. */
  readonly botEndpoint: () => string | null;
}

/**
 * The chat of the console: speaks to the bot as any of the sample people.
 *
 * `GET /api/chat?person&place&since`, `POST /api/chat/attachment`, `POST /api/chat/message`, `POST /api/chat/invoke`.
 */
export function mountChat(server: Server, parts: ChatParts): void {
  const { log, files, channels } = parts;
  server.get(
    '/api/chat',
    jsonRoute((req) => {
      const query = new URL(req.url ?? '/', parts.origin).searchParams;
      const place = query.get('place');
      const since = Number(query.get('since') ?? 0) || 0;
      const others = channels.list().map((other) => ({ place: other.place, name: other.name }));
      if (channels.find(place) !== undefined) return { ...log.since(String(place), since), others };
      return { ...log.since(roomOf(speakerIn({ person: query.get('person'), place }, parts)), since), others };
    }),
  );
  server.post(
    '/api/chat/message',
    jsonRoute(async (req) => {
      const body = await jsonObjectOf(req, BODY_LIMIT);
      const endpoint = endpointOf(parts);
      const elsewhere = elsewhereIn(body, parts);
      if (elsewhere !== undefined) return sayElsewhere(endpoint, parts, elsewhere, body);
      const speaker = speakerIn(body, parts);
      const text = optionalText(body.text);
      const { person, id } = speaker;
      const { names, attachments } = files.of(body.attachments, speaker.place, speaker.serviceUrl);
      if (text !== undefined || names.length > 0) {
        const said = { id, from: person.oid, name: person.displayName, text: text ?? '' };
        log.add(conversationIdOf(speaker), { ...said, attachments: names.map(attachmentNote) });
      }
      const replyToId = optionalText(body.replyToId);
      const activity = messageActivity(speaker, {
        mention: body.mention === true,
        ...(text === undefined ? {} : { text }),
        ...(attachments.length === 0 ? {} : { attachments }),
        ...(body.value === undefined ? {} : { value: body.value }),
        ...(replyToId === undefined ? {} : { replyToId }),
      });
      const { status } = await sendToBot(endpoint, activity);
      return { status };
    }),
  );
  server.post(
    '/api/chat/attachment',
    jsonRoute(async (req) => ({ id: files.keep(await jsonObjectOf(req, ATTACHMENT_LIMIT)) })),
  );
  server.post(
    '/api/chat/invoke',
    jsonRoute(async (req) => {
      const body = await jsonObjectOf(req, BODY_LIMIT);
      const endpoint = endpointOf(parts);
      if (!INVOKES.has(body.name)) throw new HttpError(400, 'InvokeUnknown', 'The chat does not send this invoke.');
      const replyToId = optionalText(body.replyToId);
      const { conversation, activity } = await invokeIn(body, parts, replyToId);
      const { status, body: answer } = await sendToBot(endpoint, activity);
      const { card, message } = cardAnswer(answer);
      if (card !== undefined && replyToId !== undefined) {
        const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
        log.change(conversation, replyToId, { attachments });
      }
      return { status, ...(message === undefined ? {} : { message }) };
    }),
  );
}

interface Speaking {
  readonly person: SandboxPerson;
  readonly channel: OtherChannel;
}

function elsewhereIn(body: JsonObject, parts: ChatParts): Speaking | undefined {
  const channel = parts.channels.find(body.place);
  return channel === undefined ? undefined : { channel, person: personIn(body, parts) };
}

async function sayElsewhere(
  endpoint: string,
  parts: ChatParts,
  { channel, person }: Speaking,
  body: JsonObject,
): Promise<{ status: number | null }> {
  const text = optionalText(body.text);
  const thread = optionalText(body.thread);
  const replyToId = optionalText(body.replyToId);
  const activity = await messageElsewhere(parts, channel, person, {
    mention: body.mention === true,
    at: parts.now(),
    ...(text === undefined ? {} : { text }),
    ...(thread === undefined ? {} : { thread }),
    ...(body.value === undefined ? {} : { value: body.value }),
    ...(replyToId === undefined ? {} : { replyToId }),
  });
  const { status } = await sendToBot(endpoint, activity);
  return { status };
}

async function invokeIn(
  body: JsonObject,
  parts: ChatParts,
  replyToId: string | undefined,
): Promise<{ conversation: string; activity: PersonActivity }> {
  const name = String(body.name);
  const elsewhere = elsewhereIn(body, parts);
  if (elsewhere === undefined) {
    const speaker = speakerIn(body, parts);
    return {
      conversation: conversationIdOf(speaker),
      activity: invokeActivity(speaker, name, body.value, replyToId),
    };
  }
  const { channel, person } = elsewhere;
  const thread = optionalText(body.thread) ?? '';
  const invoke = {
    name,
    value: body.value,
    thread,
    at: parts.now(),
    ...(replyToId === undefined ? {} : { replyToId }),
  };
  return {
    conversation: `${channel.place};messageid=${thread}`,
    activity: await invokeElsewhere(parts, channel, person, invoke),
  };
}

function endpointOf({ botEndpoint }: ChatParts): string {
  const endpoint = botEndpoint();
  if (endpoint === null) throw new HttpError(503, 'NoBot', 'No bot runs beside this sandbox: npm start brings both.');
  return endpoint;
}

function personIn(body: JsonObject, { world }: ChatParts): SandboxPerson {
  const person = world.people.find(({ oid }) => oid === body.person);
  if (person === undefined) throw new HttpError(400, 'PersonUnknown', 'Name a person of the sandbox by object id.');
  return person;
}

function speakerIn(body: JsonObject, parts: ChatParts): Speaker {
  const { log, origin, now, world } = parts;
  const person = personIn(body, parts);
  if (!isPlace(body.place)) throw new HttpError(400, 'PlaceUnknown', 'The place is personal, group or team-channel.');
  const id = log.nextId();
  return {
    person,
    place: body.place,
    thread: optionalText(body.thread) ?? id,
    serviceUrl: `${origin}/connector/`,
    id,
    at: now(),
    hostTenant: world.tenants[0]?.id ?? person.tenantId,
  };
}

function conversationIdOf({ place, person, thread }: Speaker): string {
  return conversationOf(place, person.oid, thread);
}

function roomOf(speaker: Speaker): string {
  return splitThread(conversationIdOf(speaker)).room;
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
