import type { Server as NodeServer } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import { HttpError } from '../http/http-error.ts';
import { listen } from '../http/listen.ts';
import { mountConsole } from './console/mount-console.ts';
import { createControl } from './control/create-control.ts';
import { mountControl } from './control/mount-control.ts';
import type { SandboxControl } from './control/sandbox-control.ts';
import { createEntra, type Entra } from './entra/entra.ts';
import { mountEntra } from './entra/mount-entra.ts';
import { createFaultSwitches } from './faults/fault-switches.ts';
import { mountGraph } from './graph/mount-graph.ts';
import { RecentRequests } from './recent-requests.ts';
import { assertOwnRequest } from './request-origin.ts';
import type { Mount, SandboxParts } from './sandbox-parts.ts';
import { assertLoopback } from './sandbox-refused-error.ts';
import { mountTokenService, type TokenService } from './token-service/mount-token-service.ts';
import { createWorld, resetWorld } from './world/seed-world.ts';
import type { World } from './world/world.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** 127.0.0.1 where it is left out; others must be loopback too. */
  readonly host?: string;
  /** How many ports after `port` may be tried. */
  readonly portSteps?: number;
  /** The world's clock, milliseconds since 1970. */
  readonly now?: () => number;
  /** Where the bot listens; its `/auth/callback` is registered. */
  readonly botOrigin?: string;
  /** Where the bot takes the activities of the console's chat; `null` while there is none. */
  readonly botEndpoint?: () => string | null;
  /** Further parts, added after those of the sandbox itself. */
  readonly mounts?: readonly Mount[];
  /** Told of a failure of the sandbox itself, which is answered with 500. */
  readonly onFailure?: (error: unknown) => void;
}

export interface Sandbox {
  readonly world: World;
  /** Without a slash at the end: `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly host: string;
  /** The port really bound. */
  readonly port: number;
  readonly entra: Entra;
  readonly recent: RecentRequests;
  readonly tokenService: TokenService;
  /** The faults, and the state of it all. */
  readonly control: SandboxControl;
  /** Shows the bot's inbound activities to the page: in team channels of other local clients its people can speak, too. */
  overhear(body: unknown): void;
  /** Makes the world a fresh one, in place, and forgets what was granted and asked. The client secret stays. */
  reset(): void;
  close(): Promise<void>;
}

const GRACE_MS = 1_000;

/**
 * Starts Entra ID, the token service and Graph on one loopback port.
 *
 * @throws SandboxRefusedError for a host that is not loopback
 * @throws ListenError where the port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  assertLoopback(host);
  const now = options.now ?? Date.now;
  const recent = new RecentRequests(now);
  const server = createServer(recent, options.onFailure);
  const port = await listen(server, host, options.port, options.portSteps ?? 0);
  const origin = `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
  const worldOptions = { now, origin, ...(options.botOrigin === undefined ? {} : { botOrigin: options.botOrigin }) };
  const world = createWorld(worldOptions);
  const { clientSecret } = world.connection;
  const { entra, parts: entraParts } = await createEntra({ world, now, recent });
  const parts: SandboxParts = { world, origin, now, entra, recent };
  mountEntra(server, entraParts, origin);
  const tokenService = mountTokenService(server, parts);
  mountGraph(server, parts);
  const freshen = (): void => {
    resetWorld(world, { ...worldOptions, clientSecret });
    entra.forget();
    tokenService.clear();
    recent.clear();
  };
  const faults = createFaultSwitches(world, now, () => tokenService.renewAll());
  const control = createControl({ world, faults, recent, reset: freshen });
  mountControl(server, control);
  const channels = mountConsole(server, {
    world,
    origin,
    now,
    ...(options.botEndpoint && { botEndpoint: options.botEndpoint }),
  });
  for (const mount of options.mounts ?? []) mount(server, parts);
  let closing: Promise<void> | undefined;
  return {
    world,
    origin,
    host,
    port,
    entra,
    recent,
    tokenService,
    control,
    overhear: (body) => channels.overhear(body),
    reset: () => control.reset(),
    close() {
      closing ??= closeServer(nodeServerOf(server));
      return closing;
    },
  };
}

function createServer(recent: RecentRequests, onFailure: SandboxOptions['onFailure']): Server {
  const server = restify.createServer({ name: '' });
  server.pre((req: Request, res: Response, next) => {
    recent.watch(req, res);
    try {
      assertOwnRequest(req);
      next();
    } catch (error) {
      next(error);
    }
  });
  server.on('restifyError', (_req, res: Response, error: unknown, done: () => void) => {
    const status = statusOf(error);
    if (status >= 500) onFailure?.(error);
    if (res.headersSent) {
      if (!res.writableEnded) res.end();
    } else res.send(status, bodyOf(error, status));
    done();
  });
  return server;
}

function bodyOf(error: unknown, status: number): { code: string; message: string } {
  if (error instanceof HttpError) return { code: error.code, message: error.message };
  if (status === 404) return { code: 'NotFound', message: 'The sandbox has nothing here.' };
  if (status === 405) return { code: 'MethodNotAllowed', message: 'This address takes another method.' };
  return status < 500
    ? { code: 'BadRequest', message: 'The request cannot be answered.' }
    : { code: 'InternalError', message: 'The sandbox failed.' };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

/** restify keeps node's own server in a property its typings leave out. */
function nodeServerOf(server: Server): NodeServer {
  return (server as unknown as { readonly server: NodeServer }).server;
}

function closeServer(server: NodeServer): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
