import type { Request, Server } from 'restify';
import { HttpError } from '../../../http/http-error.ts';
import { namesThisMachine } from '../../../http/loopback-host.ts';
import { isJsonObject, type JsonObject } from '../../json-object.ts';
import { JsonAnswer, jsonObjectOf, jsonRoute } from '../../json-route.ts';
import type { SandboxPerson, World } from '../../world/world.ts';
import type { AttachedFiles } from './attached-files.ts';
import type { ChatLog, NewMessage } from './chat-log.ts';
import { BOT } from './person-activity.ts';
import { oidOf, personalChatOf, userIdOf } from './place.ts';

/** More than Teams takes, so that a bot that says too much is told so in the words of Teams. */
const BODY_LIMIT = 1_000_000;
/** Counted in UTF-16, as Teams counts. */
const TEAMS_LIMIT = 100 * 1024;

interface ConnectorParts {
  readonly world: World;
  readonly log: ChatLog;
  readonly files: AttachedFiles;
}

/**
 * The part of the Bot Framework's connector that a bot uses to answer.
 *
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function mountConnector(server: Server, { world, log, files }: ConnectorParts): void {
  const conversations = '/connector/v3/conversations';
  const activities = `${conversations}/:conversation/activities`;

  const send = jsonRoute(async (req) => {
    const activity = await jsonObjectOf(req, BODY_LIMIT);
    if (activity.type !== 'message') return { id: log.nextId() };
    assertSize(activity);
    return { id: log.add(param(req, 'conversation'), said(activity)).id };
  });
  server.post(activities, send);
  server.post(`${activities}/:activity`, send);

  server.put(
    `${activities}/:activity`,
    jsonRoute(async (req) => {
      const activity = await jsonObjectOf(req, BODY_LIMIT);
      assertSize(activity);
      const { text, textFormat, attachments, suggestions } = said(activity);
      const to = {
        text,
        textFormat: textFormat ?? 'plain',
        attachments: attachments ?? [],
        suggestions: suggestions ?? [],
      };
      const changed = log.change(param(req, 'conversation'), param(req, 'activity'), to);
      if (changed === undefined) throw activityNotFound();
      return { id: changed.id };
    }),
  );
  server.del(
    `${activities}/:activity`,
    jsonRoute((req) => {
      if (log.change(param(req, 'conversation'), param(req, 'activity'), 'deleted') === undefined)
        throw activityNotFound();
      return {};
    }),
  );
  server.post(
    conversations,
    jsonRoute(async (req) => {
      const { members, activity } = await jsonObjectOf(req, BODY_LIMIT);
      const id = personalChatOf(personIn(members, world).oid);
      const first = isJsonObject(activity) && activity.type === 'message' ? log.add(id, said(activity)) : undefined;
      return new JsonAnswer(201, { id, ...(first === undefined ? {} : { activityId: first.id }) });
    }),
  );
  const members = jsonRoute(() => world.people.map(memberOf));
  server.get('/connector/v3/attachments/:attachment/views/original', async (req, res) => {
    const key = new URL(req.url ?? '/', 'http://localhost').searchParams.get('access');
    const bytes = namesThisMachine(req.headers.host) ? files.bytesOf(param(req, 'attachment'), key) : undefined;
    if (bytes === undefined) {
      res.writeHead(404).end();
      return;
    }
    // Whatever it is, a browser that is led here shows none of it.
    res.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    res.end(bytes);
  });
  server.get(`${conversations}/:conversation/members`, members);
  server.get(
    `${conversations}/:conversation/pagedmembers`,
    jsonRoute(() => ({ members: world.people.map(memberOf) })),
  );
  server.get(
    `${conversations}/:conversation/members/:member`,
    jsonRoute((req) => memberOf(personIn([{ id: param(req, 'member') }], world))),
  );
}

/** What an activity of the bot shows. */
export function said(activity: JsonObject): NewMessage {
  const { text, textFormat, attachments, suggestedActions, summary } = activity;
  const cards = Array.isArray(attachments) ? attachments : [];
  return {
    from: 'bot',
    name: BOT.name,
    text: typeof text === 'string' ? text : cards.length === 0 && typeof summary === 'string' ? summary : '',
    textFormat: typeof textFormat === 'string' ? textFormat : 'markdown',
    attachments: cards,
    suggestions: suggestionsIn(suggestedActions),
  };
}

function suggestionsIn(suggestedActions: unknown): string[] {
  const actions = isJsonObject(suggestedActions) ? suggestedActions.actions : undefined;
  if (!Array.isArray(actions)) return [];
  return actions
    .filter(isJsonObject)
    .map(({ value, title }) => (typeof value === 'string' ? value : title))
    .filter((text) => typeof text === 'string');
}

function assertSize(activity: JsonObject): void {
  if (Buffer.byteLength(JSON.stringify(activity), 'utf16le') > TEAMS_LIMIT) {
    throw new HttpError(413, 'MessageSizeTooBig', 'Message size too large.');
  }
}

function personIn(members: unknown, world: World): SandboxPerson {
  const [member] = Array.isArray(members) ? (members as unknown[]) : [];
  const id = isJsonObject(member) && typeof member.id === 'string' ? oidOf(member.id) : '';
  const person = world.people.find(({ oid }) => oid === id);
  if (person === undefined) throw new HttpError(404, 'MemberNotFound', 'There is no such person in this chat.');
  return person;
}

function memberOf(person: SandboxPerson): JsonObject {
  return {
    id: userIdOf(person),
    name: person.displayName,
    aadObjectId: person.oid,
    objectId: person.oid,
    userPrincipalName: person.userPrincipalName,
    tenantId: person.tenantId,
    userRole: 'user',
  };
}

function activityNotFound(): HttpError {
  return new HttpError(404, 'ActivityNotFoundInConversation', 'There is no such activity in this conversation.');
}

function param(req: Request, name: string): string {
  const params: unknown = req.params;
  const value = isJsonObject(params) ? params[name] : undefined;
  return typeof value === 'string' ? value : '';
}
