import { type TokenSource, tokenAsSent } from './token-as-sent.ts';
import type { World } from './world/world.ts';

/** What the transport needs of the sandbox. */
export interface TransportParts {
  readonly world: Pick<World, 'client'>;
  /** Where the sandbox listens, without a slash at the end. */
  readonly origin: string;
  readonly entra: TokenSource;
}

type Server = 'graph' | 'entra' | 'token-service';

/** The real hosts that the sandbox stands for. */
const SERVERS: Readonly<Record<string, Server>> = {
  'graph.microsoft.com': 'graph',
  'login.microsoftonline.com': 'entra',
  'token.botframework.com': 'token-service',
  'api.botframework.com': 'token-service',
};

/**
 * A `fetch` for clients that speak to the real addresses: these calls reach the sandbox, all others fail. What the
 * client does wrong with its token (`world.client.token`) is done here, where a careless client would do it.
 */
export function sandboxTransport(parts: TransportParts): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const server = SERVERS[url.hostname];
    if (server === undefined || url.protocol !== 'https:') throw new OutsideSandboxError(url.origin);
    const headers = new Headers(request.headers);
    if (server === 'graph') await spoilToken(headers, parts);
    return fetch(`${parts.origin}/${server}${url.pathname}${url.search}`, {
      method: request.method,
      headers,
      body: request.body === null ? null : await request.arrayBuffer(),
      redirect: request.redirect,
      signal: request.signal,
    });
  };
}

/** A client of the sandbox called an address that the sandbox has not. */
export class OutsideSandboxError extends Error {
  readonly code = 'WHY401_OUTSIDE_SANDBOX';
  constructor(origin: string) {
    super(`The sandbox does not stand for ${origin}`);
    this.name = 'OutsideSandboxError';
  }
}

async function spoilToken(headers: Headers, parts: TransportParts): Promise<void> {
  const token = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) return;
  const sent = await tokenAsSent(parts.world, token, parts.entra);
  if (sent === null) headers.delete('authorization');
  else headers.set('authorization', `Bearer ${sent}`);
}
