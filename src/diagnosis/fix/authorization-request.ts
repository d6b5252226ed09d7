import type { PatchValues } from './patch-values.ts';

/** Scopes of a raw HTTP request: here, and only here, offline_access is asked for by name. */
export function rawScopes(scopes: readonly string[]): string {
  return ['openid', 'offline_access', ...scopes].join(' ');
}

/** The authorization request (RFC 6749 section 4.1.1), without the parts that are made anew for each attempt. */
export function authorizationRequest(v: PatchValues, scopes: readonly string[]): string {
  const parameters = [
    ['client_id', v.clientId],
    ['response_type', 'code'],
    ['redirect_uri', v.redirectUri],
    ['scope', rawScopes(scopes)],
  ] as const;
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${v.authority}/oauth2/v2.0/authorize?${query}`;
}

/** The token endpoint for users. */
export function tokenEndpoint(v: PatchValues): string {
  return `${v.authority}/oauth2/v2.0/token`;
}

/** The token endpoint of one tenant, for app-only requests. */
export function tenantTokenEndpoint(v: PatchValues): string {
  return `${v.tenantAuthority}/oauth2/v2.0/token`;
}
