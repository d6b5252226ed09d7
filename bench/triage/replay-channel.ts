import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came from the bot: how often and where, and no more than that, so that it takes no memory. */
export interface ReplayChannel {
  readonly serviceUrl: string;
  /** How many messages answer each activity, by its id. */
  readonly answers: ReadonlyMap<string, number>;
  /** Messages that answer nothing: posts into the channel by conversation. */
  readonly posts: ReadonlyMap<string, readonly string[]>;
  /** Private conversations that the bot began. */
  readonly privately: number;
  readonly updates: number;
  readonly deletions: number;
  close(): Promise<void>;
}

/**
 * The channel's side: answers as Teams does, and counts.
 *
 * @param onAnswer is told which activity a message answers, before the bot hears that it arrived
 */
export async function startReplayChannel(
  onAnswer: (activity: string) => Promise<void> | void = () => undefined,
): Promise<ReplayChannel> {
  const answers = new Map<string, number>();
  const posts = new Map<string, string[]>();
  const seen = { privately: 0, updates: 0, deletions: 0, sent: 0 };
  const server = createServer(async (req, res) => {
    const body = await textOf(req);
    const path = decodeURIComponent(req.url ?? '');
    const [, conversation, replyTo] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
    res.setHeader('Content-Type', 'application/json');
    if (req.method === 'PUT') seen.updates += 1;
    else if (req.method === 'DELETE') seen.deletions += 1;
    else if (path === '/v3/conversations') {
      seen.privately += 1;
      res.statusCode = 201;
      res.end(JSON.stringify({ id: `private-${seen.privately}` }));
      return;
    } else if (req.method === 'POST' && replyTo) {
      answers.set(replyTo, (answers.get(replyTo) ?? 0) + 1);
      await onAnswer(replyTo);
    } else if (req.method === 'POST' && conversation?.startsWith('19:'))
      posts.set(conversation, [...(posts.get(conversation) ?? []), summaryOf(body)]);
    seen.sent += 1;
    res.end(JSON.stringify({ id: `sent-${seen.sent}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answers,
    posts,
    get privately() {
      return seen.privately;
    },
    get updates() {
      return seen.updates;
    },
    get deletions() {
      return seen.deletions;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function summaryOf(body: string): string {
  const { summary, text } = JSON.parse(body) as { readonly summary?: string; readonly text?: string };
  return summary ?? text ?? '';
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
