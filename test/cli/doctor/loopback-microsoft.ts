import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNetwork, type Network } from '../../../src/cli/doctor/network.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  /** `login.microsoftonline.com/tenant/…`: host and path of the real service. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
}

/** Entra ID, Graph and the token service on loopback: what is not replied to here has an answer that is right. */
export interface LoopbackMicrosoft {
  readonly network: Network;
  readonly asked: Asked[];
  close(): Promise<void>;
}

const ALL_RIGHT: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'login.microsoftonline.com/*/v2.0/.well-known/openid-configuration': ({ path }) => {
    const authority = `https://${path.split('/').slice(0, 2).join('/')}`;
    return { status: 200, body: { issuer: `${authority}/v2.0`, token_endpoint: `${authority}/oauth2/v2.0/token` } };
  },
  'login.microsoftonline.com/*/oauth2/v2.0/token': () => ({
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3599, access_token: 'made-up-token-for-tests' },
  }),
  'login.microsoftonline.com/*/oauth2/v2.0/authorize': ({ query }) => ({
    status: 302,
    headers: { Location: `${query.get('redirect_uri')}?error=login_required&error_description=AADSTS50058` },
  }),
  'graph.microsoft.com/v1.0/applications': () => ({
    status: 403,
    body: {
      error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
    },
  }),
  'bot.example.com/api/messages': () => ({ status: 401, body: {} }),
  'api.botframework.com/api/botsignin/GetSignInResource': () => ({
    status: 200,
    body: { signInLink: 'https://token.botframework.com/api/oauth/signin?signin=x' },
  }),
};

export async function startLoopbackMicrosoft(
  now: () => number,
  replies: Readonly<Record<string, (asked: Asked) => Reply>> = {},
  serverAhead = 0,
): Promise<LoopbackMicrosoft> {
  const asked: Asked[] = [];
  const server = createServer(async (req, res) => {
    const question = await read(req);
    asked.push(question);
    const pattern = patternOf(question.path);
    const reply = (replies[pattern] ?? ALL_RIGHT[pattern])?.(question) ?? { status: 404 };
    res.writeHead(reply.status, {
      'Content-Type': 'application/json',
      Date: new Date(now() + serverAhead).toUTCString(),
      ...reply.headers,
    });
    res.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? null));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    network: createNetwork({ now, fetch: (url, init) => fetch(url.replace('https://', `${origin}/`), init) }),
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function patternOf(path: string): string {
  return path.replace(/^(login\.microsoftonline\.com)\/[^/]+/, '$1/*').replace(/\(appId='[^']+'\)$/, '');
}

async function read(req: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const url = new URL(req.url ?? '/', 'http://x');
  return {
    path: decodeURIComponent(url.pathname).slice(1),
    query: url.searchParams,
    form: new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
    authorization: req.headers.authorization,
  };
}
