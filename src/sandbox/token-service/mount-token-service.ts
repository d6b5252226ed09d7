import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import type { Refusal } from '../../refusals/refusal.ts';
import { boundedBody } from '../bounded-body.ts';
import { outagePage } from './pages.ts';
import { Refusals } from './refusals.ts';
import { ServiceError } from './service-error.ts';
import { finishSignIn, type PageReply, startSignIn } from './sign-in-routes.ts';
import { SignIns } from './sign-ins.ts';
import type { TokenServiceParts } from './token-service-parts.ts';
import { UserTokens } from './user-tokens.ts';
import {
  type ApiCall,
  type ApiReply,
  exchange,
  getAadTokens,
  getSignInResource,
  getSignInUrl,
  getToken,
  getTokenStatus,
  signOut,
  type TokenServiceState,
} from './usertoken-routes.ts';

const PREFIX = '/token-service';
const BODY_LIMIT = 256 * 1024;

export interface TokenService {
  /** What Entra ID last refused for this person, until a sign-in works. */
  lastRefusal(userId: string, connectionName: string): Refusal | undefined;
  /** The world changed: every token at hand is renewed before it is handed out again, and old refusals are forgotten. */
  renewAll(): void;
  /** Forgets everybody's tokens and all sign-ins under way. */
  clear(): void;
}

/**
 * The Bot Framework token service below `/token-service`, as botbuilder's OAuthPrompt and UserTokenClient call it. It
 * is an OAuth client of the sandbox's Entra ID with the settings of `world.connection`.
 */
export function mountTokenService(server: Server, parts: TokenServiceParts): TokenService {
  const refusals = new Refusals();
  const state: TokenServiceState = {
    parts,
    refusals,
    signIns: new SignIns(parts.now),
    tokens: new UserTokens(parts, refusals),
  };
  // restify tells handlers with `next` from others by `async`.
  const api = (action: ApiAction) => async (req: Request, res: Response) => answerApi(req, res, state, action);
  server.get(`${PREFIX}/api/botsignin/GetSignInResource`, api(getSignInResource));
  server.get(`${PREFIX}/api/botsignin/GetSignInUrl`, api(getSignInUrl));
  server.get(`${PREFIX}/api/usertoken/GetToken`, api(getToken));
  server.post(`${PREFIX}/api/usertoken/exchange`, api(exchange));
  server.del(`${PREFIX}/api/usertoken/SignOut`, api(signOut));
  server.get(`${PREFIX}/api/usertoken/GetTokenStatus`, api(getTokenStatus));
  server.post(`${PREFIX}/api/usertoken/GetAadTokens`, api(getAadTokens));
  server.get(`${PREFIX}/api/oauth/signin`, async (req: Request, res: Response) =>
    answerPage(req, res, state, (query) => startSignIn(state, query)),
  );
  const redirect = async (req: Request, res: Response): Promise<void> =>
    answerPage(req, res, state, (answer) => finishSignIn(state, answer));
  server.get(`${PREFIX}/.auth/web/redirect`, redirect);
  server.post(`${PREFIX}/.auth/web/redirect`, redirect);
  return {
    lastRefusal: (userId, connectionName) => refusals.last(userId, connectionName),
    renewAll() {
      state.tokens.endAll();
      refusals.clear();
    },
    clear() {
      state.signIns.clear();
      state.tokens.clear();
      refusals.clear();
    },
  };
}

type ApiAction = (state: TokenServiceState, call: ApiCall) => ApiReply | Promise<ApiReply>;

async function answerApi(req: Request, res: Response, state: TokenServiceState, action: ApiAction): Promise<void> {
  try {
    await assertUp(state.parts);
    const body = req.method === 'POST' ? parseJson(await readText(req)) : undefined;
    const reply = await action(state, { query: queryOf(req), body });
    sendJson(res, reply.status, reply.body);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    state.parts.recent?.refused(res, error.code);
    const inner = error.inner === undefined ? {} : { innerHttpError: error.inner };
    sendJson(res, error.status, { error: { code: error.code, message: error.message, ...inner } });
  }
}

async function answerPage(
  req: Request,
  res: Response,
  state: TokenServiceState,
  action: (parameters: URLSearchParams) => Promise<PageReply>,
): Promise<void> {
  let reply: PageReply;
  try {
    await assertUp(state.parts);
    reply = await action(req.method === 'POST' ? new URLSearchParams(await readText(req)) : queryOf(req));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    reply = { kind: 'page', status: error.status, html: outagePage(), code: error.code };
  }
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Referrer-Policy', 'no-referrer');
  if (reply.kind === 'redirect') {
    res.statusCode = 302;
    res.setHeader('Location', reply.to);
    res.end();
    return;
  }
  if (reply.code !== undefined) state.parts.recent?.refused(res, reply.code);
  res.statusCode = reply.status;
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  res.end(reply.html);
}

async function assertUp({ world }: TokenServiceParts): Promise<void> {
  if (world.tokenService.delayMs > 0) await wait(world.tokenService.delayMs);
  if (world.tokenService.outage)
    throw new ServiceError(503, 'ServiceUnavailable', 'The service is temporarily unavailable.');
}

function queryOf(req: Request): URLSearchParams {
  return new URL(req.url ?? '/', 'http://sandbox').searchParams;
}

async function readText(req: IncomingMessage): Promise<string> {
  const tooLarge = (): ServiceError => new ServiceError(413, 'BadArgument', 'The request body is too large.');
  return (await boundedBody(req, BODY_LIMIT, tooLarge)).toString('utf8');
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ServiceError(400, 'BadSyntax', 'The request body is not valid JSON.');
  }
}

/** Without a body nothing at all is sent, not even an empty object. */
function sendJson(res: Response, status: number, body: unknown): void {
  res.statusCode = status;
  res.setHeader('Cache-Control', 'no-store');
  if (body === undefined) {
    res.end();
    return;
  }
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.end(JSON.stringify(body));
}
