import type { AddressInfo } from 'node:net';

/** What is needed of a server: node's own and restify's fit. */
export interface Listener {
  listen(port: number, host: string, onListening: () => void): unknown;
  address(): AddressInfo | string | null;
  once(event: 'error', handler: (error: NodeJS.ErrnoException) => void): unknown;
  off(event: 'error', handler: (error: NodeJS.ErrnoException) => void): unknown;
}

export class ListenError extends Error {
  readonly code = 'WHY401_CANNOT_LISTEN';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ListenError';
  }
}

/**
 * Listens on `port`, or on the first free one of those that follow.
 *
 * @param steps how many ports after the first may be tried; 0 where something relies on the very port
 * @returns the port really bound
 * @throws ListenError naming host, port and the reason
 */
export async function listen(server: Listener, host: string, port: number, steps: number): Promise<number> {
  const last = port === 0 ? 0 : Math.min(port + steps, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    const error = await tryToListen(server, host, candidate);
    if (error === undefined) return boundPort(server);
    if (error.code !== 'EADDRINUSE') {
      throw new ListenError(`Cannot listen on ${host} port ${candidate} (${error.code ?? error.message})`, {
        cause: error,
      });
    }
  }
  const tried = last > port ? `Ports ${port} to ${last} on ${host} are` : `Port ${port} on ${host} is`;
  throw new ListenError(`${tried} in use: stop what runs there, or set PORT to another one`);
}

function tryToListen(server: Listener, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

function boundPort(server: Listener): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new ListenError('The server is not bound to a port');
  return address.port;
}
