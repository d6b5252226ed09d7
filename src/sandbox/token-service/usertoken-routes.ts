import { randomUUID } from 'node:crypto';
import type { Refusal } from '../../refusals/refusal.ts';
import { onBehalfOf, type TokenSet } from './entra-client.ts';
import type { Refusals } from './refusals.ts';
import { connectionNotFound, missingParameter, ServiceError } from './service-error.ts';
import { readSignInState } from './sign-in-state.ts';
import type { SignIns } from './sign-ins.ts';
import type { TokenOwner, TokenServiceParts } from './token-service-parts.ts';
import type { UserTokens } from './user-tokens.ts';

/** What the routes share. */
export interface TokenServiceState {
  readonly parts: TokenServiceParts;
  readonly signIns: SignIns;
  readonly tokens: UserTokens;
  readonly refusals: Refusals;
}

/** A request to the API, taken apart. */
export interface ApiCall {
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface ApiReply {
  readonly status: number;
  readonly body?: unknown;
}

/** Without a token the body must be empty: botbuilder takes 404 with `{}` for being signed in with no token. */
const NO_TOKEN: ApiReply = { status: 404 };
/** What Azure calls the provider of such a connection. */
const PROVIDER_NAME = 'Azure Active Directory v2';
const PROVIDER_ID = '30dd229c-58e3-4a48-bdfd-91ec48eb906c';

export function getSignInResource(state: TokenServiceState, { query }: ApiCall): ApiReply {
  const owner = readSignInState(query.get('state'));
  assertConnection(state.parts, owner.connectionName, 404);
  const { connection } = state.parts.world;
  const signInLink = linkOf(state, owner);
  if (connection.tokenExchangeUrl === '') return { status: 200, body: { signInLink } };
  const tokenExchangeResource = {
    id: randomUUID(),
    uri: connection.tokenExchangeUrl,
    providerId: PROVIDER_ID,
  };
  return { status: 200, body: { signInLink, tokenExchangeResource } };
}

export function getSignInUrl(state: TokenServiceState, { query }: ApiCall): ApiReply {
  const owner = readSignInState(query.get('state'));
  assertConnection(state.parts, owner.connectionName, 404);
  return { status: 200, body: linkOf(state, owner) };
}

function linkOf(state: TokenServiceState, owner: TokenOwner): string {
  return `${state.parts.origin}/token-service/api/oauth/signin?signin=${state.signIns.begin(owner)}`;
}

export async function getToken(state: TokenServiceState, { query }: ApiCall): Promise<ApiReply> {
  const owner = ownerOf(query);
  if (!connectionIsKnown(state.parts, owner.connectionName)) return NO_TOKEN;
  const code = query.get('code');
  if (code !== null && code !== '') {
    const redeemed = state.signIns.redeem(owner, code.trim());
    if (redeemed === undefined) return NO_TOKEN;
    state.tokens.put(owner, redeemed);
    state.refusals.forget(owner);
  }
  const tokens = await state.tokens.get(owner);
  return tokens === undefined ? NO_TOKEN : tokenReply(owner, tokens);
}

export async function exchange(state: TokenServiceState, { query, body }: ApiCall): Promise<ApiReply> {
  const owner = ownerOf(query);
  assertConnection(state.parts, owner.connectionName, 400);
  const assertion = stringField(body, 'token');
  if (assertion === '') {
    if (stringField(body, 'uri') !== '')
      throw new ServiceError(400, 'BadArgument', 'Exchange of a uri is not supported for this connection.');
    throw new ServiceError(400, 'BadArgument', 'The request body must have a token or a uri to exchange.');
  }
  const answer = await onBehalfOf(state.parts, assertion);
  if (answer.kind === 'refused') {
    state.refusals.note(owner, answer.refusal);
    throw exchangeFailed(answer.refusal);
  }
  state.tokens.put(owner, answer.tokens);
  state.refusals.forget(owner);
  return tokenReply(owner, answer.tokens);
}

/** 400, with what Entra ID answered inside; missing consent has a code of its own. */
function exchangeFailed(refusal: Refusal): ServiceError {
  const body = parsed(refusal.response?.body ?? '');
  const inner = { statusCode: refusal.response?.status ?? 502, body };
  const consent =
    stringField(body, 'suberror') === 'consent_required' ||
    /AADSTS65001\b/.test(stringField(body, 'error_description'));
  return consent
    ? new ServiceError(400, 'ConsentRequired', 'Consent Required', inner)
    : new ServiceError(400, 'BadRequest', 'Token exchange failed.', inner);
}

export function signOut(state: TokenServiceState, { query }: ApiCall): ApiReply {
  const userId = required(query, 'userId');
  const channelId = query.get('channelId') ?? '';
  const connectionName = query.get('connectionName');
  state.tokens.remove({ userId, channelId, ...(connectionName === null ? {} : { connectionName }) });
  const ended = connectionName ?? state.parts.world.connection.name;
  state.signIns.end({ userId, channelId, connectionName: ended });
  state.refusals.forget({ userId, connectionName: ended });
  return { status: 204 };
}

export function getTokenStatus(state: TokenServiceState, { query }: ApiCall): ApiReply {
  const userId = required(query, 'userId');
  const channelId = query.get('channelId') ?? '';
  const { name } = state.parts.world.connection;
  const wanted = (query.get('include') ?? '').split(',').filter(Boolean);
  if (!connectionIsKnown(state.parts, name) || (wanted.length > 0 && !wanted.includes(name)))
    return { status: 200, body: [] };
  const hasToken = state.tokens.has({ userId, channelId, connectionName: name });
  return {
    status: 200,
    body: [{ channelId, connectionName: name, hasToken, serviceProviderDisplayName: PROVIDER_NAME }],
  };
}

/** Tokens for several resources, each got anew by the refresh token. */
export async function getAadTokens(state: TokenServiceState, { query, body }: ApiCall): Promise<ApiReply> {
  const owner = ownerOf(query);
  assertConnection(state.parts, owner.connectionName, 404);
  const urls =
    typeof body === 'object' && body !== null ? (body as { resourceUrls?: unknown }).resourceUrls : undefined;
  if (!Array.isArray(urls) || urls.length > 10 || !urls.every((url) => typeof url === 'string'))
    throw new ServiceError(400, 'BadArgument', 'The request body must have a list of resourceUrls.');
  if (!state.tokens.has(owner)) return NO_TOKEN;
  const answers: Record<string, unknown> = {};
  // One after another: each renewal rotates the refresh token.
  for (const url of urls) {
    const tokens = await state.tokens.forScopes(owner, [`${url.replace(/\/$/, '')}/.default`, 'offline_access']);
    if (tokens === undefined) return NO_TOKEN;
    if (!('accessToken' in tokens)) throw exchangeFailed(tokens);
    answers[url] = tokenReply(owner, tokens).body;
  }
  return { status: 200, body: answers };
}

function tokenReply(owner: TokenOwner, tokens: TokenSet): ApiReply {
  const { channelId, connectionName } = owner;
  const expiration = new Date(tokens.expires).toISOString();
  return { status: 200, body: { channelId, connectionName, token: tokens.accessToken, expiration } };
}

function ownerOf(query: URLSearchParams): TokenOwner {
  return {
    userId: required(query, 'userId'),
    connectionName: required(query, 'connectionName'),
    channelId: query.get('channelId') ?? '',
  };
}

function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value === null || value === '') throw missingParameter(name);
  return value;
}

/** Whether the bot has an OAuth connection of this name. */
export function connectionIsKnown({ world }: TokenServiceParts, name: string): boolean {
  return world.tokenService.connectionExists && world.connection.name === name;
}

function assertConnection(parts: TokenServiceParts, name: string, status: number): void {
  if (!connectionIsKnown(parts, name)) throw connectionNotFound(status, name);
}

function stringField(value: unknown, name: string): string {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' ? found : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.slice(0, 2000);
  }
}
