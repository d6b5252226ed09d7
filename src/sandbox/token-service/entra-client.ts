import type { Refusal } from '../../refusals/refusal.ts';
import type { ConnectionSettings } from '../world/world.ts';
import type { TokenServiceParts } from './token-service-parts.ts';

/** What Entra ID's token endpoint gave. */
export interface TokenSet {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Absent where offline_access was not asked for. */
  readonly refreshToken?: string;
}

export type TokenAnswer =
  | { readonly kind: 'tokens'; readonly tokens: TokenSet }
  /** `passing` where a later try may work: the service or the network was at fault. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly passing: boolean };

const AUTHORITY = 'https://login.microsoftonline.com';
/** Headers of an answer that tell something about a refusal. */
const KEPT_HEADERS = [
  'date',
  'content-type',
  'retry-after',
  'www-authenticate',
  'x-ms-request-id',
  'client-request-id',
];
const TIMEOUT_MS = 15_000;

/** Where a browser begins to sign in: the sandbox's authorize endpoint with the settings of the connection. */
export function authorizeUrl(parts: TokenServiceParts, state: string, codeChallenge: string): string {
  const { connection } = parts.world;
  const query = new URLSearchParams({
    client_id: connection.clientId,
    response_type: connection.responseType,
    redirect_uri: connection.redirectUri,
    scope: connection.scopes.join(' '),
    state,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  });
  return `${parts.origin}/entra/${encodeURIComponent(connection.tenant)}/oauth2/v2.0/authorize?${query.toString()}`;
}

/** RFC 6749, section 4.1.3, and RFC 7636, section 4.5. */
export function redeemCode(parts: TokenServiceParts, code: string, codeVerifier: string | null): Promise<TokenAnswer> {
  const { connection } = parts.world;
  return askForTokens(parts, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: connection.redirectUri,
    scope: connection.scopes.join(' '),
    ...(codeVerifier === null ? {} : { code_verifier: codeVerifier }),
  });
}

/** @param scopes those of the connection, or of another resource that the refresh token is good for, too */
export function refresh(
  parts: TokenServiceParts,
  refreshToken: string,
  scopes: readonly string[] = parts.world.connection.scopes,
): Promise<TokenAnswer> {
  return askForTokens(parts, { grant_type: 'refresh_token', refresh_token: refreshToken, scope: scopes.join(' ') });
}

/** Exchanges the assertion of a client's single sign-on for a token of the connection's resource. */
export function onBehalfOf(parts: TokenServiceParts, assertion: string): Promise<TokenAnswer> {
  return askForTokens(parts, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion,
    scope: parts.world.connection.scopes.join(' '),
  });
}

/** A connection whose provider was set up for the app alone: nobody signs in. */
export function clientCredentials(parts: TokenServiceParts): Promise<TokenAnswer> {
  return askForTokens(parts, { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' });
}

async function askForTokens(parts: TokenServiceParts, grant: Readonly<Record<string, string>>): Promise<TokenAnswer> {
  const { connection } = parts.world;
  const form = new URLSearchParams({ client_id: connection.clientId, ...secretOf(connection), ...grant });
  const path = `/${encodeURIComponent(connection.tenant)}/oauth2/v2.0/token`;
  const request = {
    method: 'POST',
    url: `${AUTHORITY}${path}`,
    scopes: grant.scope?.split(' ') ?? [],
    clientId: connection.clientId,
    ...(grant.grant_type === undefined ? {} : { grantType: grant.grant_type }),
  };
  let response: Response;
  let body: string;
  try {
    response = await fetch(`${parts.origin}/entra${path}`, {
      method: 'POST',
      body: form,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    body = await response.text();
  } catch (error) {
    return { kind: 'refused', passing: true, refusal: { request, error: networkError(error) } };
  }
  const tokens = response.ok ? tokenSet(body, parts.now()) : undefined;
  if (tokens !== undefined) return { kind: 'tokens', tokens };
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const passing = response.status >= 500 || response.status === 429;
  return { kind: 'refused', passing, refusal: { request, response: { status: response.status, headers, body } } };
}

/** An empty setting is not sent, as with the real service. */
function secretOf({ clientSecret }: ConnectionSettings): Record<string, string> {
  return clientSecret === '' ? {} : { client_secret: clientSecret };
}

function tokenSet(body: string, now: number): TokenSet | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const {
    access_token: accessToken,
    expires_in: seconds,
    refresh_token: refreshToken,
  } = parsed as Record<string, unknown>;
  if (typeof accessToken !== 'string') return undefined;
  return {
    accessToken,
    expires: now + (typeof seconds === 'number' ? seconds : 3600) * 1000,
    ...(typeof refreshToken === 'string' ? { refreshToken } : {}),
  };
}

function networkError(error: unknown): { name: string; code?: string; message: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  return {
    name: cause instanceof Error ? cause.name : 'Error',
    message: cause instanceof Error ? cause.message : 'The connection failed',
    ...(typeof code === 'string' ? { code } : {}),
  };
}
