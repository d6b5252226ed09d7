import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

export interface FakeConnector {
  readonly serviceUrl: string;
  readonly calls: ConnectorCall[];
  /** Messages posted into a conversation, in order. */
  messagesTo(conversation: string): Record<string, unknown>[];
  /** Answers calls that match with this status, until `recover`. */
  refuse(matches: (call: ConnectorCall) => boolean, status: number, code?: string): void;
  recover(): void;
  /** Who is in a conversation; everybody who is asked for where this was never called. */
  members(people: readonly Readonly<Record<string, unknown> & { id: string }>[]): void;
  close(): Promise<void>;
}

/** The channel's side of the Bot Framework: conversations, replies and updates over real HTTP. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const calls: ConnectorCall[] = [];
  let refusal: { matches: (call: ConnectorCall) => boolean; status: number; code: string } | undefined;
  let roster: readonly Record<string, unknown>[] | undefined;
  let replies = 0;
  const server = createServer(async (req, res) => {
    const body = JSON.parse((await text(req)) || '{}') as Record<string, unknown>;
    const call = { method: req.method ?? '', path: decodeURIComponent(req.url ?? ''), body };
    calls.push(call);
    res.setHeader('Content-Type', 'application/json');
    if (refusal?.matches(call)) {
      res.statusCode = refusal.status;
      res.end(JSON.stringify({ error: { code: refusal.code, message: 'refused by the test' } }));
      return;
    }
    const asked = call.method === 'GET' ? /\/members\/([^/]+)$/.exec(call.path)?.[1] : undefined;
    if (asked !== undefined) {
      const member =
        roster === undefined
          ? { id: asked }
          : roster.find(({ id, aadObjectId }) => asked === id || asked === aadObjectId);
      res.statusCode = member === undefined ? 404 : 200;
      res.end(JSON.stringify(member ?? { error: { code: 'MemberNotFoundInConversation', message: 'not a member' } }));
      return;
    }
    replies += 1;
    const creates = call.method === 'POST' && call.path === '/v3/conversations';
    res.statusCode = creates ? 201 : 200;
    res.end(JSON.stringify({ id: creates ? `private-${personOf(body)}` : `reply-${replies}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    calls,
    messagesTo: (conversation) =>
      calls
        .filter(
          ({ method, path }) =>
            method === 'POST' &&
            (path === `/v3/conversations/${conversation}/activities` ||
              path.startsWith(`/v3/conversations/${conversation}/activities/`)),
        )
        .map((call) => call.body),
    refuse(matches, status, code = 'Refused') {
      refusal = { matches, status, code };
    },
    recover() {
      refusal = undefined;
    },
    members(people) {
      roster = people;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function text(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function personOf(body: Record<string, unknown>): string {
  const [member] = body.members as { id: string }[];
  return member?.id ?? 'nobody';
}
