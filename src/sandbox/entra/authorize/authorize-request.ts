import type { AppRegistration, RedirectPlatform, World } from '../../world/world.ts';
import { type Authority, readAuthority, tenantOfAuthority } from '../authority.ts';
import { type ClaimsRequest, readClaims } from '../claims-request.ts';
import type { CodeGrant } from '../grant-store.ts';
import { knownApp, principalOrNotFound } from '../known-app.ts';
import { assertEachOnce } from '../read-form.ts';
import * as appRefusals from '../refusals/app.ts';
import * as refusals from '../refusals/request.ts';
import { type RequestedScopes, readScopes } from '../scopes.ts';
import { parameter } from '../token/token-request.ts';

export type ResponseMode = 'query' | 'fragment' | 'form_post';
const RESPONSE_MODES: readonly string[] = ['query', 'fragment', 'form_post'] satisfies ResponseMode[];

/** Where an authorize request comes from: what has to be right before anything may be sent back to the app. */
export interface Requester {
  readonly authority: Authority;
  readonly authorityName: string;
  readonly app: AppRegistration;
  readonly redirectUri: string;
  readonly platform: RedirectPlatform;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
}

/** What an authorize request asks for. */
export interface AuthorizeRequest extends Requester {
  readonly scopes: RequestedScopes;
  readonly scope: string;
  readonly challenge: CodeGrant['challenge'];
  readonly nonce: string | undefined;
  readonly prompts: readonly string[];
  readonly loginHint: string | undefined;
  readonly claims: ClaimsRequest;
  readonly clientInfo: boolean;
}

/**
 * @throws EntraRefusal that can only be shown on a page: nobody knows where to send it (RFC 6749, section 4.1.2.1)
 */
export function readRequester(world: World, authorityName: string, parameters: URLSearchParams): Requester {
  assertEachOnce(parameters);
  const authority = readAuthority(world, authorityName);
  const app = knownApp(world, parameter(parameters, 'client_id'), authority);
  const tenant = tenantOfAuthority(authority);
  if (tenant !== undefined) principalOrNotFound(world, app, tenant.id);
  // Without a response type the real service shows its page, although it could send the person back.
  if (parameter(parameters, 'response_type') === undefined) throw refusals.parameterMissing('response_type');
  const { uri, platform } = registeredRedirect(app, parameter(parameters, 'redirect_uri'));
  const mode = parameter(parameters, 'response_mode') ?? 'query';
  if (!RESPONSE_MODES.includes(mode)) throw refusals.responseModeUnsupported(mode.slice(0, 60));
  return {
    authority,
    authorityName: authorityName.toLowerCase(),
    app,
    redirectUri: uri,
    platform,
    responseMode: mode as ResponseMode,
    state: parameter(parameters, 'state'),
  };
}

/** Addresses are compared as they are written; only the port of http://localhost is free, for apps on a device. */
function registeredRedirect(
  app: AppRegistration,
  asked: string | undefined,
): { uri: string; platform: RedirectPlatform } {
  if (app.redirectUris.length === 0) throw appRefusals.noRedirectRegistered();
  if (asked === undefined) {
    const [first] = app.redirectUris;
    if (first === undefined) throw appRefusals.noRedirectRegistered();
    return first;
  }
  const exact = app.redirectUris.find(({ uri }) => uri === asked);
  if (exact !== undefined) return exact;
  const onDevice = app.redirectUris.find(
    ({ uri, platform }) => platform === 'public-client' && withoutLocalPort(uri) === withoutLocalPort(asked),
  );
  if (onDevice === undefined) throw appRefusals.redirectNotRegistered(app, asked.slice(0, 2000));
  return { uri: asked, platform: onDevice.platform };
}

function withoutLocalPort(uri: string): string {
  return uri.replace(/^(http:\/\/localhost):\d{1,5}(?=\/|$)/, '$1');
}

/**
 * @throws EntraRefusal that goes back to the app
 */
export function readAuthorizeRequest(
  world: World,
  requester: Requester,
  parameters: URLSearchParams,
): AuthorizeRequest {
  assertResponseType(parameter(parameters, 'response_type') ?? '');
  const scope = parameter(parameters, 'scope') ?? '';
  const scopes = readScopes(world, scope, requester.app, tenantOfAuthority(requester.authority));
  const challenge = readChallenge(parameters);
  if (requester.platform === 'spa' && challenge === null) throw appRefusals.pkceRequired();
  return {
    ...requester,
    scopes,
    scope,
    challenge,
    nonce: parameter(parameters, 'nonce'),
    prompts: (parameter(parameters, 'prompt') ?? '').split(' ').filter(Boolean),
    loginHint: parameter(parameters, 'login_hint'),
    claims: readClaims(parameter(parameters, 'claims')),
    clientInfo: parameter(parameters, 'client_info') === '1',
  };
}

function assertResponseType(responseType: string): void {
  const types = responseType.split(' ').filter(Boolean);
  if (types.length === 1 && types[0] === 'code') return;
  if (types.includes('id_token')) throw refusals.implicitGrantOff('id_token');
  if (types.includes('token')) throw refusals.implicitGrantOff('token');
  throw refusals.responseTypeUnsupported(responseType.slice(0, 60));
}

function readChallenge(parameters: URLSearchParams): CodeGrant['challenge'] {
  const value = parameter(parameters, 'code_challenge');
  if (value === undefined) return null;
  if (value.length < 43 || value.length > 128) throw refusals.challengeSize();
  const method = parameter(parameters, 'code_challenge_method') ?? 'plain';
  if (method !== 'S256' && method !== 'plain') throw refusals.malformed();
  return { value, method };
}
