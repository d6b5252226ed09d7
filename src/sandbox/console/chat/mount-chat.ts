import type { Server } from 'restify';
import { HttpError } from '../../../http/http-error.ts';
import { type JsonObject, jsonObjectOf, jsonRoute } from '../../json-route.ts';
import type { World } from '../../world/world.ts';
import { cardAnswer, sendToBot } from './bot-endpoint.ts';
import type { ChatLog } from './chat-log.ts';
import { invokeActivity, messageActivity, type Speaker } from './person-activity.ts';
import { conversationOf, isPlace, splitThread } from './place.ts';

/** As much as the bot takes. */
const BODY_LIMIT = 1_500_000;
const INVOKES: ReadonlySet<unknown> = new Set(['adaptiveCard/action', 'signin/verifyState', 'signin/tokenExchange']);

export interface ChatParts {
  readonly world: World;
  readonly log: ChatLog;
  /** The address of the sandbox, without a slash at the end. */
  readonly origin: string;
  readonly now: () => number;
  /** Where the bot takes activities; `null` while there is no bot. */
  readonly botEndpoint: () => string | null;
}

/**
 * The chat of the console: speaks to the bot as any of the sample people.
 *
 * `GET /api/chat?person&place&since`, `POST /api/chat/message`, `POST /api/chat/invoke`.
 */
export function mountChat(server: Server, parts: ChatParts): void {
  const { log } = parts;
  server.get(
    '/api/chat',
    jsonRoute((req) => {
      const query = new URL(req.url ?? '/', parts.origin).searchParams;
      const speaker = speakerIn({ person: query.get('person'), place: query.get('place') }, parts);
      return log.since(roomOf(speaker), Number(query.get('since') ?? 0) || 0);
    }),
  );
  server.post(
    '/api/chat/message',
    jsonRoute(async (req) => {
      const body = await jsonObjectOf(req, BODY_LIMIT);
      const endpoint = endpointOf(parts);
      const speaker = speakerIn(body, parts);
      const text = optionalText(body.text);
      const { person, id } = speaker;
      if (text !== undefined)
        log.add(conversationIdOf(speaker), { id, from: person.oid, name: person.displayName, text });
      const replyToId = optionalText(body.replyToId);
      const activity = messageActivity(speaker, {
        mention: body.mention === true,
        ...(text === undefined ? {} : { text }),
        ...(body.value === undefined ? {} : { value: body.value }),
        ...(replyToId === undefined ? {} : { replyToId }),
      });
      const { status } = await sendToBot(endpoint, activity);
      return { status };
    }),
  );
  server.post(
    '/api/chat/invoke',
    jsonRoute(async (req) => {
      const body = await jsonObjectOf(req, BODY_LIMIT);
      const endpoint = endpointOf(parts);
      if (!INVOKES.has(body.name)) throw new HttpError(400, 'InvokeUnknown', 'The chat does not send this invoke.');
      const speaker = speakerIn(body, parts);
      const replyToId = optionalText(body.replyToId);
      const { status, body: answer } = await sendToBot(
        endpoint,
        invokeActivity(speaker, String(body.name), body.value, replyToId),
      );
      const { card, message } = cardAnswer(answer);
      if (card !== undefined && replyToId !== undefined) {
        const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
        log.change(conversationIdOf(speaker), replyToId, { attachments });
      }
      return { status, ...(message === undefined ? {} : { message }) };
    }),
  );
}

function endpointOf({ botEndpoint }: ChatParts): string {
  const endpoint = botEndpoint();
  if (endpoint === null) throw new HttpError(503, 'NoBot', 'No bot runs beside this sandbox: npm start brings both.');
  return endpoint;
}

function speakerIn(body: JsonObject, { world, log, origin, now }: ChatParts): Speaker {
  const person = world.people.find(({ oid }) => oid === body.person);
  if (person === undefined) throw new HttpError(400, 'PersonUnknown', 'Name a person of the sandbox by object id.');
  if (!isPlace(body.place)) throw new HttpError(400, 'PlaceUnknown', 'The place is personal, group or team-channel.');
  const id = log.nextId();
  return {
    person,
    place: body.place,
    thread: optionalText(body.thread) ?? id,
    serviceUrl: `${origin}/connector/`,
    id,
    at: now(),
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
