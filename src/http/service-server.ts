import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import restify from 'restify';
import { logFailure } from '../logging/log-failure.ts';
import type { Logger } from '../logging/logger.ts';
import type { Store } from '../storage/store.ts';
import { callerAddress } from './caller-address.ts';
import { HttpError } from './http-error.ts';
import { listen } from './listen.ts';
import { namesThisMachine } from './loopback-host.ts';
import { assertMayReadMetrics, type ServedMetrics } from './metrics-endpoint.ts';
import { readJsonBody } from './read-json-body.ts';
import { createReadiness, type ReadinessProbe } from './readiness.ts';
import {
  createRequestLimiter,
  type LimitedBy,
  REQUEST_LIMITS,
  type RequestLimiter,
  type RequestLimits,
} from './request-limits.ts';

/** Teams sends 100 KB at most, its message extensions more; a paste may have 1 MiB, escaped once more in JSON. */
export const BODY_LIMIT = 1_500_000;
/** Longer than the idle timeout of Azure's front ends (240 s): the side that closes last never meets a closed connection. */
const KEEP_ALIVE_MS = 250_000;
const REQUEST_MS = 30_000;
/** Turns under way get this long to finish when the service stops. */
const GRACE_MS = 5_000;
const SWEEP_MS = 20;
const PORT_STEPS = 20;

/** Answers one activity. The body is parsed already. */
export type ActivityHandler = (req: IncomingMessage & { readonly body: unknown }, res: ServerResponse) => Promise<void>;

/** Adds routes to the server. What a handler throws is answered and logged by the server. */
export type MountRoutes = (server: restify.Server) => void;

export interface ServiceParts {
  readonly onActivity: ActivityHandler;
  readonly store: Pick<Store, 'ping'>;
  readonly logger: Logger;
  /** What must work beside the store before the service calls itself ready. */
  readonly ready?: readonly ReadinessProbe[];
  /** Routes of other features, as the sign-in's. */
  readonly routes?: readonly MountRoutes[];
  /** Absent: `/metrics` is not served. */
  readonly metrics?: ServedMetrics;
  /** `null` for none. Left out: none in local mode, where everybody is this machine, else REQUEST_LIMITS. */
  readonly limits?: RequestLimits | null;
  /** Is told of each request that was too much. */
  readonly onLimited?: (by: LimitedBy) => void;
  /** How many reverse proxies stand in front; none where it is left out. */
  readonly proxies?: number;
  /** Answers only requests that name this machine, and steps over busy ports. */
  readonly local: boolean;
  readonly host: string;
  readonly port: number;
  /** How long a stop waits for requests under way, in milliseconds. */
  readonly graceMs?: number;
}

export interface Service {
  readonly host: string;
  /** The port really bound. */
  readonly port: number;
  /** Stops taking requests, lets those under way finish, then cuts what is left. May be called more than once. */
  close(): Promise<void>;
}

/**
 * The HTTP face of the service: `POST /api/messages`, `GET /healthz` (the process lives), `GET /readyz` (it can work),
 * `GET /metrics`, and the routes of other features.
 * Errors are JSON: `{"code", "message"}`, with the `id` under which a failure was logged.
 *
 * @throws ListenError where no port can be had
 */
export async function startService(parts: ServiceParts): Promise<Service> {
  let closing: Promise<void> | undefined;
  const server = createServer(parts, () => closing !== undefined);
  const port = await listen(server, parts.host, parts.port, parts.local ? PORT_STEPS : 0);
  server.on('error', (error: Error) => logFailure(parts.logger, error, 'server error'));
  return {
    host: parts.host,
    port,
    close() {
      closing ??= closeServer(nodeServerOf(server), parts.graceMs ?? GRACE_MS);
      return closing;
    },
  };
}

