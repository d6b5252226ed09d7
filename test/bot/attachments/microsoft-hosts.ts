import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostCall {
  /** As the bot called it. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

export interface MicrosoftHosts {
  /** Calls to the real hosts, answered by this server. Nothing leaves the machine. */
  readonly fetch: typeof fetch;
  readonly calls: HostCall[];
  /** What an address answers with. */
  serve(url: string, answer: (res: ServerResponse, req: IncomingMessage) => void): void;
  /** A file at this address. */
  put(url: string, content: string | Uint8Array, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** In two steps: where restify is loaded it replaces `writeHead` of the whole process by one that returns nothing. */
export function answerWith(
  res: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  content: string | Uint8Array = '',
): void {
  res.writeHead(status, headers);
  res.end(content);
}

/** One server on loopback that stands for SharePoint, the connector, and for hosts that nothing may be fetched from. */
export async function startMicrosoftHosts(): Promise<MicrosoftHosts> {
  const answers = new Map<string, (res: ServerResponse, req: IncomingMessage) => void>();
  const calls: HostCall[] = [];
  const server = createServer((req, res) => {
    const url = decodeURIComponent((req.url ?? '').slice(1));
    calls.push({ url, authorization: req.headers.authorization, cookie: req.headers.cookie });
    const answer = answers.get(url);
    if (answer === undefined) answerWith(res, 404);
    else answer(res, req);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    calls,
    fetch: (input, init) => {
      const request = new Request(input, init);
      return fetch(`${origin}/${encodeURIComponent(request.url)}`, {
        headers: request.headers,
        redirect: request.redirect,
        signal: request.signal,
      });
    },
    serve(url, answer) {
      answers.set(new URL(url).href, answer);
    },
    put(url, content, headers = {}) {
      answers.set(new URL(url).href, (res) => answerWith(res, 200, headers, content));
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
