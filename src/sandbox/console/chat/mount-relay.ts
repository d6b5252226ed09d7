import type { Request, Server } from 'restify';
import { HttpError } from '../../../http/http-error.ts';
import { isJsonObject, type JsonObject } from '../../json-object.ts';
import { JsonAnswer, jsonObjectOf, jsonRoute } from '../../json-route.ts';
import type { ChatLog } from './chat-log.ts';
import { said } from './mount-connector.ts';
import type { OtherChannel, OtherChannels } from './other-channels.ts';
import { splitThread } from './place.ts';

const BODY_LIMIT = 1_000_000;
const WITHIN_MS = 30_000;

/** What came back from another client's connector. */
interface Relayed {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The connector of another client, seen from the bot: each call is passed on, and what was said in a team channel is
 * kept for the page. Only clients on this machine that the bot was seen in are passed on to.
 */
export function mountRelay(server: Server, log: ChatLog, channels: OtherChannels): void {
  const conversations = '/relay/:port/v3/conversations';
  const activities = `${conversations}/:conversation/activities`;
  const relay = (keep: (call: RelayedCall) => void) =>
    jsonRoute(async (req) => {
      const { channel, path, conversation, activity } = callOf(req, channels);
      const sent = req.method === 'GET' || req.method === 'DELETE' ? undefined : await jsonObjectOf(req, BODY_LIMIT);
      const { status, body } = await passOn(channel, req.method ?? 'GET', path, sent);
      const { room, thread } = splitThread(conversation);
      const place = channels.find(`${channel.port}/${room}`)?.place;
      if (status < 300 && place !== undefined) {
        // A message gets its id from the client; an update or a deletion names the one it is about.
        const given = req.method === 'POST' && isJsonObject(body) && typeof body.id === 'string' ? body.id : undefined;
        const id = given ?? activity;
        keep({
          conversation: thread === null ? `${place};messageid=${id}` : `${place};messageid=${thread}`,
          id,
          sent: sent ?? {},
        });
      }
      return new JsonAnswer(status, body ?? {});
    });

  const send = relay(({ conversation, id, sent }) => {
    if (sent.type === 'message') log.add(conversation, { ...said(sent), id });
  });
  server.post(activities, send);
  server.post(`${activities}/:activity`, send);
  server.put(
    `${activities}/:activity`,
    relay(({ conversation, id, sent }) => {
      const { text, textFormat = 'plain', attachments = [], suggestions = [] } = said(sent);
      log.change(conversation, id, { text, textFormat, attachments, suggestions });
    }),
  );
  server.del(
    `${activities}/:activity`,
    relay(({ conversation, id }) => void log.change(conversation, id, 'deleted')),
  );
  const pass = relay(() => undefined);
  server.post(conversations, pass);
  server.get(`${conversations}/:conversation/members`, pass);
  server.get(`${conversations}/:conversation/pagedmembers`, pass);
  server.get(`${conversations}/:conversation/members/:member`, pass);
}

interface RelayedCall {
  readonly conversation: string;
  readonly id: string;
  readonly sent: JsonObject;
}

function callOf(req: Request, channels: OtherChannels) {
  const params: unknown = req.params;
  const param = (name: string): string => {
    const value = isJsonObject(params) ? params[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const channel = channels.byPort(param('port'));
  if (channel === undefined)
    throw new HttpError(404, 'ConversationNotFound', 'No such client was seen on this machine.');
  const path = (req.url ?? '').replace(/^\/relay\/\d+/, '');
  return { channel, path, conversation: param('conversation'), activity: param('activity') };
}

/** @param path begins with `/v3/conversations` */
export async function passOn(
  { serviceUrl }: Pick<OtherChannel, 'serviceUrl'>,
  method: string,
  path: string,
  sent?: unknown,
): Promise<Relayed> {
  try {
    const response = await fetch(`${serviceUrl}${path}`, {
      method,
      ...(sent === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(sent) }),
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    return { status: response.status, body: parsed(await response.text()) };
  } catch {
    throw new HttpError(502, 'ClientGone', 'The other client does not answer.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