function createServer(parts: ServiceParts, isClosing: () => boolean): restify.Server {
  const { logger, local } = parts;
  // An empty name leaves the Server header out. The typings ask for bunyan, restify itself for pino.
  const server = restify.createServer({ name: '', log: logger as never });
  const node = nodeServerOf(server);
  node.requestTimeout = REQUEST_MS;
  node.keepAliveTimeout = KEEP_ALIVE_MS;

  if (local) {
    server.pre((req, _res, next) => {
      next(namesThisMachine(req.headers.host) ? undefined : new HttpError(421, 'MisdirectedRequest', LOCAL_ONLY));
    });
  }
  const limiter = limiterOf(parts);
  const addressOf = (req: IncomingMessage): string => callerAddress(req, parts.proxies ?? 0);
  if (limiter !== undefined) {
    server.pre((req, _res, next) => {
      next(refusalOf(() => PROBES.has(req.path()) || limiter.onRequest(addressOf(req))));
    });
  }
  server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
    const body = await readJsonBody(req, BODY_LIMIT);
    limiter?.onActivity(addressOf(req), body);
    await parts.onActivity(Object.assign(req, { body }), res);
  });
  mountProbes(server, parts, isClosing);
  if (parts.metrics !== undefined) mountMetrics(server, parts.metrics);
  for (const mount of parts.routes ?? []) mount(server);
  server.on('restifyError', (_req, res: restify.Response, error: unknown, done: () => void) => {
    if (!res.headersSent) sendError(res, error, logger);
    else if (!res.writableEnded) res.end();
    done();
  });
  return server;
}

/** Asked by an orchestrator that would stop the service where it got no answer: never limited. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

function limiterOf({ limits, local, onLimited }: ServiceParts): RequestLimiter | undefined {
  const chosen = limits === undefined ? (local ? null : REQUEST_LIMITS) : limits;
  return chosen === null ? undefined : createRequestLimiter(chosen, () => Date.now(), onLimited);
}

/** restify's handlers of the callback kind take an error instead of throwing it. */
function refusalOf(check: () => unknown): Error | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function mountProbes(server: restify.Server, parts: ServiceParts, isClosing: () => boolean): void {
  const { store, logger } = parts;
  const askAll = createReadiness([{ name: 'store', check: () => store.ping() }, ...(parts.ready ?? [])]);
  server.get('/healthz', async (_req: restify.Request, res: restify.Response) => {
    res.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_req: restify.Request, res: restify.Response) => {
    if (isClosing()) throw new HttpError(503, 'Closing', 'The service is stopping.');
    const failed = await askAll();
    if (failed.length === 0) {
      res.send(200, { status: 'ready' });
      return;
    }
    const checks = failed.map(({ name, error }) => ({
      name,
      id: logFailure(logger, error, 'not ready', { probe: name }),
    }));
    const names = checks.map(({ name }) => name).join(', ');
    res.send(503, { code: 'NotReady', message: `Not ready: ${names}. The log has the reason under the id.`, checks });
  });
}

function mountMetrics(server: restify.Server, metrics: ServedMetrics): void {
  server.get('/metrics', async (req: restify.Request, res: restify.Response) => {
    assertMayReadMetrics(req, metrics.token);
    const { contentType, text } = await metrics.expose();
    res.sendRaw(200, text, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
  });
}

const LOCAL_ONLY = 'Without credentials the bot answers only on localhost.';

/** What restify itself refuses, in our words: its own repeat the path that was asked for. */
const REFUSALS: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  404: { code: 'NotFound', message: 'There is nothing here. The bot listens at POST /api/messages.' },
  405: {
    code: 'MethodNotAllowed',
    message: 'This address takes another method. The bot listens at POST /api/messages.',
  },
};

function sendError(res: restify.Response, error: unknown, logger: Logger): void {
  if (error instanceof HttpError) {
    res.send(error.statusCode, { code: error.code, message: error.message }, { ...error.headers });
    return;
  }
  const status = statusOf(error);
  const refusal = REFUSALS[status];
  if (refusal !== undefined) {
    res.send(status, refusal);
    return;
  }
  if (status >= 400 && status < 500) {
    res.send(status, { code: 'BadRequest', message: 'The request cannot be answered.' });
    return;
  }
  const id = logFailure(logger, error, 'request failed');
  res.send(500, { code: 'InternalError', message: 'The service failed. Its log has the reason under this id.', id });
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

/** restify keeps node's own server in a property its typings leave out. */
function nodeServerOf(server: restify.Server): NodeServer {
  return (server as unknown as { readonly server: NodeServer }).server;
}

/** Node closes the connections that are idle now; those that become idle later stay until their keep-alive ends. */
function closeServer(server: NodeServer, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
